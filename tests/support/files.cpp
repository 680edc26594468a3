#include "tests/support/files.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "shared/policy/load_policy_book.hpp"

namespace putright::support {

std::string read_file(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  REQUIRE_MESSAGE(file.good(), "cannot read " << path << " (run from the tree's root)");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_file(std::string const& path, std::string const& text) {
  std::ofstream{path, std::ios::binary} << text;
}

std::vector<std::string> const& policy_file_names() {
  static std::vector<std::string> const kNames{"bank-holidays.json", "brands.json",
                                               "documents.json",     "editions.json",
                                               "matters.json",       "schemes.json"};
  return kNames;
}

PolicyBook const& shipped_book() {
  static PolicyBook const book = [] {
    std::vector<std::string> texts;
    for (auto const& name : policy_file_names())
      texts.push_back(read_file("public/policy/" + name));
    std::vector<NamedText> files;
    for (std::size_t at = 0; at < texts.size(); ++at)
      files.push_back({policy_file_names()[at], texts[at]});
    auto loaded = load_policy_book(files);
    REQUIRE_MESSAGE(loaded.ok(), describe(loaded.error()));
    return std::move(loaded).value();
  }();
  return book;
}

void check_golden(std::string const& name, std::string const& actual) {
  std::string const path = "tests/golden/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) write_file(path, actual);
  CHECK_MESSAGE(read_file(path) == actual,
                "differs from " << path << "; UPDATE_GOLDEN=1 rewrites it");
}

}  // namespace putright::support
