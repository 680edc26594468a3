// The information pages of a brand: their addresses and the words of their links. The pages
// themselves are made ahead of time (portal/information), so the browser's core knows only where
// they are.
#pragma once
#include <array>
#include <string_view>

#include "shared/text/words.hpp"

namespace putright::screens {

/// `name` is the last part of the address, such as `our-promise`.
struct InformationPage {
  std::string_view name;
  std::string_view link;
};

inline constexpr std::array<InformationPage, 11> kInformationPages{{
    {"our-promise", words::kLinkPromise},
    {"step-by-step", words::kLinkSteps},
    {"ways-to-complain", words::kLinkWays},
    {"help-to-complain", words::kLinkHelp},
    {"ombudsman", words::kLinkOmbudsman},
    {"urgent-and-repairs", words::kLinkUrgent},
    {"what-we-changed", words::kLinkChanged},
    {"contact", words::kLinkContact},
    {"verify", words::kVerifyLink},
    {"accessibility", words::kLinkAccessibility},
    {"privacy", words::kLinkPrivacy},
}};

}  // namespace putright::screens
