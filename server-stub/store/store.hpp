// Where complaints are kept: what any store must do, whatever is underneath (today:
// sql_store.hpp). A store knows rows; it signs nothing, computes no status and decides no
// policy.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server-stub/failure.hpp"
#include "server-stub/keys/digest.hpp"
#include "server-stub/store/notices.hpp"
#include "shared/base/names.hpp"
#include "shared/calendar/date.hpp"
#include "shared/report/report_rows.hpp"

namespace putright::store {

/// One recorded event; `body` is a JSON object with what is special to its type.
struct KeptEvent {
  std::string type;
  std::string at;
  std::string body;
  /// The dates that the customer was given with it (a JSON list of `id` and `on`): they bind from
  /// then on.
  std::string promised = "[]";
};

/// Stands where there is no day: after every day that there is.
inline constexpr char kNoDay[] = "9999-12-31";

/// What lists and reports need to know of a complaint without its events. Computed from them
/// (overview.hpp) and kept beside them: a cache, which can always be made again.
struct Overview {
  struct Deadline {
    std::string id;
    std::string promised_on;
    std::string due_on;
    /// kNoDay: not yet.
    std::string met_on;
  };
  std::string status;
  int stage = 1;
  enum class Open { no, yes } open = Open::yes;
  std::string received_on;
  /// The event that a colleague owes next, and by when; empty and kNoDay: none.
  std::string next_event;
  std::string next_by = kNoDay;
  /// Whether a question of ours waits for the customer's answer.
  enum class Waits { no, yes } waits_for_customer = Waits::no;
  std::string officer;
  /// The last response's finding; empty: none.
  std::string finding;
  /// Actions that were agreed and are not done yet.
  int actions_outstanding = 0;
  std::vector<Deadline> deadlines;
  /// The dates that the customer reads and that are not met yet (a JSON list of `id` and `on`).
  std::string dates_read = "[]";
  /// The digest of the policy files that it was computed with.
  std::string policy_sha256;
};

/// A complaint on its way in. `answer` is what the sender is told, without the tracking key, which
/// is never kept.
struct NewComplaint {
  std::string reference;
  std::string idempotency_key;
  Digest content_digest{};
  Digest tracking_key_digest{};
  std::string brand;
  std::string kind;
  std::string matter;
  std::string relationship;
  /// The policy edition it was received under, and the dates promised (a JSON list of `id` and
  /// `on`).
  std::string edition;
  std::string promised;
  Instant received_at;
  std::string submission;
  std::string receipt;
  std::string answer;
  std::vector<KeptEvent> events;
  /// The digests (hexadecimal) of the files that belong to it.
  std::vector<std::string> attachments;
  Overview overview{};
  NewAuditEntry audit{};
  /// About its first event.
  std::vector<NewNotice> notices{};
};

/// An event on its way to a complaint that is kept.
struct NewEvent {
  std::string reference;
  /// Belongs to this complaint alone.
  std::string idempotency_key;
  Digest content_digest{};
  /// How many events its sender knew of: it is kept as the next one or not at all.
  std::size_t after = 0;
  KeptEvent event;
  Overview overview{};
  NewAuditEntry audit{};
  std::vector<NewNotice> notices{};
};

/// An overview that was computed again, from as many events as there still are.
struct NewOverview {
  std::string reference;
  std::size_t events = 0;
  Overview overview;
};

/// The words of a complaint on their way out. `bodies` are what is left of its events, in order:
/// kept as long as there are no more of them, or not at all.
struct NewErasure {
  std::string reference;
  std::string submission;
  std::vector<std::string> bodies;
  std::string erased_on;
  NewAuditEntry audit;
};

/// Dates that read otherwise under a new calendar than the customer was told. Kept when as many
/// events are there as are said, the customer was last told `told`, and the overview was made with
/// these policy files: else `overtaken`. So it is kept once, however often it comes.
struct NewDates {
  std::string reference;
  std::size_t events = 0;
  std::string told;
  std::string dates_read;
  std::string policy_sha256;
  NewAuditEntry audit;
  /// About the last event.
  std::vector<NewNotice> notices;
};

/// Something that was changed because customers told us, as a colleague words it for everybody.
struct PublishedChange {
  std::string id;
  std::string brand;
  std::string told;
  std::string changed;
  std::string published_on;
};

/// One on its way; the same `id` again is `repeated`.
struct NewChange {
  PublishedChange change;
  NewAuditEntry audit;
};

/// It is shown no more. `repeated` when it was not shown anyway.
struct ChangeTakenBack {
  std::string id;
  std::string taken_back_on;
  NewAuditEntry audit;
};

using ToKeep = std::variant<NewComplaint, NewEvent, NewAuditEntry, NewOverview, NoticeLease,
                            NoticeOutcome, NewErasure, NewDates, NewChange, ChangeTakenBack>;

enum class Keeping {
  /// On the disk now.
  kept,
  /// The same content was kept before under this idempotency key: `answer` is what was said then.
  repeated,
  /// Other content was kept before under this idempotency key.
  key_reused,
  /// The reference belongs to another complaint: try with a new one.
  reference_taken,
  /// Another event was kept since: read the complaint again and decide anew. Of a notice: somebody
  /// else has it, or what became of it stands already.
  overtaken,
  /// Nothing was kept.
  unavailable,
};

struct KeepOutcome {
  Keeping keeping = Keeping::unavailable;
  /// For a complaint that is `kept` or `repeated`.
  std::string answer{};
  Digest tracking_key_digest{};
};

struct KeptComplaint {
  std::string reference;
  Digest tracking_key_digest{};
  std::string brand;
  std::string kind;
  std::string matter;
  std::string relationship;
  std::string edition;
  std::string promised;
  std::string received_at;
  std::string submission;
  std::string receipt;
  std::vector<KeptEvent> events;
  /// Of the submission as it was sent.
  Digest content_digest{};
  /// The day on which its words were erased; empty: they were not.
  std::string erased_on{};
  /// The dates that the customer was last told, as Overview::dates_read; empty: not known yet.
  std::string dates_told{};
};

/// What was kept under an event's idempotency key.
struct KeptAct {
  Digest content_digest{};
  /// How many events there were with it: its answer was made from those.
  std::size_t events = 0;
};

/// Which complaints a work list asks for: those that are open, soonest date first.
struct WorkQuery {
  /// Empty: of all brands.
  std::string brand;
  /// The last row of the page before: `next_by` and `reference`; empty: from the start.
  std::string after_by;
  std::string after_reference;
  std::size_t limit = 0;
};

/// One line of a work list.
struct WorkRow {
  std::string reference;
  std::string brand;
  std::string kind;
  std::string matter;
  Overview overview;
};

/// How many complaints are open, and how they stand on a day.
struct WorkCounts {
  std::int64_t open = 0;
  /// The day that a colleague's next act was promised by has passed.
  std::int64_t late = 0;
  /// That day comes no later than the day asked about.
  std::int64_t soon = 0;
  std::int64_t waits_for_customer = 0;
};

/// The writing side, on the writing thread.
class Keeper {
 public:
  Keeper() = default;
  virtual ~Keeper() = default;
  Keeper(Keeper const&) = delete;
  Keeper& operator=(Keeper const&) = delete;

