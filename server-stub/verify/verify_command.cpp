// `putright verify FILE`: checks a receipt offline, with a file of public keys or with those of the
// data folder.
#include <iostream>
#include <optional>
#include <string>

#include "server-stub/commands/command.hpp"
#include "server-stub/config.hpp"
#include "server-stub/files.hpp"
#include "server-stub/keys/digest.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/verify/jws.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"
#include "shared/wire/receipt.hpp"

namespace putright {
namespace {

constexpr char kUsage[] =
    "putright verify FILE [--keys JWKS]\n\n"
    "Checks the signed receipt in FILE: the receipt itself (a compact JWS), or a JSON object with "
    "a member\n"
    "\"receipt\". JWKS is a file with the public keys, as /.well-known/jwks.json answers them; "
    "without it, the\n"
    "keys under PUTRIGHT_DATA are used. Prints the verdict as JSON.\n"
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

// The receipt in the file's text.
Outcome<std::string, Failure> receipt_in(std::string_view text) {
  std::size_t const from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return Failure{"the file is empty"};
  text = text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
  if (text.front() != '{') return std::string{text};
  auto const root = json::parse(text, kFileLimits);
  if (!root.ok()) return Failure{"the file is neither a receipt nor JSON"};
  std::string_view const receipt = root.value().string_at("receipt");
  if (receipt.empty()) return Failure{R"(the file's JSON has no member "receipt" that is a text)"};
  return std::string{receipt};
}

Outcome<std::vector<PublicKey>, Failure> keys_for(Wanted const& wanted) {
  if (wanted.keys) {
    auto const text = read_file(*wanted.keys, limits::kVerifyFileBytes);
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

int verify(Wanted const& wanted) {
  if (!start_sodium()) return refuse_input({"this machine gives no randomness"});
  auto const text = read_file(wanted.file, limits::kVerifyFileBytes);
  if (!text.ok()) return refuse_input(text.error());
  auto const receipt = receipt_in(text.value());
  if (!receipt.ok()) return refuse_input(receipt.error());
  auto const keys = keys_for(wanted);
  if (!keys.ok()) return refuse_input(keys.error());
  auto const verdict = verify_jws(receipt.value(), kReceiptType, keys.value());
  std::cout << verdict_json(verdict) << '\n';
  return verdict.ok() ? exit_ok : exit_no;
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

Command const kVerify{"verify", "checks a receipt offline", run_verify};

}  // namespace putright
