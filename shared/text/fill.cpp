#include "shared/text/fill.hpp"

#include <algorithm>

#include "shared/base/require.hpp"

namespace putright {

std::string fill(std::string_view text,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  while (true) {
    std::size_t const open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) return out;
    std::size_t const close = text.find('}', open);
    PUTRIGHT_REQUIRE(close != std::string_view::npos);
    std::string_view const name = text.substr(open + 1, close - open - 1);
    auto const found = std::find_if(values.begin(), values.end(),
                                    [&](auto const& value) { return value.first == name; });
    PUTRIGHT_REQUIRE(found != values.end());
    out += found->second;
    text.remove_prefix(close + 1);
  }
}

}  // namespace putright
