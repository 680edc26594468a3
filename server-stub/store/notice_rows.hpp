// The rows of what customers are still to be told, or have been: part of a store that speaks SQL.
// Throws what its statements throw; whoever owns it catches.
#pragma once
#include "server-stub/store/sql.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

class NoticeRows {
 public:
  NoticeRows(sql::Connection& writing, sql::Connection& reading)
      : writing_(writing), reading_(reading) {}

  /// Within the transaction of the event that it is about.
  void insert(std::string_view reference, std::size_t position, NewNotice const& notice);
  /// False: somebody else has it, or it no longer waits.
  bool lease(NoticeLease const& lease);
  /// False: the lease is another's now, it was sent before, or it went another way than asked for.
  bool put(NoticeOutcome const& outcome);

  std::vector<KeptNotice> due(std::string_view now, std::size_t limit);
  std::vector<KeptNotice> of(std::string_view reference);
  std::vector<HandNotice> by_hand(HandQuery const& query);
  NoticeCounts counts();

 private:
  static std::string rows_where(std::string const& condition);

  sql::Connection& writing_;
  sql::Connection& reading_;
  sql::Statement insert_{
      writing_,
      "INSERT INTO notices(reference, position, kind, calendar, changes, way, state, made_at, "
      "tries, "
      "next_try_at, lease, leased_until, last_failure) VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, 0, "
      "?, '', '', '')"};
  sql::Statement lease_{
      writing_,
      "UPDATE notices SET lease = ?1, leased_until = ?2 WHERE reference = ?3 AND position = ?4 AND "
      "kind = ?5 AND calendar = ?6 AND state = 'waiting' AND leased_until <= ?7 AND next_try_at <= "
      "?7 RETURNING 1"};
  sql::Statement put_{
      writing_,
      "UPDATE notices SET way = ?1, state = ?2, tries = ?3, next_try_at = ?4, last_failure = ?5, "
      "lease = '', leased_until = '' WHERE reference = ?6 AND position = ?7 AND kind = ?8 AND "
      "calendar = ?9 AND lease = ?10 AND ((state = 'waiting' AND way = ?1 AND (way = 'email') = "
      "(lease <> '')) OR "
      "(state = 'given_up' AND lease = '')) RETURNING 1"};
  sql::Statement due_{reading_, rows_where("state = 'waiting' AND way = 'email' AND next_try_at "
                                           "<= ?1 AND leased_until <= ?1 ORDER BY next_try_at "
                                           "LIMIT ?2")};
  sql::Statement of_{reading_,
                     rows_where("reference = ? ORDER BY position, made_at, kind, calendar")};
  sql::Statement by_hand_{
      reading_,
      rows_where("(state = 'given_up' OR (state = 'waiting' AND way IN ('letter', 'phone'))) AND "
                 "(made_at, reference, position, kind, calendar) > (?, ?, ?, ?, ?) ORDER BY "
                 "made_at, reference, position, kind, calendar LIMIT ?")};
  sql::Statement brand_of_{reading_, "SELECT brand FROM complaints WHERE reference = ?"};
  sql::Statement counts_{
      reading_,
      "SELECT count(*) FILTER (WHERE state = 'waiting' AND way = 'email'), count(*) FILTER (WHERE "
      "state = 'waiting' AND way <> 'email'), count(*) FILTER (WHERE state = 'given_up') FROM "
      "notices WHERE state IN ('waiting', 'given_up')"};
};

}  // namespace putright::store
