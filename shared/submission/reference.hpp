// References and tracking keys: easy to say on the phone, hard to mistype, never a word. The
// alphabet has no vowels and no characters that look or sound alike; the last character checks the
// others, so that any one wrong character and any two swapped neighbours are noticed.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace putright {

/// 23 characters: a prime, which makes the check character exact.
inline constexpr std::string_view kSpokenAlphabet = "BCDFGHJKLMNPRTVWXY34679";
/// Characters of a reference after its prefix, and of a tracking key; the last one is the check
/// character.
inline constexpr std::size_t kReferenceCharacters = 8;
inline constexpr std::size_t kTrackingKeyCharacters = 20;
/// Random bytes that each needs.
inline constexpr std::size_t kReferenceBytes = 2 * (kReferenceCharacters - 1);
inline constexpr std::size_t kTrackingKeyBytes = 2 * (kTrackingKeyCharacters - 1);

/// `HP-7K3M-4R9X` from a brand's prefix and `kReferenceBytes` random bytes.
std::string make_reference(std::string_view prefix, std::span<unsigned char const> random);

/// `7K3M-4R9X-...` in fives of four from `kTrackingKeyBytes` random bytes (86 bits).
std::string make_tracking_key(std::span<unsigned char const> random);

/// The reference as it is written, from however it was typed (case, spaces, hyphens); empty when it
/// cannot be one.
std::optional<std::string> normalise_reference(std::string_view typed);
std::optional<std::string> normalise_tracking_key(std::string_view typed);

}  // namespace putright
