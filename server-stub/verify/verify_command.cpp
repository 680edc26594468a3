// `putright verify FILE`: checks a receipt, a case file or an exported audit log offline, with a
// file of public keys or with those of the data folder.
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include "server-stub/commands/command.hpp"
#include "server-stub/config.hpp"
#include "server-stub/files.hpp"
#include "server-stub/keys/digest.hpp"
#include "server-stub/keys/key_folder.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/verify/verdicts.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright verify FILE [--keys JWKS]\n\n"
    "Checks what is in FILE, and says which it is: a receipt or a case file (a compact JWS, or a "
    "JSON object with\n"
    "a member \"receipt\"), or the audit log as putright audit writes it. JWKS is a file with the "
    "public keys, as\n"
    "/.well-known/jwks.json answers them; without it, the keys under PUTRIGHT_DATA are used. "
    "Prints "
    "the verdict\n"
    "as JSON.\n"
    "Exit codes: 0 valid, 1 not valid, 2 wrong usage, 3 a file could not be read.\n";

constexpr json::Limits kFileLimits{.bytes = limits::kVerifyFileBytes, .depth = 32};

struct Wanted {
  std::string file;
  std::optional<std::string> keys;
};

std::optional<Wanted> read_arguments(Arguments arguments) {
  Wanted wanted;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    if (arguments[at] == "--keys" && at + 1 < arguments.size()) {
      wanted.keys = std::string{arguments[++at]};
    } else if (arguments[at].substr(0, 1) != "-" && wanted.file.empty()) {
      wanted.file = arguments[at];
    } else {
      return std::nullopt;
    }
  }
  if (wanted.file.empty()) return std::nullopt;
  return wanted;
}

// The signed paper in the file's text.
Outcome<std::string, Failure> signed_in(std::string_view text) {
  std::size_t const from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return Failure{"the file is empty"};
  text = text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
  if (text.front() != '{') return std::string{text};
  auto const root = json::parse(text, kFileLimits);
  if (!root.ok()) return Failure{"the file is neither signed nor JSON"};
  std::string_view const receipt = root.value().string_at("receipt");
  if (receipt.empty()) return Failure{R"(the file's JSON has no member "receipt" that is a text)"};
  return std::string{receipt};
}

Outcome<std::vector<PublicKey>, Failure> keys_for(Wanted const& wanted) {
  if (wanted.keys) {
    auto const text = read_file(*wanted.keys, limits::kKeySetBytes);
    if (!text.ok()) return text.error();
    return parse_jwks(text.value());
  }
  auto const config = read_config("", process_environment);
  if (!config.ok()) return config.error();
  return read_public_keys(config.value().data + "/keys");
}

int refuse_input(Failure const& failure) {
  json::Writer writer;
  writer.begin_object().member("problems").begin_array().begin_object();
  writer.member("code", "input_unreadable").member("pointer", "").member("words", failure.why);
  std::cerr << writer.end_object().end_array().end_object().take() << '\n';
  return exit_input_refused;
}

// The first line, as far as it may be one of an audit log.
std::string first_line_of(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  std::string line(limits::kAuditLineBytes, '\0');
  file.read(line.data(), static_cast<std::streamsize>(line.size()));
  line.resize(static_cast<std::size_t>(file.gcount()));
  return line.substr(0, line.find('\n'));
}

Outcome<Verdict, Failure> judge(Wanted const& wanted) {
  auto const keys = keys_for(wanted);
  if (starts_audit(first_line_of(wanted.file))) {
    if (!keys.ok()) return keys.error();
    std::ifstream lines{wanted.file, std::ios::binary};
    return judge_audit(lines, keys.value());
  }
  auto const text = read_file(wanted.file, limits::kVerifyFileBytes);
  if (!text.ok()) return text.error();
  auto const jws = signed_in(text.value());
  if (!jws.ok()) return jws.error();
  if (!keys.ok()) return keys.error();
  return judge_signed(jws.value(), keys.value());
}

int verify(Wanted const& wanted) {
  if (!start_sodium()) return refuse_input({"this machine gives no randomness"});
  auto const verdict = judge(wanted);
  if (!verdict.ok()) return refuse_input(verdict.error());
  std::cout << verdict.value().json << '\n';
  return verdict.value().valid == Verdict::Valid::yes ? exit_ok : exit_no;
}

int run_verify(Arguments arguments) {
  if (asks_for_help(arguments)) {
    std::cout << kUsage;
    return exit_ok;
  }
  auto const wanted = read_arguments(arguments);
  if (!wanted) {
    std::cerr << kUsage;
    return exit_wrong_usage;
  }
  return verify(*wanted);
}

}  // namespace

Command const kVerify{"verify", "checks a receipt, a case file or an audit log", run_verify};

}  // namespace putright
