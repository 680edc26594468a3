// What no made-up complaint and no real one in the workbench needs, left out of its download.
#include "portal/html/presenter.hpp"
#include "portal/imgui/node_presenter.hpp"
#include "portal/journey/answering.hpp"
#include "portal/screens/device.hpp"
#include "shared/base/require.hpp"
#include "shared/wire/icalendar.hpp"

namespace putright {
namespace {

constexpr bool kIsEverAsked = false;

}  // namespace

// Codes for a phone's camera hold the address of a real complaint; a made-up one has none. The
// encoder is 5 KB.
void html::Presenter::operator()(view::ScanCode const& /*node*/) {
  PUTRIGHT_REQUIRE(kIsEverAsked);
}

// Charts are on colleagues' report.
void canvas::NodePresenter::operator()(view::BarChart const& /*chart*/) {
  PUTRIGHT_REQUIRE(kIsEverAsked);
}

// The page stands in a frame that can save no file.
std::string icalendar(CalendarFacts const& /*facts*/, Assessment const& /*assessment*/) {
  return {};
}

// A workbench keeps no answers and nothing waits on it to be sent.
PortalResponse answering::answer_outbox(PortalRequest const& request, Brand const& brand) {
  return shown(kNotFound, screens::brand_screen(brand, "outbox", request.path, brand.name));
}
void screens::add_device_notes(view::Screen& /*screen*/, Device const& /*device*/,
                               PolicyBook const& /*book*/) {
  PUTRIGHT_REQUIRE(kIsEverAsked);
}

}  // namespace putright
