#include "adapters/sqlite/schema.h"

#include <array>

#include <fmt/format.h>

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
});

}  // namespace

Result<void> migrate(Database& database) {
  const auto rows = TRY(database.run("PRAGMA user_version"));
  auto version = static_cast<std::size_t>(integer_of(rows.at(0).at(0)));
  if (version > migrations.size()) {
    return fail(ErrorKind::invalid, fmt::format("the store is of a newer regreen (version {}, this one knows {}); use that one",
                                                version, migrations.size()));
  }
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
