// What the store only reads, over any engine that speaks SQL. For the reading thread.
#pragma once
#include <memory>

#include "server-stub/store/sql.hpp"
#include "server-stub/store/sql_report.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

/// What `reading` reads, or why it could not.
template <class Reading>
auto read(Reading reading) -> Outcome<decltype(reading()), Failure> {
  try {
    return reading();
  } catch (sql::SqlError const& error) {
    return Failure{error.what()};
  }
}

/// The reading half of a store; what it keeps is for its heir (sql_store.cpp).
class SqlReading : public Store {
 public:
  explicit SqlReading(std::unique_ptr<sql::Connection> reading);

  Outcome<std::optional<KeptComplaint>, Failure> find(std::string_view reference) override;
  Outcome<std::optional<KeptAct>, Failure> find_act(std::string_view reference,
                                                    std::string_view idempotency_key) override;
  Outcome<std::vector<WorkRow>, Failure> work_list(WorkQuery const& query) override;
  Outcome<WorkCounts, Failure> work_counts(std::string_view brand, std::string_view today,
                                           std::string_view soon_until) override;
  Outcome<std::vector<std::string>, Failure> audit_entries(std::string_view reference,
                                                           std::string_view act) override;
  Outcome<std::vector<std::string>, Failure> outdated_overviews(std::string_view policy_sha256,
                                                                std::string_view after,
                                                                std::size_t limit) override;
  Outcome<std::vector<std::string>, Failure> references(Overview::Open open, std::string_view after,
                                                        std::size_t limit) override;
  Outcome<ReportRows, Failure> report(ReportQuery const& query) override;
  Outcome<std::vector<std::string>, Failure> attached_to(std::string_view reference) override;
  Outcome<bool, Failure> is_attached(std::string_view sha256) override;
  bool reachable() override;

 protected:
  sql::Connection& reading() { return *reads_; }

 private:
  std::vector<KeptEvent> events_of(std::string_view reference);

  std::unique_ptr<sql::Connection> reads_;
  sql::Statement find_reference_;
  sql::Statement find_events_;
  sql::Statement find_act_;
  sql::Statement find_attached_;
  sql::Statement list_all_;
  sql::Statement list_brand_;
  sql::Statement count_all_;
  sql::Statement count_brand_;
  sql::Statement find_audit_;
  sql::Statement find_outdated_;
  sql::Statement find_by_state_;
  sql::Statement find_attached_to_;
  ReportReader report_;
  sql::Statement ask_;
};

}  // namespace putright::store
