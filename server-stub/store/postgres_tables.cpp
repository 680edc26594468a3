#include "server-stub/store/postgres_tables.hpp"

#include <array>

namespace putright::store {
namespace {

using postgres::Database;

// Each step takes the tables from one version to the next. A step that has been released is never
// changed. Texts are ordered by their bytes, whatever the database's own order is.
constexpr std::array kMigrations{
    R"sql(
      CREATE TABLE complaints(
        reference TEXT COLLATE "C" NOT NULL PRIMARY KEY,
        idempotency_key TEXT COLLATE "C" NOT NULL UNIQUE,
        content_sha256 BYTEA NOT NULL CHECK (length(content_sha256) = 32),
        tracking_key_sha256 BYTEA NOT NULL CHECK (length(tracking_key_sha256) = 32),
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
      );
      CREATE TABLE events(
        reference TEXT COLLATE "C" NOT NULL REFERENCES complaints(reference),
        position BIGINT NOT NULL,
        type TEXT NOT NULL,
        at TEXT COLLATE "C" NOT NULL,
        body TEXT NOT NULL,
        promised TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (reference, position)
      );
      CREATE TABLE acts(
        reference TEXT COLLATE "C" NOT NULL REFERENCES complaints(reference),
        idempotency_key TEXT COLLATE "C" NOT NULL,
        content_sha256 BYTEA NOT NULL CHECK (length(content_sha256) = 32),
        events BIGINT NOT NULL,
        PRIMARY KEY (reference, idempotency_key)
      );
      CREATE TABLE attached(
        sha256 TEXT COLLATE "C" NOT NULL,
        reference TEXT COLLATE "C" NOT NULL REFERENCES complaints(reference),
        PRIMARY KEY (sha256, reference)
      );
      CREATE TABLE audit(
        position BIGINT NOT NULL PRIMARY KEY,
        reference TEXT COLLATE "C" NOT NULL,
        act TEXT COLLATE "C" NOT NULL,
        entry TEXT NOT NULL,
        digest TEXT NOT NULL
      );
      CREATE INDEX audit_of_complaint ON audit(reference, act, position);
      CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$;
      CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
      CREATE TABLE overviews(
        reference TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES complaints(reference),
        brand TEXT COLLATE "C" NOT NULL,
        kind TEXT NOT NULL,
        matter TEXT NOT NULL,
        status TEXT NOT NULL,
        stage BIGINT NOT NULL,
        is_open BIGINT NOT NULL,
        received_on TEXT COLLATE "C" NOT NULL,
        next_event TEXT NOT NULL,
        next_by TEXT COLLATE "C" NOT NULL,
        waits_for_customer BIGINT NOT NULL,
        officer TEXT NOT NULL,
        finding TEXT NOT NULL,
        policy_sha256 TEXT COLLATE "C" NOT NULL,
        actions_outstanding BIGINT NOT NULL DEFAULT 0
      );
      CREATE INDEX overviews_with_actions ON overviews(received_on, reference)
        WHERE actions_outstanding > 0;
      CREATE INDEX overviews_to_do ON overviews(is_open, next_by, reference);
      CREATE INDEX overviews_to_do_of_brand ON overviews(
        brand, is_open, next_by, waits_for_customer, reference);
      CREATE INDEX overviews_by_policy ON overviews(policy_sha256);
      CREATE TABLE deadlines(
        reference TEXT COLLATE "C" NOT NULL REFERENCES complaints(reference),
        id TEXT COLLATE "C" NOT NULL,
        promised_on TEXT COLLATE "C" NOT NULL,
        due_on TEXT COLLATE "C" NOT NULL,
        met_on TEXT COLLATE "C" NOT NULL,
        PRIMARY KEY (reference, id)
      );
      CREATE INDEX deadlines_unmet ON deadlines(id, promised_on, reference)
        WHERE met_on = '9999-12-31';
      CREATE INDEX deadlines_not_in_time ON deadlines(promised_on, id, reference, met_on)
        WHERE met_on > promised_on;
    )sql",
    R"sql(
      CREATE TABLE notices(
        reference TEXT COLLATE "C" NOT NULL,
        position BIGINT NOT NULL,
        kind TEXT COLLATE "C" NOT NULL,
        way TEXT NOT NULL,
        state TEXT NOT NULL,
        made_at TEXT COLLATE "C" NOT NULL,
        tries BIGINT NOT NULL,
        next_try_at TEXT COLLATE "C" NOT NULL,
        lease TEXT NOT NULL,
        leased_until TEXT COLLATE "C" NOT NULL,
        last_failure TEXT NOT NULL,
        PRIMARY KEY (reference, position, kind),
        FOREIGN KEY (reference, position) REFERENCES events(reference, position)
      );
      CREATE INDEX notices_due ON notices(state, way, next_try_at);
      CREATE TABLE erasures(
        reference TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES complaints(reference),
        erased_on TEXT COLLATE "C" NOT NULL
      );
    )sql",
    // What SQLite has and PostgreSQL calls otherwise, then the counting of what reports add up.
    // 9999-12-31 is kNoDay.
    R"sql(
      CREATE FUNCTION instr(a TEXT, b TEXT) RETURNS BIGINT IMMUTABLE LANGUAGE sql AS
        $$ SELECT strpos(a, b)::BIGINT $$;
      CREATE FUNCTION iif(a BOOLEAN, b TEXT, c TEXT) RETURNS TEXT IMMUTABLE LANGUAGE sql AS
        $$ SELECT CASE WHEN a THEN b ELSE c END $$;
      CREATE INDEX events_with_learning ON events(at, reference, position)
        WHERE strpos(body, '"learning":') > 0;
      CREATE TABLE tallies(
        month TEXT COLLATE "C" NOT NULL,
        brand TEXT COLLATE "C" NOT NULL,
        what TEXT COLLATE "C" NOT NULL,
        outcome TEXT COLLATE "C" NOT NULL,
        kind TEXT COLLATE "C" NOT NULL,
        matter TEXT COLLATE "C" NOT NULL,
        complaints BIGINT NOT NULL,
        PRIMARY KEY (month, brand, what, outcome, kind, matter)
      );
      CREATE FUNCTION tally(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, BIGINT) RETURNS VOID LANGUAGE sql AS
        $$ INSERT INTO tallies VALUES(substr($1, 1, 7), $2, $3, $4, $5, $6, $7)
           ON CONFLICT(month, brand, what, outcome, kind, matter)
           DO UPDATE SET complaints = tallies.complaints + excluded.complaints $$;
      CREATE FUNCTION count_overview() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'INSERT' THEN
          PERFORM tally(NEW.received_on, NEW.brand, 'received', '', NEW.kind, NEW.matter, 1);
        ELSIF OLD.finding <> '' AND OLD.finding <> NEW.finding THEN
          PERFORM tally(OLD.received_on, OLD.brand, 'finding', OLD.finding, '', '', -1);
        END IF;
        IF NEW.finding <> '' AND (TG_OP = 'INSERT' OR OLD.finding <> NEW.finding) THEN
          PERFORM tally(NEW.received_on, NEW.brand, 'finding', NEW.finding, '', '', 1);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER overview_is_counted AFTER INSERT OR UPDATE OF finding ON overviews
        FOR EACH ROW EXECUTE FUNCTION count_overview();
      CREATE FUNCTION count_deadline() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          one deadlines%ROWTYPE;
          step BIGINT;
        BEGIN
          IF TG_OP = 'INSERT' THEN one := NEW; step := 1; ELSE one := OLD; step := -1; END IF;
          IF one.met_on <> '9999-12-31' THEN
            PERFORM tally(received_on, brand, one.id,
                          iif(one.met_on > one.promised_on, 'late', 'in_time'), '', '', step)
              FROM overviews WHERE reference = one.reference;
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER deadline_is_counted AFTER INSERT OR DELETE ON deadlines
        FOR EACH ROW EXECUTE FUNCTION count_deadline();
    )sql",
    // What the customer was told before this version is not known: the next start fills it in.
    R"sql(
      CREATE TABLE dates_told(
        reference TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES complaints(reference),
        dates TEXT NOT NULL
      );
      UPDATE overviews SET policy_sha256 = '';
      ALTER TABLE notices ADD COLUMN calendar TEXT COLLATE "C" NOT NULL DEFAULT '';
      ALTER TABLE notices ADD COLUMN changes TEXT NOT NULL DEFAULT '';
      ALTER TABLE notices DROP CONSTRAINT notices_pkey;
      ALTER TABLE notices ADD PRIMARY KEY (reference, position, kind, calendar);
      CREATE INDEX notices_by_hand ON notices(made_at, reference, position, kind, calendar)
        WHERE state = 'given_up' OR (state = 'waiting' AND way IN ('letter', 'phone'));
      CREATE TABLE published_changes(
        id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
        brand TEXT COLLATE "C" NOT NULL,
        told TEXT NOT NULL,
        changed TEXT NOT NULL,
        published_on TEXT COLLATE "C" NOT NULL,
        taken_back_on TEXT COLLATE "C" NOT NULL
      );
    )sql",
};

