// A submission's field `attachments`: one line a file, its digest and its name.
#pragma once
#include <string_view>
#include <vector>

namespace putright::attachments {

/// Both point into the field's text. `sha256` is empty where the line does not begin with a digest
/// and a space; `name` is then the whole line.
struct Listed {
  std::string_view sha256;
  std::string_view name;
};

std::vector<Listed> read_list(std::string_view field);

}  // namespace putright::attachments