  /// Keeps each one whole or not at all, and returns when all that is `kept` is on the disk.
  /// One outcome for each, in order.
  virtual std::vector<KeepOutcome> keep(std::span<ToKeep const> arrivals) = 0;

  /// Why the last `keep` could not keep something; empty when it could. Names no data.
  virtual std::string last_failure() const = 0;
};

/// A whole store: what only reads is called from the reading thread.
class Store : public Keeper {
 public:
  /// The complaint with this reference, if there is one.
  virtual Outcome<std::optional<KeptComplaint>, Failure> find(std::string_view reference) = 0;

  /// The event that was kept for this complaint under this idempotency key, if one was.
  virtual Outcome<std::optional<KeptAct>, Failure> find_act(std::string_view reference,
                                                            std::string_view idempotency_key) = 0;

  /// A page of the open complaints, soonest date first; the overviews are without `deadlines`.
  virtual Outcome<std::vector<WorkRow>, Failure> work_list(WorkQuery const& query) = 0;

  /// How the open complaints of a brand (empty: of all) stand. Dates as `2026-03-26`.
  virtual Outcome<WorkCounts, Failure> work_counts(std::string_view brand, std::string_view today,
                                                   std::string_view soon_until) = 0;

  /// The audit log's entries about this complaint with this act, in order.
  virtual Outcome<std::vector<std::string>, Failure> audit_entries(std::string_view reference,
                                                                   std::string_view act) = 0;

  /// Complaints without an overview, or with one computed with other policy files: the first ones
  /// after this reference, at most `limit`.
  virtual Outcome<std::vector<std::string>, Failure> outdated_overviews(
      std::string_view policy_sha256, std::string_view after, std::size_t limit) = 0;

  /// Complaints that are open, or over and not erased: the first ones after this reference, at
  /// most `limit`.
  virtual Outcome<std::vector<std::string>, Failure> references(Overview::Open open,
                                                                std::string_view after,
                                                                std::size_t limit) = 0;

  /// Empties the write-ahead log, as far as nobody reads it just now: what was replaced is still
  /// in it.
  virtual void forget_replaced() = 0;

  /// What a report is made from.
  virtual Outcome<ReportRows, Failure> report(ReportQuery const& query) = 0;

  /// The digests (hexadecimal) of the files that belong to a complaint.
  virtual Outcome<std::vector<std::string>, Failure> attached_to(std::string_view reference) = 0;

  /// Notices that should go by mail now and that nobody has a lease of, longest due first.
  virtual Outcome<std::vector<KeptNotice>, Failure> due_notices(std::string_view now,
                                                                std::size_t limit) = 0;

  /// All notices of a complaint, in the order of its events.
  virtual Outcome<std::vector<KeptNotice>, Failure> notices_of(std::string_view reference) = 0;

  /// Notices that wait for a colleague: letters, calls, and what mail was given up for.
  virtual Outcome<std::vector<HandNotice>, Failure> notices_by_hand(HandQuery const& query) = 0;

  virtual Outcome<NoticeCounts, Failure> notice_counts() = 0;

  /// What is published for a brand (empty: for all) and was not taken back, newest first.
  virtual Outcome<std::vector<PublishedChange>, Failure> published_changes(std::string_view brand,
                                                                           std::size_t limit) = 0;

  /// Whether any complaint has the file with this digest (hexadecimal).
  virtual Outcome<bool, Failure> is_attached(std::string_view sha256) = 0;

  /// Whether the store answers at all.
  virtual bool reachable() = 0;
};

}  // namespace putright::store
