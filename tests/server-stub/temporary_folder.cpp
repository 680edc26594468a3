#include "tests/server-stub/temporary_folder.hpp"

#include <filesystem>

#include <stdlib.h>

#include "shared/base/require.hpp"

namespace putright::support {

TemporaryFolder::TemporaryFolder() {
  path_ = (std::filesystem::temp_directory_path() / "putright-XXXXXX").string();
  PUTRIGHT_REQUIRE(::mkdtemp(path_.data()) != nullptr);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace putright::support
