// Kinds of node that no customer's made-up screen has, left out of the workbench's download.
#include "portal/html/presenter.hpp"
#include "portal/imgui/node_presenter.hpp"
#include "shared/base/require.hpp"

namespace putright {
namespace {

constexpr bool kIsEverAsked = false;

}  // namespace

// Codes for a phone's camera hold the address of a real complaint; a made-up one has none. The
// encoder is 5 KB.
void html::Presenter::operator()(view::ScanCode const& /*node*/) {
  PUTRIGHT_REQUIRE(kIsEverAsked);
}

// Tables and charts are on colleagues' own pages alone.
void canvas::NodePresenter::operator()(view::Table const& /*table*/) {
  PUTRIGHT_REQUIRE(kIsEverAsked);
}
void canvas::NodePresenter::operator()(view::BarChart const& /*chart*/) {
  PUTRIGHT_REQUIRE(kIsEverAsked);
}

}  // namespace putright
