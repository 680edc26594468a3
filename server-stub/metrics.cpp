#include "server-stub/metrics.hpp"

namespace putright {
namespace {

void head(std::string& text, std::string_view name, std::string_view help, std::string_view type) {
  ((text += "# HELP putright_") += name) += ' ';
  ((text += help) += "\n# TYPE putright_") += name;
  ((text += ' ') += type) += '\n';
}

void sample(std::string& text, std::string_view name, std::string_view labels,
            std::uint64_t value) {
  (text += "putright_") += name;
  ((text += labels) += ' ') += std::to_string(value);
  text += '\n';
}

void single(std::string& text, std::string_view name, std::string_view help, std::uint64_t value) {
  head(text, name, help, "counter");
  sample(text, name, "", value);
}

void gauge(std::string& text, std::string_view name, std::string_view help, std::uint64_t value) {
  head(text, name, help, "gauge");
  sample(text, name, "", value);
}

std::string label(std::string_view name, std::string const& value) {
  return "{" + std::string{name} + "=\"" + value + "\"}";
}

}  // namespace

void Metrics::count_answer(std::string_view route, int status, std::chrono::microseconds taken) {
  ++answers_[{std::string{route}, status}];
  taken_ += taken;
}

std::string Metrics::text(Gauges const& gauges) const {
  std::string text;
  head(text, "requests_total", "Answers, by route and status.", "counter");
  for (auto const& [key, count] : answers_) {
    std::string const labels =
        "{route=\"" + key.first + "\",status=\"" + std::to_string(key.second) + "\"}";
    sample(text, "requests_total", labels, count);
  }
  single(text, "request_microseconds_total",
         "Time spent from a request's first byte to its answer.",
         static_cast<std::uint64_t>(taken_.count()));
  single(text, "complaints_kept_total", "Complaints, comments and compliments kept.", kept_);
  single(text, "complaints_repeated_total", "Sent again, and answered as before.", repeated_);
  single(text, "attachments_kept_total", "Files kept, also again.", attachments_);
  single(text, "attachments_harmful_total", "Files refused for what the virus scanner found.",
         attachments_harmful_);
  single(text, "scanner_failures_total", "Times that the virus scanner could not be asked.",
         scanner_failures_);
  single(text, "store_failures_total", "Times that the store could not keep or read something.",
         store_failures_);
  single(text, "tracking_wrong_total", "Wrong references or tracking keys.", tracking_wrong_);
  single(text, "tracking_limited_total", "Attempts refused because too many were wrong before.",
         tracking_limited_);
  single(text, "accounts_refused_total",
         "New versions of the account file that could not be used; the last good one stays.",
         accounts_refused_);
  single(text, "issuer_failures_total", "Times that the OpenID Connect issuer's keys were not had.",
         issuer_failures_);
  head(text, "tokens_refused_total", "Colleagues' tokens that were not good, by what was wrong.",
       "counter");
  for (auto const& [why, count] : tokens_refused_)
    sample(text, "tokens_refused_total", label("why", why), count);
  head(text, "events_total", "Events that customers added, by type.", "counter");
  for (auto const& [type, count] : events_)
    sample(text, "events_total", label("type", type), count);
  head(text, "refusals_total", "Submissions refused, by code.", "counter");
  for (auto const& [code, count] : refusals_)
    sample(text, "refusals_total", label("code", code), count);
  head(text, "cut_total", "Callers cut off for being too slow, by what they were slow at.",
       "counter");
  for (auto const& [what, count] : cut_)
    sample(text, "cut_total", label("what", what), count);
  head(text, "notices_sent_total", "Notices that the mail server took, by kind.", "counter");
  for (auto const& [kind, count] : notices_sent_)
    sample(text, "notices_sent_total", label("kind", kind), count);
  single(text, "notices_failed_total", "Times that a notice could not be sent.", notices_failed_);
  gauge(text, "notices_waiting", "Notices that wait for the mail server.",
        static_cast<std::uint64_t>(gauges.notices_waiting));
  gauge(text, "notices_by_hand", "Letters and calls that wait for a colleague.",
        static_cast<std::uint64_t>(gauges.notices_by_hand));
  gauge(text, "notices_given_up", "Notices that mail was given up for.",
        static_cast<std::uint64_t>(gauges.notices_given_up));
  gauge(text, "connections", "Connections open now.", gauges.connections);
  return text;
}

}  // namespace putright
