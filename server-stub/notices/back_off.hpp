// When a notice that could not be sent is tried again.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>

namespace putright::notices {

/// How long to wait after so many tries (1: the first has just failed): limits::kNoticeFirstWait,
/// twice as long each time, at most limits::kNoticeLongestWait. None after limits::kNoticeTries: it
/// is given up.
std::optional<std::chrono::seconds> wait_after(std::int64_t tries);

}  // namespace putright::notices
