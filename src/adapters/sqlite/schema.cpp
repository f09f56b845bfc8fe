#include "adapters/sqlite/schema.h"

#include <fmt/format.h>

#include <array>

namespace regreen {
namespace {

// Version n is reached by running entry n - 1. Entries are never changed once released, only added.
constexpr auto migrations = std::to_array<const char*>({
    R"sql(
CREATE TABLE cases (
  id         TEXT PRIMARY KEY,
  repository TEXT NOT NULL DEFAULT '',
  head       TEXT NOT NULL DEFAULT '',
  run        TEXT NOT NULL DEFAULT '',
  opened_at  TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  decision   TEXT
);
CREATE INDEX cases_by_change ON cases (changed_at);

CREATE TABLE chapters (
  case_id TEXT NOT NULL REFERENCES cases (id),
  number  INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  at      TEXT NOT NULL,
  body    TEXT NOT NULL,
  PRIMARY KEY (case_id, number)
) WITHOUT ROWID;

-- What failed: one row for each diagnosis of a run. For people to query.
CREATE TABLE failures (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  timestamp       TEXT NOT NULL,
  case_id         TEXT NOT NULL,
  run_id          TEXT NOT NULL,
  repository      TEXT NOT NULL,
  commit_sha      TEXT NOT NULL,
  job_name        TEXT NOT NULL,
  step_name       TEXT NOT NULL,
  category        TEXT NOT NULL,
  severity        TEXT NOT NULL,
  confidence      REAL NOT NULL,
  root_cause      TEXT NOT NULL,
  error_signature TEXT NOT NULL,
  rule            TEXT NOT NULL,
  auto_fixable    INTEGER NOT NULL,
  resolved_at     TEXT
);
CREATE INDEX failures_by_signature ON failures (error_signature, timestamp);
CREATE INDEX failures_by_category ON failures (category);
CREATE INDEX failures_by_case ON failures (case_id);

-- What was tried: one row for each remedy that changed something and was rehearsed.
CREATE TABLE fix_attempts (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  failure_id       INTEGER REFERENCES failures (id),
  timestamp        TEXT NOT NULL,
  case_id          TEXT NOT NULL,
  category         TEXT NOT NULL,
  error_signature  TEXT NOT NULL,
  fix_type         TEXT NOT NULL,
  verdict          TEXT NOT NULL,
  success          INTEGER NOT NULL,
  duration_seconds REAL NOT NULL,
  details          TEXT NOT NULL
);
CREATE INDEX fix_attempts_by_signature ON fix_attempts (error_signature);
CREATE INDEX fix_attempts_by_category ON fix_attempts (category);
)sql",
    R"sql(
ALTER TABLE cases ADD COLUMN branch TEXT NOT NULL DEFAULT '';
ALTER TABLE failures ADD COLUMN branch TEXT NOT NULL DEFAULT '';
CREATE INDEX failures_by_time ON failures (timestamp);
CREATE INDEX failures_not_repaired ON failures (repository, branch, job_name) WHERE resolved_at IS NULL;

-- What is known of each signature, added up by the triggers below: one row answers how often, since when, how long
-- repairs took and which part of them helped.
CREATE TABLE signatures (
  signature      TEXT PRIMARY KEY,
  identity       TEXT NOT NULL DEFAULT '',
  category       TEXT NOT NULL DEFAULT '',
  root_cause     TEXT NOT NULL DEFAULT '',
  seen           INTEGER NOT NULL DEFAULT 0,
  first_seen     TEXT,
  last_seen      TEXT,
  repaired       INTEGER NOT NULL DEFAULT 0,
  repair_minutes REAL NOT NULL DEFAULT 0,
  attempts       INTEGER NOT NULL DEFAULT 0,
  successes      INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

INSERT INTO signatures (signature, category, root_cause, seen, first_seen, last_seen, repaired, repair_minutes)
  SELECT error_signature, MAX(category), MAX(root_cause), COUNT(*), MIN(timestamp), MAX(timestamp), COUNT(resolved_at),
         TOTAL(ROUND((julianday(resolved_at) - julianday(timestamp)) * 86400000) / 60000)
  FROM failures GROUP BY error_signature;
INSERT INTO signatures (signature, attempts, successes)
  SELECT error_signature, COUNT(*), SUM(success) FROM fix_attempts WHERE true GROUP BY error_signature
  ON CONFLICT (signature) DO UPDATE SET attempts = excluded.attempts, successes = excluded.successes;

CREATE TRIGGER failure_added AFTER INSERT ON failures BEGIN
  INSERT INTO signatures (signature, category, root_cause, seen, first_seen, last_seen)
    VALUES (NEW.error_signature, NEW.category, NEW.root_cause, 1, NEW.timestamp, NEW.timestamp)
    ON CONFLICT (signature) DO UPDATE SET
      category = excluded.category, root_cause = excluded.root_cause, seen = seen + 1,
      first_seen = MIN(COALESCE(first_seen, excluded.first_seen), excluded.first_seen),
      last_seen = MAX(COALESCE(last_seen, excluded.last_seen), excluded.last_seen);
END;
CREATE TRIGGER failure_repaired AFTER UPDATE OF resolved_at ON failures
  WHEN OLD.resolved_at IS NULL AND NEW.resolved_at IS NOT NULL BEGIN
  UPDATE signatures SET repaired = repaired + 1,
    repair_minutes = repair_minutes + ROUND((julianday(NEW.resolved_at) - julianday(NEW.timestamp)) * 86400000) / 60000
    WHERE signature = NEW.error_signature;
END;
CREATE TRIGGER failure_removed AFTER DELETE ON failures BEGIN
  UPDATE signatures SET seen = seen - 1,
    first_seen = (SELECT MIN(timestamp) FROM failures WHERE error_signature = OLD.error_signature),
    last_seen = (SELECT MAX(timestamp) FROM failures WHERE error_signature = OLD.error_signature),
    repaired = repaired - (OLD.resolved_at IS NOT NULL),
    repair_minutes = repair_minutes - COALESCE(ROUND((julianday(OLD.resolved_at) - julianday(OLD.timestamp)) * 86400000) / 60000, 0)
    WHERE signature = OLD.error_signature;
END;
CREATE TRIGGER attempt_added AFTER INSERT ON fix_attempts BEGIN
  INSERT INTO signatures (signature, category, attempts, successes)
    VALUES (NEW.error_signature, NEW.category, 1, NEW.success)
    ON CONFLICT (signature) DO UPDATE SET attempts = attempts + 1, successes = successes + NEW.success;
END;
)sql",
    R"sql(
-- What green runs of each step print: hashes of templates of lines, see model/sketch.h. No word of a log is in it.
CREATE TABLE green_steps (
  repository TEXT NOT NULL,
  workflow   TEXT NOT NULL,
  job        TEXT NOT NULL,
  step       TEXT NOT NULL,
  runs       INTEGER NOT NULL,
  templates  INTEGER NOT NULL,
  learned_at TEXT NOT NULL,
  sketch     BLOB NOT NULL,
  UNIQUE (repository, workflow, job, step)
);
)sql",
    R"sql(
-- One row where somebody has stopped all healing that nobody watches.
CREATE TABLE stop (
  at     TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX fix_attempts_by_case ON fix_attempts (case_id);

-- A repair that is taken back was none.
CREATE TRIGGER attempt_taken_back AFTER UPDATE OF success ON fix_attempts WHEN OLD.success <> NEW.success BEGIN
  UPDATE signatures SET successes = successes + NEW.success - OLD.success WHERE signature = NEW.error_signature;
END;
CREATE TRIGGER failure_not_repaired AFTER UPDATE OF resolved_at ON failures
  WHEN OLD.resolved_at IS NOT NULL AND NEW.resolved_at IS NULL BEGIN
  UPDATE signatures SET repaired = repaired - 1,
    repair_minutes = repair_minutes - ROUND((julianday(OLD.resolved_at) - julianday(OLD.timestamp)) * 86400000) / 60000
    WHERE signature = OLD.error_signature;
END;
)sql",
});

Result<std::size_t> version_of(Database& database) {
  const auto rows = TRY(database.run("PRAGMA user_version"));
  const auto version = static_cast<std::size_t>(integer_of(rows.at(0).at(0)));
  if (version <= migrations.size()) return version;
  return fail(ErrorKind::invalid,
              fmt::format("the store is of a newer regreen (version {}, this one knows {}); use that one", version,
                          migrations.size()));
}

}  // namespace

Result<bool> is_up_to_date(Database& database) {
  const std::size_t version = TRY(version_of(database));
  return version == migrations.size();
}

Result<void> migrate(Database& database) {
  std::size_t version = TRY(version_of(database));
  while (version < migrations.size()) {
    auto transaction = TRY(Transaction::begin(database));
    const auto again = TRY(database.run("PRAGMA user_version"));  // another process may have been first
    version = static_cast<std::size_t>(integer_of(again.at(0).at(0)));
    if (version >= migrations.size()) break;
    TRY(database.script(migrations[version]));
    ++version;
    TRY(database.script(fmt::format("PRAGMA user_version = {}", version)));
    TRY(transaction.commit());
  }
  return {};
}

}  // namespace regreen
