#include "server-stub/log.hpp"

#include <chrono>
#include <string>

#include <unistd.h>

#include "shared/calendar/date.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {

void log_line(std::string_view event, std::initializer_list<LogField> fields) {
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  json::Writer writer;
  writer.begin_object().member("at", format_instant(now)).member("event", event);
  for (auto const& field : fields) {
    if (auto const* number = std::get_if<std::int64_t>(&field.value)) {
      writer.member(field.name, *number);
    } else {
      writer.member(field.name, *std::get_if<std::string_view>(&field.value));
    }
  }
  std::string const line = writer.end_object().take() + "\n";
  // A log that cannot be written must not stop the service.
  if (::write(STDERR_FILENO, line.data(), line.size()) < 0) return;
}

}  // namespace putright
