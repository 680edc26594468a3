// Where complaints are kept: what any store must do, whatever is underneath (today:
// sqlite_store.hpp). A store knows rows; it signs nothing, computes no status and decides no
// policy.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server-stub/failure.hpp"
#include "server-stub/keys/digest.hpp"
#include "shared/calendar/date.hpp"

namespace putright::store {

/// One recorded event; `body` is a JSON object with what is special to its type.
struct KeptEvent {
  std::string type;
  std::string at;
  std::string body;
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
};

using ToKeep = std::variant<NewComplaint, NewEvent>;

enum class Keeping {
  /// On the disk now.
  kept,
  /// The same content was kept before under this idempotency key: `answer` is what was said then.
  repeated,
  /// Other content was kept before under this idempotency key.
  key_reused,
  /// The reference belongs to another complaint: try with a new one.
  reference_taken,
  /// Another event was kept since: read the complaint again and decide anew.
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
};

/// What was kept under an event's idempotency key.
struct KeptAct {
  Digest content_digest{};
  /// How many events there were with it: its answer was made from those.
  std::size_t events = 0;
};

class Store {
 public:
  Store() = default;
  virtual ~Store() = default;
  Store(Store const&) = delete;
  Store& operator=(Store const&) = delete;

  /// Keeps each one whole or not at all, and returns when all that is `kept` is on the disk.
  /// One outcome for each, in order. Called from the writing thread only.
  virtual std::vector<KeepOutcome> keep(std::span<ToKeep const> arrivals) = 0;

  /// Why the last `keep` could not keep something; empty when it could. Names no data. Writing
  /// thread only.
  virtual std::string last_failure() const = 0;

  /// The complaint with this reference, if there is one. Called from the reading thread only.
  virtual Outcome<std::optional<KeptComplaint>, Failure> find(std::string_view reference) = 0;

  /// The event that was kept for this complaint under this idempotency key, if one was. Reading
  /// thread only.
  virtual Outcome<std::optional<KeptAct>, Failure> find_act(std::string_view reference,
                                                            std::string_view idempotency_key) = 0;

  /// Whether any complaint has the file with this digest (hexadecimal). Reading thread only.
  virtual Outcome<bool, Failure> is_attached(std::string_view sha256) = 0;

  /// Whether the store answers at all. Reading thread only.
  virtual bool reachable() = 0;
};

}  // namespace putright::store
