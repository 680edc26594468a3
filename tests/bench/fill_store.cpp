// Fills a new store with complaints that look like a housing group's: `fill_store FOLDER COUNT
// [SEED]`. Each goes as far as it would have by today: acknowledged, extended, answered, reviewed,
// closed. The core assesses each, and the store keeps it as it keeps those that customers send.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>

#include "server-stub/kept_record.hpp"
#include "server-stub/keys/digest.hpp"
#include "server-stub/keys/key_folder.hpp"
#include "server-stub/policy_source.hpp"
#include "server-stub/store/sqlite_open.hpp"
#include "shared/calendar/london.hpp"
#include "shared/submission/reference.hpp"
#include "shared/wire/audit.hpp"
#include "shared/wire/json_writer.hpp"
#include "shared/wire/record_json.hpp"

namespace putright {
namespace {

constexpr std::size_t kTogether = 512;
constexpr int kDaysBack = 720;
constexpr int kProgressAfter = 10'000;

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  int from(int least, int most) { return std::uniform_int_distribution<int>{least, most}(engine_); }
  bool in_hundred(int times) { return from(1, 100) <= times; }
  template <class List>
  auto const& one_of(List const& list) {
    return list[static_cast<std::size_t>(from(0, static_cast<int>(list.size()) - 1))];
  }

 private:
  std::mt19937_64 engine_;
};

// A complaint and what its events say besides their type and time.
struct Life {
  ComplaintRecord record;
  std::vector<std::string> bodies;
};

std::string body_with(std::initializer_list<std::pair<std::string_view, std::string>> members) {
  json::Writer writer;
  writer.begin_object().member("role", "colleague").member("by", "h.one");
  for (auto const& [name, text] : members)
    writer.member(name, text);
  return writer.end_object().take();
}

// Keeps the event if the rules let it stand; what is not due by now is left out.
bool add(Life& life, PolicyBook const& book, Instant now, Event event, std::string body) {
  if (*event.when.at > now) return false;
  life.record.events.push_back(std::move(event));
  auto const assessed = assess(life.record, book, now, {.receipt = {}, .explanation = {}});
  if (!assessed.ok()) {
    life.record.events.pop_back();
    return false;
  }
  life.bodies.push_back(std::move(body));
  return true;
}

Event event_at(EventType type, Instant at) {
  Event event{type, event_time(at)};
  event.by = "h.one";
  return event;
}

void answer_it(Life& life, PolicyBook const& book, Chance& chance, Instant now, Instant& at) {
  using namespace std::chrono;
  at += days{chance.in_hundred(88) ? chance.from(4, 12) : chance.from(13, 30)};
  Event response = event_at(EventType::stage_1_responded, at);
  response.finding = chance.one_of(kFindings).value;
  std::string const found{name_in(kFindings, *response.finding)};
  bool const learnt = chance.in_hundred(20);
  add(life, book, now, response,
      learnt ? body_with({{"finding", found},
                          {"response", "We are sorry."},
                          {"learning", "Tell people before the visit when it changes."}})
             : body_with({{"finding", found}, {"response", "We are sorry."}}));
  if (chance.in_hundred(25))
    add(life, book, now, event_at(EventType::action_recorded, at + hours{1}),
        body_with({{"action", "We mend the roof."}}));
  if (chance.in_hundred(18))
    add(life, book, now, event_at(EventType::action_done, at + days{9}),
        body_with({{"action", "The roof is mended."}}));
}

void extend_it(Life& life, PolicyBook const& book, Chance& chance, Instant now, Instant at) {
  using namespace std::chrono;
  auto const assessed = assess(life.record, book, now, {.receipt = {}, .explanation = {}});
  if (!assessed.ok() || assessed.value().deadline(DeadlineId::stage_1_response) == nullptr) return;
  Event extended = event_at(EventType::extended, at + days{chance.from(1, 3)});
  extended.reason = "The surveyor was ill.";
  extended.new_date =
      assessed.value().deadline(DeadlineId::stage_1_response)->due_on + days{chance.from(2, 9)};
  add(life, book, now, extended,
      body_with({{"new_date", format_date(*extended.new_date)}, {"reason", extended.reason}}));
}

Life live(PolicyBook const& book, Chance& chance, Instant now) {
  using namespace std::chrono;
  Life life;
  life.record.brand = chance.one_of(book.brands).id;
  life.record.kind = chance.in_hundred(85)   ? FeedbackKind::complaint
                     : chance.in_hundred(50) ? FeedbackKind::comment
                                             : FeedbackKind::compliment;
  life.record.matter = chance.one_of(book.matters).id;
  Instant at = now - days{chance.from(0, kDaysBack)} - minutes{chance.from(0, 1439)};
  if (!add(life, book, now, {EventType::submitted, event_time(at)}, "{}")) return {};
  at += days{chance.in_hundred(90) ? chance.from(1, 5) : chance.from(6, 12)};
  add(life, book, now, event_at(EventType::acknowledged, at),
      body_with({{"definition", "The roof leaks."}}));
  if (chance.in_hundred(10)) extend_it(life, book, chance, now, at);
  answer_it(life, book, chance, now, at);
  if (chance.in_hundred(92))
    add(life, book, now, event_at(EventType::closed, at + days{chance.from(10, 40)}),
        body_with({}));
  return life;
}

store::NewComplaint complaint_of(Life const& life, PolicySource const& policy,
                                 std::string const& policy_sha256, Chance& chance, Instant now,
                                 int number) {
  auto const assessed = assess(life.record, policy.book, now, {.receipt = {}, .explanation = {}});
  Assessment const& assessment = assessed.value();
  std::vector<unsigned char> random(kReferenceBytes);
  for (auto& byte : random)
    byte = static_cast<unsigned char>(chance.from(0, 255));
  store::NewComplaint complaint;
  complaint.reference =
      make_reference(policy.book.brand(life.record.brand)->reference_prefix, random);
  complaint.idempotency_key = "filled-store-" + std::to_string(number);
  complaint.submission =
      R"({"brand":")" + life.record.brand + R"(","kind":")" +
      std::string{name_in(kFeedbackKinds, life.record.kind)} +
      R"(","email":"somebody@example.org","what_happened":"The roof leaks in the kitchen, again."})";
  complaint.content_digest = sha256(complaint.submission);
  complaint.brand = life.record.brand;
  complaint.kind = name_in(kFeedbackKinds, life.record.kind);
  complaint.matter = life.record.matter;
  complaint.edition = assessment.edition->id;
  complaint.promised = promised_json(promises_of(assessment));
  complaint.received_at = *life.record.events.front().when.at;
  complaint.receipt = "none";
  complaint.answer = "{}";
  for (std::size_t at = 0; at < life.bodies.size(); ++at) {
    Event const& event = life.record.events[at];
    complaint.events.push_back({std::string{name_in(kEventTypes, event.type)},
                                format_instant(*event.when.at), life.bodies[at], "[]"});
  }
  complaint.overview = overview_of(life.record, assessment, policy_sha256);
  complaint.audit = {complaint.reference, "complaint_received",
                     R"({"act":"complaint_received","who":"customer"})"};
  return complaint;
}

