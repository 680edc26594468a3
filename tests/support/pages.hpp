// What tests ask of a page's text.
#pragma once
#include <string_view>

namespace putright::support {

inline bool has(std::string_view page, std::string_view words) {
  return page.find(words) != std::string_view::npos;
}

}  // namespace putright::support
