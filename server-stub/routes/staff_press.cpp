#include "server-stub/routes/staff_press.hpp"

#include <array>

#include "portal/colleagues/screens.hpp"
#include "portal/colleagues/words.hpp"
#include "portal/html/page.hpp"
#include "server-stub/http/security_headers.hpp"
#include "server-stub/keys/digest.hpp"
#include "server-stub/routes/staff.hpp"
#include "shared/submission/reference.hpp"
#include "shared/text/tidy.hpp"
#include "shared/wire/json.hpp"

namespace putright::routes {

namespace words = colleagues::words;
using http::Answer;
using http::FormFields;

Place place_of(std::string_view path) {
  constexpr std::string_view kFront = "/staff/complaints/";
  if (path.substr(0, kFront.size()) != kFront) return {};
  path.remove_prefix(kFront.size());
  std::string_view const reference = path.substr(0, path.find('/'));
  Place place{normalise_reference(reference).value_or(""), ""};
  if (reference.size() < path.size()) place.below = path.substr(reference.size() + 1);
  return place;
}

std::string field(FormFields const& fields, std::string_view name) {
  for (auto const& [given, value] : fields)
    if (given == name) return value;
  return {};
}

std::string new_press() {
  constexpr std::size_t kPressBytes = 16;
  std::array<std::uint8_t, kPressBytes> entropy{};
  fill_random(entropy);
  return hexadecimal(entropy);
}

Answer staff_page(view::Screen const& screen, int status) {
  Answer answer;
  answer.status = screen.problems.empty() ? status : 422;
  answer.media_type = "text/html; charset=utf-8";
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.body = render_page(screen);
  return answer;
}

// As of its own origin, or it would not be given its own styles; without scripts and forms that
// lets nothing in.
Answer page_to_look_at(std::string html) {
  Answer answer;
  answer.media_type = "text/html; charset=utf-8";
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.headers.push_back(
      {"Content-Security-Policy",
       std::string{http::content_security_policy("/staff/")} + "; sandbox allow-same-origin"});
  answer.body = std::move(html);
  return answer;
}

Answer go_to(std::string path) {
  constexpr int kSeeOther = 303;
  Answer answer;
  answer.status = kSeeOther;
  answer.media_type = "text/plain; charset=utf-8";
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.headers.push_back({"Location", std::move(path)});
  return answer;
}

Answer no_such_page() {
  return staff_page(colleagues::refused(words::kNotFoundTitle, words::kNotFound), 404);
}

Answer page_of_refusal(Answer const& refusal) {
  if (refusal.status == 401) return staff_page(colleagues::sign_in(colleagues::SignIn::first), 401);
  if (refusal.status == 404) return no_such_page();
  auto const root = json::parse(refusal.content(), json::kSubmissionLimits);
  std::string const said{root.ok() ? root.value().string_at("detail") : ""};
  if (refusal.status == 403)
    return staff_page(colleagues::refused(words::kRoleMissingTitle, said), refusal.status);
  if (refusal.status == 410)
    return staff_page(colleagues::refused(words::kErasedTitle, said), refusal.status);
  return staff_page(colleagues::refused(words::kFailedTitle, said.empty() ? words::kFailed : said),
                    refusal.status);
}

Answer as_page(Answer const& answer) {
  return answer.media_type == "application/problem+json" ? page_of_refusal(answer) : answer;
}

void look(Pressed const& press, AuditAct act,
          std::function<Answer(store::KeptComplaint const&)> then) {
  std::string const reason = tidy_text(field(press->fields, "viewing_reason"), Lines::one);
  auto const problems = reason_problems(reason, "/viewing_reason");
  if (!problems.empty())
    return press->reply(
        staff_page(colleagues::ask_reason(press->place.reference, reason, problems)));
  look_first(
      *press->stub, press->colleague, {press->place.reference, reason, act},
      [press](Answer const& answer) { press->reply(as_page(answer)); }, std::move(then));
}

}  // namespace putright::routes