int keep_all(store::Store& store, std::vector<store::ToKeep>& waiting) {
  int kept = 0;
  for (auto const& outcome : store.keep(waiting))
    kept += outcome.keeping == store::Keeping::kept ? 1 : 0;
  waiting.clear();
  return kept;
}

int fill(store::Store& store, PolicySource const& policy, int count, Chance chance) {
  Instant const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  std::string const policy_sha256 = digest_text(policy.joined);
  std::vector<store::ToKeep> waiting;
  int kept = 0;
  for (int number = 0; kept + static_cast<int>(waiting.size()) < count; ++number) {
    Life const life = live(policy.book, chance, now);
    if (life.bodies.empty()) continue;
    waiting.push_back(complaint_of(life, policy, policy_sha256, chance, now, number));
    if (waiting.size() == kTogether || kept + static_cast<int>(waiting.size()) == count)
      kept += keep_all(store, waiting);
    if (number % kProgressAfter == 0) std::cerr << kept << " of " << count << '\n';
  }
  return kept;
}

int run(std::string const& folder, int count, std::uint64_t seed) {
  if (!start_sodium()) return 1;
  auto const policy = open_policy("");
  if (!policy.ok()) return 1;
  Instant const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  auto const keys = open_keys(folder + "/keys", now, MissingKeys::are_made);
  auto const store = store::open_sqlite_store(folder + "/complaints.sqlite");
  if (!keys.ok() || !store.ok()) {
    std::cerr << (keys.ok() ? store.error().why : keys.error().why) << '\n';
    return 1;
  }
  std::cout << fill(*store.value(), policy.value(), count, Chance{seed})
            << " complaints kept; seed " << seed << '\n';
  return 0;
}

}  // namespace
}  // namespace putright

int main(int count, char** values) {
  if (count < 3) {
    std::cerr << "fill_store FOLDER COUNT [SEED]\n";
    return 2;
  }
  return putright::run(values[1], static_cast<int>(std::strtol(values[2], nullptr, 10)),
                       count > 3 ? std::strtoull(values[3], nullptr, 10) : 1);
}
