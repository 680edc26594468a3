// The log: one JSON object a line, on the standard error stream. Never personal data, keys, bodies
// or query strings: whoever calls names each value, and there is no way to log a request as it
// came.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

namespace putright {

struct LogField {
  std::string_view name;
  std::variant<std::string_view, std::int64_t> value;
};

/// Writes `{"at":...,"event":...,<fields>}` in one write. From any thread.
void log_line(std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace putright