std::size_t version_of(Database& database) {
  return std::stoul(database.ask("SELECT coalesce(max(version), 0) FROM putright_version"));
}

bool has_table(Database& database, std::string const& name) {
  return database.ask("SELECT to_regclass('" + name + "') IS NOT NULL") == "t";
}

// Why the database cannot be used; empty: it can.
std::string stranger(Database& database) {
  if (database.ask("SHOW fsync") == "off")
    return "its server runs with fsync = off: what is kept would not be on the disk";
  if (database.ask("SELECT current_schema() IS NULL") == "t")
    return "its search_path names no schema that is there";
  if (!has_tables(database) && has_table(database, "complaints"))
    return "it belongs to another program";
  if (has_tables(database) && version_of(database) > kMigrations.size())
    return "a newer version of Putright wrote it";
  return "";
}

}  // namespace

bool has_tables(Database& database) {
  return has_table(database, "putright_version");
}

std::string migrate(Database& database) {
  sql::Transaction transaction{database};
  if (std::string wrong = stranger(database); !wrong.empty()) return wrong;
  database.run("CREATE TABLE IF NOT EXISTS putright_version(version BIGINT NOT NULL)");
  for (std::size_t version = version_of(database); version < kMigrations.size(); ++version) {
    database.run(kMigrations.at(version));
    database.run("INSERT INTO putright_version VALUES (" + std::to_string(version + 1) + ")");
  }
  transaction.commit();
  return "";
}

}  // namespace putright::store
