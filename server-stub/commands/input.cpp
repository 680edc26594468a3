#include "server-stub/commands/input.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include "shared/calendar/london.hpp"

namespace putright {
namespace {

bool is_in(std::initializer_list<std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

int answer_one(std::string_view text, AnswerText const& answer) {
  auto const answered = answer(text);
  if (answered.ok()) {
    std::cout << answered.value() << '\n';
    return exit_ok;
  }
  std::cerr << "{\"problems\":" << problems_json(answered.error()) << "}\n";
  return exit_input_refused;
}

int answer_stream(std::istream& in, bool by_lines, AnswerText const& answer) {
  if (!by_lines) return answer_one(std::string{std::istreambuf_iterator<char>{in}, {}}, answer);
  int worst = exit_ok;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) worst = std::max(worst, answer_one(line, answer));
  }
  return worst;
}

}  // namespace

std::string CommandLine::value(std::string_view name) const {
  auto const found = values.find(name);
  return found == values.end() ? std::string{} : found->second;
}

std::optional<CommandLine> read_command_line(Arguments arguments,
                                             std::initializer_list<std::string_view> valued,
                                             std::initializer_list<std::string_view> plain) {
  CommandLine line;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    std::string_view const word = arguments[at];
    if (is_in(plain, word)) {
      line.values.emplace(word, "");
    } else if (is_in(valued, word) && at + 1 < arguments.size()) {
      line.values.emplace(word, arguments[++at]);
    } else if (word.empty() || word.front() != '-' || word == "-") {
      line.files.emplace_back(word);
    } else {
      return std::nullopt;
    }
  }
  return line;
}

std::optional<PolicySource> open_policy_of(CommandLine const& line) {
  auto source = open_policy(line.value("--policy"));
  if (source.ok()) return std::move(source).value();
  std::cerr << source.error().why << '\n';
  return std::nullopt;
}

int answer_input(CommandLine const& line, AnswerText const& answer) {
  bool const by_lines = line.has("--lines");
  if (line.files.empty() || line.files.front() == "-")
    return answer_stream(std::cin, by_lines, answer);
  std::ifstream file{line.files.front(), std::ios::binary};
  if (!file) {
    std::cerr << "putright: cannot read " << line.files.front() << '\n';
    return exit_input_refused;
  }
  return answer_stream(file, by_lines, answer);
}

Instant now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Instant default_as_of(ComplaintRecord const& record) {
  Instant as_of = now();
  for (auto const& event : record.events) {
    as_of = std::max(as_of, event.when.at.value_or(start_of_london_day(event.when.on)));
  }
  return as_of;
}

}  // namespace putright
