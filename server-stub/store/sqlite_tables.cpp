#include "server-stub/store/sqlite_tables.hpp"

#include <array>

#include "server-stub/limits.hpp"

namespace putright::store {
namespace {

using sql::Statement;
using sql::Transaction;
using sqlite::Database;

// "PutR": marks the file as ours (PRAGMA application_id).
constexpr std::int64_t kApplicationId = 0x50757452;

// Each step takes the tables from one version to the next. A step that has been released is never
// changed.
constexpr std::array kMigrations{
    R"sql(
      CREATE TABLE complaints(
        reference TEXT NOT NULL PRIMARY KEY,
        idempotency_key TEXT NOT NULL UNIQUE,
        content_sha256 BLOB NOT NULL CHECK (length(content_sha256) = 32),
        tracking_key_sha256 BLOB NOT NULL CHECK (length(tracking_key_sha256) = 32),
        brand TEXT NOT NULL,
        kind TEXT NOT NULL,
        matter TEXT NOT NULL,
        relationship TEXT NOT NULL,
        edition TEXT NOT NULL,
        promised TEXT NOT NULL,
        received_at TEXT NOT NULL,
        submission TEXT NOT NULL,
        receipt TEXT NOT NULL,
        answer TEXT NOT NULL
      ) STRICT;
      CREATE TABLE events(
        reference TEXT NOT NULL REFERENCES complaints(reference),
        position INTEGER NOT NULL,
        type TEXT NOT NULL,
        at TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (reference, position)
      ) STRICT, WITHOUT ROWID;
    )sql",
    R"sql(
      CREATE TABLE acts(
        reference TEXT NOT NULL REFERENCES complaints(reference),
        idempotency_key TEXT NOT NULL,
        content_sha256 BLOB NOT NULL CHECK (length(content_sha256) = 32),
        events INTEGER NOT NULL,
        PRIMARY KEY (reference, idempotency_key)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE attached(
        sha256 TEXT NOT NULL,
        reference TEXT NOT NULL REFERENCES complaints(reference),
        PRIMARY KEY (sha256, reference)
      ) STRICT, WITHOUT ROWID;
    )sql",
    // An audit entry is never changed and never goes: the file itself refuses.
    R"sql(
      ALTER TABLE events ADD COLUMN promised TEXT NOT NULL DEFAULT '[]';
      CREATE TABLE audit(
        position INTEGER NOT NULL PRIMARY KEY,
        reference TEXT NOT NULL,
        act TEXT NOT NULL,
        entry TEXT NOT NULL,
        digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX audit_of_complaint ON audit(reference, act, position);
      CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
      CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
      CREATE TABLE overviews(
        reference TEXT NOT NULL PRIMARY KEY REFERENCES complaints(reference),
        brand TEXT NOT NULL,
        kind TEXT NOT NULL,
        matter TEXT NOT NULL,
        status TEXT NOT NULL,
        stage INTEGER NOT NULL,
        is_open INTEGER NOT NULL,
        received_on TEXT NOT NULL,
        next_event TEXT NOT NULL,
        next_by TEXT NOT NULL,
        waits_for_customer INTEGER NOT NULL,
        officer TEXT NOT NULL,
        finding TEXT NOT NULL,
        policy_sha256 TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX overviews_to_do ON overviews(is_open, next_by, reference);
      CREATE INDEX overviews_to_do_of_brand ON overviews(
        brand, is_open, next_by, waits_for_customer, reference);
      CREATE INDEX overviews_by_policy ON overviews(policy_sha256);
      CREATE TABLE deadlines(
        reference TEXT NOT NULL REFERENCES complaints(reference),
        id TEXT NOT NULL,
        promised_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        met_on TEXT NOT NULL,
        PRIMARY KEY (reference, id)
      ) STRICT, WITHOUT ROWID;
    )sql",
    R"sql(
      CREATE TABLE notices(
        reference TEXT NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        way TEXT NOT NULL,
        state TEXT NOT NULL,
        made_at TEXT NOT NULL,
        tries INTEGER NOT NULL,
        next_try_at TEXT NOT NULL,
        lease TEXT NOT NULL,
        leased_until TEXT NOT NULL,
        last_failure TEXT NOT NULL,
        PRIMARY KEY (reference, position, kind),
        FOREIGN KEY (reference, position) REFERENCES events(reference, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX notices_due ON notices(state, way, next_try_at);
    )sql",
    // What reports add up is counted as it is kept: a report of many complaints reads few rows.
    // 9999-12-31 is kNoDay. The overviews are made again at the next start: they have a new column.
    R"sql(
      CREATE TABLE erasures(
        reference TEXT NOT NULL PRIMARY KEY REFERENCES complaints(reference),
        erased_on TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE overviews ADD COLUMN actions_outstanding INTEGER NOT NULL DEFAULT 0;
      UPDATE overviews SET policy_sha256 = '';
      CREATE INDEX overviews_with_actions ON overviews(
        received_on, reference, brand, actions_outstanding)
        WHERE actions_outstanding > 0;
      DROP INDEX overviews_to_do;
      CREATE INDEX overviews_to_do ON overviews(
        is_open, next_by, reference, waits_for_customer);
      CREATE INDEX deadlines_unmet ON deadlines(id, promised_on, reference)
        WHERE met_on = '9999-12-31';
      CREATE INDEX deadlines_not_in_time ON deadlines(promised_on, id, reference, met_on)
        WHERE met_on > promised_on;
      CREATE INDEX events_with_learning ON events(at, reference, position)
        WHERE instr(body, '"learning":') > 0;
      CREATE TABLE tallies(
        month TEXT NOT NULL,
        brand TEXT NOT NULL,
        what TEXT NOT NULL,
        outcome TEXT NOT NULL,
        kind TEXT NOT NULL,
        matter TEXT NOT NULL,
        complaints INTEGER NOT NULL,
        PRIMARY KEY (month, brand, what, outcome, kind, matter)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER overview_is_counted AFTER INSERT ON overviews BEGIN
        INSERT INTO tallies VALUES(substr(NEW.received_on, 1, 7), NEW.brand, 'received', '',
          NEW.kind, NEW.matter, 1) ON CONFLICT DO UPDATE SET complaints = complaints + 1;
      END;
      CREATE TRIGGER finding_is_counted AFTER INSERT ON overviews WHEN NEW.finding <> '' BEGIN
        INSERT INTO tallies VALUES(substr(NEW.received_on, 1, 7), NEW.brand, 'finding',
          NEW.finding, '', '', 1) ON CONFLICT DO UPDATE SET complaints = complaints + 1;
      END;
      CREATE TRIGGER finding_is_changed AFTER UPDATE OF finding ON overviews
        WHEN NEW.finding <> OLD.finding BEGIN
        UPDATE tallies SET complaints = complaints - 1 WHERE month = substr(OLD.received_on, 1, 7)
          AND brand = OLD.brand AND what = 'finding' AND outcome = OLD.finding AND kind = ''
          AND matter = '';
        INSERT INTO tallies SELECT substr(NEW.received_on, 1, 7), NEW.brand, 'finding',
          NEW.finding, '', '', 1 WHERE NEW.finding <> ''
          ON CONFLICT DO UPDATE SET complaints = complaints + 1;
      END;
      CREATE TRIGGER deadline_is_counted AFTER INSERT ON deadlines WHEN NEW.met_on <> '9999-12-31'
      BEGIN
        INSERT INTO tallies SELECT substr(received_on, 1, 7), brand, NEW.id,
          iif(NEW.met_on > NEW.promised_on, 'late', 'in_time'), '', '', 1
          FROM overviews WHERE reference = NEW.reference
          ON CONFLICT DO UPDATE SET complaints = complaints + 1;
      END;
      CREATE TRIGGER deadline_is_not_counted AFTER DELETE ON deadlines
        WHEN OLD.met_on <> '9999-12-31' BEGIN
        UPDATE tallies SET complaints = complaints - 1
          WHERE (month, brand) = (SELECT substr(received_on, 1, 7), brand FROM overviews
          WHERE reference = OLD.reference) AND what = OLD.id
          AND outcome = iif(OLD.met_on > OLD.promised_on, 'late', 'in_time') AND kind = ''
          AND matter = '';
      END;
      INSERT INTO tallies SELECT substr(received_on, 1, 7), brand, 'received', '', kind, matter,
        count(*) FROM overviews GROUP BY 1, 2, 5, 6;
      INSERT INTO tallies SELECT substr(received_on, 1, 7), brand, 'finding', finding, '', '',
        count(*) FROM overviews WHERE finding <> '' GROUP BY 1, 2, 4;
      INSERT INTO tallies SELECT substr(received_on, 1, 7), brand, id,
        iif(met_on > promised_on, 'late', 'in_time'), '', '', count(*)
        FROM deadlines JOIN overviews USING (reference) WHERE met_on <> '9999-12-31'
        GROUP BY 1, 2, 3, 4;
    )sql",
    // What the customer was told before this version is not known: the next start fills it in with
    // what they read then. A notice's calendar is a part of its key: SQLite changes no key in
    // place.
    R"sql(
      CREATE TABLE dates_told(
        reference TEXT NOT NULL PRIMARY KEY REFERENCES complaints(reference),
        dates TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      UPDATE overviews SET policy_sha256 = '';
      CREATE TABLE notices_with_calendar(
        reference TEXT NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        calendar TEXT NOT NULL,
        changes TEXT NOT NULL,
        way TEXT NOT NULL,
        state TEXT NOT NULL,
        made_at TEXT NOT NULL,
        tries INTEGER NOT NULL,
        next_try_at TEXT NOT NULL,
        lease TEXT NOT NULL,
        leased_until TEXT NOT NULL,
        last_failure TEXT NOT NULL,
        PRIMARY KEY (reference, position, kind, calendar),
        FOREIGN KEY (reference, position) REFERENCES events(reference, position)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO notices_with_calendar SELECT reference, position, kind, '', '', way, state,
        made_at, tries, next_try_at, lease, leased_until, last_failure FROM notices;
      DROP TABLE notices;
      ALTER TABLE notices_with_calendar RENAME TO notices;
      CREATE INDEX notices_due ON notices(state, way, next_try_at);
      CREATE INDEX notices_by_hand ON notices(made_at, reference, position, kind, calendar)
        WHERE state = 'given_up' OR (state = 'waiting' AND way IN ('letter', 'phone'));
      CREATE TABLE published_changes(
        id TEXT NOT NULL PRIMARY KEY,
        brand TEXT NOT NULL,
        told TEXT NOT NULL,
        changed TEXT NOT NULL,
        published_on TEXT NOT NULL,
        taken_back_on TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    )sql",
};

std::int64_t pragma(Database& database, std::string_view name) {
  Statement statement{database, "PRAGMA " + std::string{name}};
  return statement.step() ? statement.number(0) : 0;
}

std::size_t version_of(Database& database) {
  return static_cast<std::size_t>(pragma(database, "user_version"));
}

// One step. The version is read again inside: another program may just have taken it.
void migrate_once(Database& database) {
  Transaction transaction{database};
  std::size_t const version = version_of(database);
  if (version == kMigrations.size()) return;
  database.run(kMigrations.at(version));
  database.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  database.run(("PRAGMA user_version = " + std::to_string(version + 1)).c_str());
  transaction.commit();
}

}  // namespace

void set_up(Database& database) {
  database.wait_for_others(limits::kStoreBusyTime);
  database.run("PRAGMA foreign_keys = ON");
  database.run("PRAGMA trusted_schema = OFF");
}

std::string stranger(Database& database) {
  auto const version = pragma(database, "user_version");
  if (version != 0 && pragma(database, "application_id") != kApplicationId)
    return "it belongs to another program";
  if (version > static_cast<std::int64_t>(kMigrations.size()))
    return "a newer version of Putright wrote it";
  return "";
}

std::string damage(Database& database, Checking checking) {
  Statement check{database, checking == Checking::quick ? "PRAGMA quick_check(1)"
                                                        : "PRAGMA integrity_check(1)"};
  if (check.step() && check.text(0) == "ok") return "";
  return kDamaged;
}

void migrate(Database& database) {
  while (version_of(database) < kMigrations.size())
    migrate_once(database);
}

}  // namespace putright::store
