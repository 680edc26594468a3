// What waits on the device. The page does the sending; here it is shown, and deleting is confirmed.
#include "portal/journey/answering.hpp"
#include "portal/screens/device.hpp"

namespace putright::answering {

PortalResponse answer_outbox(PortalRequest const& request, Brand const& brand) {
  Device const device = request.device.value_or(Device{});
  std::string_view const go = request.method == Method::get ? "" : field(request, "go");
  if (go.starts_with("remove-")) return shown(kOk, screens::confirm_removal(brand, go.substr(7)));
  return shown(kOk, screens::outbox(brand, device));
}

}  // namespace putright::answering
