// A file's name and its text, wherever the bytes came from. This folder never opens files.
#pragma once
#include <span>
#include <string_view>

namespace putright {

/// One text file: `name` without folders, `text` as UTF-8. Both must outlive the view.
struct NamedText {
  std::string_view name;
  std::string_view text;
};

}  // namespace putright
