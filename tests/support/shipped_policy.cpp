#include "tests/support/shipped_policy.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "shared/policy/load_policy_book.hpp"

namespace putright::support {

[[noreturn]] static void give_up(std::string const& why) {
  std::cerr << why << '\n';
  std::exit(2);
}

std::vector<std::string> const& policy_file_names() {
  static std::vector<std::string> const names{"bank-holidays.json", "brands.json",
                                              "documents.json",     "editions.json",
                                              "matters.json",       "schemes.json"};
  return names;
}

std::string read_file(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) give_up("cannot read " + path + " (run from the tree's root)");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string const& joined_policy() {
  static std::string const joined = [] {
    std::vector<std::string> texts;
    for (auto const& name : policy_file_names())
      texts.push_back(read_file("public/policy/" + name));
    std::vector<NamedText> files;
    for (std::size_t at = 0; at < texts.size(); ++at)
      files.push_back({policy_file_names()[at], texts[at]});
    return join_policy_files(files);
  }();
  return joined;
}

PolicyBook const& shipped_policy() {
  static PolicyBook const book = [] {
    auto loaded = load_joined_policy_book(joined_policy());
    if (!loaded.ok()) give_up(describe(loaded.error()));
    return std::move(loaded).value();
  }();
  return book;
}

}  // namespace putright::support
