// Codes for a phone's camera hold the address of a real complaint. A made-up one has none, so no code
// is ever asked for; without the encoder the workbench's download is 5 KB smaller.
#include "portal/html/presenter.hpp"
#include "shared/base/require.hpp"

void putright::html::Presenter::operator()(view::ScanCode const& /*node*/) {
  constexpr bool kHasScanCodes = false;
  PUTRIGHT_REQUIRE(kHasScanCodes);
}
