// What only a page with a device behind it shows: answers kept there, and what waits to be sent.
#pragma once
#include "portal/journey/device.hpp"
#include "portal/screens/screens.hpp"

namespace putright::screens {

/// Adds to a finished screen of a brand: unfinished answers on its home, "kept on this device"
/// where something is typed, and the way to the outbox while there is anything in it.
void add_device_notes(view::Screen& screen, Device const& device, PolicyBook const& book);

/// `/<brand>/outbox`: what waits, what went, what needs another look.
view::Screen outbox(Brand const& brand, Device const& device);

/// Asks before an unsent submission is deleted. `id` is the outbox item's.
view::Screen confirm_removal(Brand const& brand, std::string_view id);

}  // namespace putright::screens
