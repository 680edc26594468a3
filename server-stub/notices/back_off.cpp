#include "server-stub/notices/back_off.hpp"

#include <algorithm>

#include "server-stub/limits.hpp"

namespace putright::notices {

std::optional<std::chrono::seconds> wait_after(std::int64_t tries) {
  if (tries >= limits::kNoticeTries) return std::nullopt;
  std::chrono::seconds wait{limits::kNoticeFirstWait};
  for (std::int64_t doubled = 1; doubled < tries && wait < limits::kNoticeLongestWait; ++doubled)
    wait *= 2;
  return std::min<std::chrono::seconds>(wait, limits::kNoticeLongestWait);
}

}  // namespace putright::notices
