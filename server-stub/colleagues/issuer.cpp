#include "server-stub/colleagues/issuer.hpp"

#include <memory>
#include <utility>

#include "server-stub/colleagues/fetch.hpp"
#include "server-stub/limits.hpp"
#include "shared/wire/json.hpp"

namespace putright {
namespace {

constexpr json::Limits kDiscoveryLimits{.bytes = limits::kIssuerBytes, .depth = 8};

bool is_https(std::string_view url) {
  return url.substr(0, 8) == "https://";
}

std::string discovery_of(std::string issuer) {
  if (issuer.back() == '/') issuer.pop_back();
  return issuer + "/.well-known/openid-configuration";
}

}  // namespace

Outcome<Colleague, TokenFault> KnownKeys::check(std::string_view token, Expected const& expected,
                                                Instant now, Clock::time_point steady_now) const {
  if (!read_at_ || steady_now - *read_at_ > limits::kIssuerKeysOldest) return TokenFault::no_keys;
  return check_identity_token(token, keys_, expected, now);
}

KnownKeys::Clock::time_point next_time_to_ask(KnownKeys::Clock::time_point last, Asked asked,
                                              Missed missed) {
  if (missed == Missed::a_key) return last + limits::kIssuerLeastPause;
  return last + (asked == Asked::read ? limits::kIssuerPause : limits::kIssuerRetryPause);
}

Outcome<IssuerKeySet, Failure> read_issuer_keys(std::string const& issuer,
                                                std::atomic<bool> const& ending) {
  std::string const address = discovery_of(issuer);
  auto const document = fetch(address, ending);
  if (!document.ok()) return document.error();
  auto const root = json::parse(document.value(), kDiscoveryLimits);
  // Discovery 1.0, 4.3: a document of another issuer must not be used.
  if (!root.ok() || root.value().string_at("issuer") != issuer)
    return Failure{address + " is not the document of " + issuer};
  std::string const keys{root.value().string_at("jwks_uri")};
  if (!is_fetchable(keys) || (is_https(issuer) && !is_https(keys)))
    return Failure{address + " names no `jwks_uri` that may be asked"};
  auto const jwks = fetch(keys, ending);
  if (!jwks.ok()) return jwks.error();
  auto read = parse_issuer_keys(jwks.value());
  if (!read.ok()) return Failure{keys + ": " + read.error().why};
  if (read.value().empty()) return Failure{keys + " has no key that we can check with"};
  return read;
}

Issuer::Issuer(Expected expected, Post post, Told told)
    : expected_(std::move(expected)),
      post_(std::move(post)),
      told_(std::move(told)),
      thread_([this] { keep_asking(); }) {}

Issuer::~Issuer() {
  {
    std::lock_guard const lock{mutex_};
    ending_ = true;
  }
  something_to_do_.notify_one();
  thread_.join();
}

Outcome<Colleague, TokenFault> Issuer::check(std::string_view token, Instant now) {
  auto checked = keys_.check(token, expected_, now, KnownKeys::Clock::now());
  if (!checked.ok() &&
      (checked.error() == TokenFault::unknown_key || checked.error() == TokenFault::no_keys))
    miss_a_key();
  return checked;
}

void Issuer::miss_a_key() {
  {
    std::lock_guard const lock{mutex_};
    missed_ = Missed::a_key;
  }
  something_to_do_.notify_one();
}

void Issuer::keep_asking() {
  std::unique_lock lock{mutex_};
  while (!ending_) {
    missed_ = Missed::nothing;
    lock.unlock();
    Asked const asked = ask();
    auto const last = KnownKeys::Clock::now();
    lock.lock();
    while (!ending_ && KnownKeys::Clock::now() < next_time_to_ask(last, asked, missed_))
      something_to_do_.wait_until(lock, next_time_to_ask(last, asked, missed_));
  }
}

Asked Issuer::ask() {
  auto keys = read_issuer_keys(expected_.issuer, ending_);
  Asked const asked = keys.ok() ? Asked::read : Asked::failed;
  if (ending_) return asked;
  // Shared, because what is posted must be copyable and keys are not.
  auto const answer = std::make_shared<Outcome<IssuerKeySet, Failure>>(std::move(keys));
  post_([this, answer] {
    if (!answer->ok()) return told_(answer->error());
    std::size_t const count = answer->value().size();
    keys_.take(std::move(*answer).value(), KnownKeys::Clock::now());
    told_(count);
  });
  return asked;
}

}  // namespace putright
