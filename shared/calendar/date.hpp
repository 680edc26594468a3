// Dates and instants, and their written forms. Knows no clock and no time zone: see london.hpp.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace putright {

/// A calendar date, as days since 1970-01-01.
using Date = std::chrono::sys_days;
/// A moment, in UTC, to the second.
using Instant = std::chrono::sys_seconds;

/// Years outside this range are refused, so that arithmetic can never overflow.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2199;

/// Reads `2026-03-26`; nothing else. Empty when it is not a real date from 1900 to 2199.
std::optional<Date> parse_date(std::string_view text);

/// Reads an RFC 3339 date-time, any offset, fractions of a second dropped (`2026-03-26T09:00:00Z`).
/// A leap second (`:60`) is read as the second before it.
std::optional<Instant> parse_instant(std::string_view text);

/// Writes `2026-03-26`.
std::string format_date(Date date);

/// Writes `2026-03-26T09:00:00Z`.
std::string format_instant(Instant instant);

}  // namespace putright
