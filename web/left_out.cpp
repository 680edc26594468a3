// Kinds of node that only colleagues' pages have, left out of what is downloaded: the stub makes
// those pages.
#include "portal/html/presenter.hpp"
#include "shared/base/require.hpp"

namespace putright {
namespace {

constexpr bool kIsEverAsked = false;

}  // namespace

void html::Presenter::operator()(view::Table const& /*table*/) {
  PUTRIGHT_REQUIRE(kIsEverAsked);
}
void html::Presenter::operator()(view::BarChart const& /*chart*/) {
  PUTRIGHT_REQUIRE(kIsEverAsked);
}
// Named by the others alone.
void html::Presenter::table_row(view::Table const& /*table*/,
                                std::vector<view::Text> const& /*cells*/) {
  PUTRIGHT_REQUIRE(kIsEverAsked);
}

}  // namespace putright
