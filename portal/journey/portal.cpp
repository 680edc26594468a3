// Which part of the portal answers which address.
#include "portal/journey/portal.hpp"

#include "portal/journey/answering.hpp"
#include "portal/screens/device.hpp"
#include "portal/screens/screens.hpp"
#include "shared/calendar/london.hpp"

namespace putright {
namespace {

using answering::kNotFound;
using answering::kOk;
using answering::shown;

// `/a/b/c` as its parts, without empty ones.
std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    std::size_t const slash = path.find('/');
    if (slash != 0) parts.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return parts;
}

using Parts = std::vector<std::string_view>;

std::optional<PortalResponse> answer_journey(PortalRequest const& request, PolicyBook const& book,
                                             Brand const& brand, Parts const& parts) {
  auto const kind = value_in(kFeedbackKinds, parts[1]);
  if (!kind) return std::nullopt;
  // A receipt is shown once; whoever comes back to its address can track what was sent.
  if (parts[2] == "sent") return answering::answer_tracking(request, book, brand);
  if (parts[2] == "waiting") return answering::answer_outbox(request, brand);
  auto const step = value_in(kSteps, parts[2]);
  auto const steps = steps_of(*kind);
  if (!step || std::find(steps.begin(), steps.end(), *step) == steps.end()) return std::nullopt;
  return answering::answer_step(request, book, brand, *kind, *step);
}

std::optional<PortalResponse> answer_brand(PortalRequest const& request, PolicyBook const& book,
                                           Brand const& brand, Parts const& parts) {
  if (parts.size() == 1)
    return shown(kOk, screens::brand_home(book, brand, london_date(request.now)));
  if (parts.size() == 2) {
    if (parts[1] == "track") return answering::answer_tracking(request, book, brand);
    if (parts[1] == "verify") return answering::answer_verifying(request, book, brand);
    if (parts[1] == "outbox") return answering::answer_outbox(request, brand);
  }
  if (parts.size() != 3) return std::nullopt;
  if (parts[1] != "track") return answer_journey(request, book, brand, parts);
  auto const form = value_in(kLaterForms, parts[2]);
  if (!form) return std::nullopt;
  return answering::answer_later_form(request, book, brand, *form);
}

}  // namespace

PortalResponse answer_request(PortalRequest const& request, PolicyBook const& book) {
  auto const parts = parts_of(request.path);
  if (parts.empty()) return shown(kOk, screens::choose_brand(book));
  Brand const* const brand = book.brand(parts[0]);
  auto response = brand == nullptr ? std::nullopt : answer_brand(request, book, *brand, parts);
  if (!response) return shown(kNotFound, screens::not_found(book, request.path));
  if (request.device) screens::add_device_notes(response->screen, *request.device, book);
  return std::move(*response);
}

std::vector<std::string> static_paths(PolicyBook const& book) {
  std::vector<std::string> paths{"/"};
  for (auto const& brand : book.brands) {
    paths.push_back("/" + brand.id + "/");
    for (std::string_view const page : {"track", "verify", "outbox"})
      paths.push_back("/" + brand.id + "/" + std::string{page});
    for (auto const& kind : kFeedbackKinds) {
      for (Step const step : steps_of(kind.value)) {
        if (step != Step::check && step != Step::on_behalf)
          paths.push_back(step_path(brand.id, kind.value, step));
      }
    }
  }
  return paths;
}

}  // namespace putright
