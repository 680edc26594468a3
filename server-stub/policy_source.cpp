#include "server-stub/policy_source.hpp"

#include <algorithm>
#include <filesystem>
#include <span>
#include <vector>

#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"
#include "shared/base/named_text.hpp"
#include "shared/policy/load_policy_book.hpp"

namespace putright {

/// Made by cmake/embed_files.cmake.
std::span<NamedText const> embedded_policy_files();

namespace {

namespace fs = std::filesystem;

struct PolicyFile {
  std::string name;
  std::string text;
};

Outcome<std::vector<PolicyFile>, Failure> read_folder(std::string const& folder) {
  std::vector<PolicyFile> files;
  std::error_code error;
  for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    if (at->path().extension() != ".json") continue;
    auto text = read_file(at->path().string(), limits::kPolicyFileBytes);
    if (!text.ok()) return text.error();
    files.push_back({at->path().filename().string(), std::move(text).value()});
  }
  if (error) return Failure{"cannot read the policy folder " + folder + ": " + error.message()};
  std::sort(files.begin(), files.end(),
            [](auto const& one, auto const& other) { return one.name < other.name; });
  return files;
}

Outcome<PolicySource, Failure> load(std::span<NamedText const> files) {
  auto book = load_policy_book(files);
  if (!book.ok()) return Failure{describe(book.error())};
  return PolicySource{std::move(book).value(), join_policy_files(files)};
}

}  // namespace

Outcome<PolicySource, Failure> open_policy(std::string const& folder) {
  if (folder.empty()) return load(embedded_policy_files());
  auto const files = read_folder(folder);
  if (!files.ok()) return files.error();
  std::vector<NamedText> named;
  for (auto const& file : files.value())
    named.push_back({file.name, file.text});
  return load(named);
}

}  // namespace putright
