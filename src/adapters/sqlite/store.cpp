#include "adapters/sqlite/store.h"

#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "adapters/sqlite/schema.h"
#include "base/text.h"
#include "base/time.h"
#include "model/history.h"
#include "model/record.h"

namespace regreen {
namespace {

constexpr std::array<const char*, 3> severities = {"low", "medium", "high"};

SqlValue text(std::string_view value) { return valid_utf8(value); }
SqlValue number(std::size_t value) { return static_cast<std::int64_t>(value); }

std::optional<Timestamp> time_of(const SqlValue& value) { return from_iso(text_of(value)); }

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path) {
  Database database = TRY(Database::open(path));
  TRY(migrate(database));
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(database)));
}

Result<std::optional<Case>> SqliteStore::load(const CaseId& id) {
  const auto rows = TRY(database_.run("SELECT kind, at, body FROM chapters WHERE case_id = ? ORDER BY number", {id.value}));
  if (rows.empty()) return std::nullopt;
  Case one(id);
  for (const auto& row : rows) {
    const auto at = time_of(row[1]);
    if (!at) return fail(ErrorKind::invalid, fmt::format("case {}: a chapter without a time", id.value));
    ChapterBody body = TRY(chapter_from_json(text_of(row[0]), text_of(row[2])));
    one.add(*at, std::move(body));
  }
  return one;
}

Result<void> SqliteStore::append(const CaseId& id, const Chapter& chapter) {
  auto transaction = TRY(Transaction::begin(database_));
  const std::string at = to_iso(chapter.at);
  TRY(database_.run("INSERT INTO cases (id, opened_at, changed_at) VALUES (?1, ?2, ?2) "
                    "ON CONFLICT (id) DO UPDATE SET changed_at = ?2",
                    {id.value, at}));
  const std::string body = to_json(chapter.body).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  TRY(database_.run("INSERT INTO chapters (case_id, number, kind, at, body) "
                    "SELECT ?1, COALESCE(MAX(number), 0) + 1, ?2, ?3, ?4 FROM chapters WHERE case_id = ?1",
                    {id.value, text(kind_of(chapter.body)), at, body}));
  TRY(tell_people(id, chapter));
  return transaction.commit();
}

Result<void> SqliteStore::tell_people(const CaseId& id, const Chapter& chapter) {
  if (const auto* run = std::get_if<RunRef>(&chapter.body)) {
    TRY(database_.run("UPDATE cases SET repository = ?2, head = ?3, run = ?4, decision = NULL WHERE id = ?1",
                      {id.value, text(run->repository), text(run->head), text(run->run)}));
  }
  if (const auto* diagnoses = std::get_if<Diagnoses>(&chapter.body)) TRY(tell_of_failures(id, chapter.at, *diagnoses));
  if (const auto* attempt = std::get_if<Attempt>(&chapter.body)) TRY(tell_of_attempt(id, chapter.at, *attempt));
  if (const auto* outcome = std::get_if<Outcome>(&chapter.body)) TRY(tell_of_outcome(id, chapter.at, *outcome));
  return {};
}

Result<void> SqliteStore::tell_of_failures(const CaseId& id, Timestamp at, const Diagnoses& diagnoses) {
  for (const auto& one : diagnoses) {
    TRY(database_.run("INSERT INTO failures (timestamp, case_id, run_id, repository, commit_sha, job_name, step_name, category, "
                      "severity, confidence, root_cause, error_signature, rule, auto_fixable) "
                      "SELECT ?2, id, run, repository, head, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 FROM cases WHERE id = ?1",
                      {id.value, to_iso(at), text(one.job), text(one.step), text(one.category),
                       text(severities[static_cast<std::size_t>(one.severity)]), one.confidence, text(one.root_cause),
                       one.signature.value, one.rule.value, number(one.auto_fixable ? 1 : 0)}));
  }
  return {};
}

Result<void> SqliteStore::tell_of_attempt(const CaseId& id, Timestamp at, const Attempt& attempt) {
  if (attempt.verdict == Verdict::nothing) return {};
  const bool success = attempt.verdict == Verdict::fixed || attempt.verdict == Verdict::progressed;
  TRY(database_.run("INSERT INTO fix_attempts (failure_id, timestamp, case_id, category, error_signature, fix_type, verdict, "
                    "success, duration_seconds, details) "
                    "SELECT (SELECT MAX(id) FROM failures WHERE case_id = ?1), ?2, ?1, "
                    "COALESCE((SELECT category FROM failures WHERE case_id = ?1 ORDER BY id DESC LIMIT 1), ''), ?3, ?4, ?5, ?6, ?7, ?8",
                    {id.value, to_iso(at), attempt.about.value, attempt.remedy.value, text(name_of(attempt.verdict)),
                     number(success ? 1 : 0), attempt.seconds, text(attempt.detail)}));
  return {};
}

Result<void> SqliteStore::tell_of_outcome(const CaseId& id, Timestamp at, const Outcome& outcome) {
  TRY(database_.run("UPDATE cases SET decision = ?2 WHERE id = ?1", {id.value, text(name_of(outcome.decision))}));
  if (outcome.decision == Decision::patched) {
    TRY(database_.run("UPDATE failures SET resolved_at = ?2 WHERE case_id = ?1 AND resolved_at IS NULL", {id.value, to_iso(at)}));
  }
  return {};
}

Result<void> SqliteStore::reopen(const CaseId& id) {
  TRY(database_.run("DELETE FROM chapters WHERE case_id = ?", {id.value}));
  return {};
}

Result<std::vector<CaseId>> SqliteStore::recent(std::size_t limit) {
  const auto rows = TRY(database_.run("SELECT id FROM cases ORDER BY changed_at DESC, id LIMIT ?", {number(limit)}));
  std::vector<CaseId> ids;
  for (const auto& row : rows) ids.push_back({text_of(row[0])});
  return ids;
}

Result<History> SqliteStore::history(const Signature& signature, Timestamp now) {
  const auto rows = TRY(database_.run(
      "SELECT timestamp, resolved_at, (SELECT COUNT(*) FROM fix_attempts a WHERE a.failure_id = f.id), "
      "(SELECT COUNT(*) FROM fix_attempts a WHERE a.failure_id = f.id AND success) "
      "FROM failures f WHERE error_signature = ? ORDER BY timestamp",
      {signature.value}));
  std::vector<PastFailure> past;
  for (const auto& row : rows) {
    const auto at = time_of(row[0]);
    if (!at) continue;
    past.push_back({*at, time_of(row[1]), static_cast<std::size_t>(integer_of(row[2])),
                    static_cast<std::size_t>(integer_of(row[3]))});
  }
  return summarise(past, now);
}

Result<std::map<RemedyId, Odds>> SqliteStore::odds(const Signature& signature, const std::string& category) {
  auto odds = TRY(odds_where("category", category));
  const auto exact = TRY(odds_where("error_signature", signature.value));
  for (const auto& [remedy, chance] : exact) odds[remedy] = chance;
  return odds;
}

Result<std::map<RemedyId, Odds>> SqliteStore::odds_where(std::string_view column, const std::string& value) {
  const auto rows = TRY(database_.run(
      fmt::format("SELECT fix_type, SUM(success), SUM(NOT success) FROM fix_attempts WHERE {} = ? GROUP BY fix_type", column),
      {value}));
  std::map<RemedyId, Odds> odds;
  for (const auto& row : rows) {
    odds[{text_of(row[0])}] = {static_cast<double>(integer_of(row[1])), static_cast<double>(integer_of(row[2]))};
  }
  return odds;
}

Result<std::vector<CategoryCount>> SqliteStore::counts() {
  const auto rows = TRY(database_.run(
      "SELECT category, COUNT(*), (SELECT COUNT(*) FROM fix_attempts a WHERE a.category = f.category), "
      "(SELECT COUNT(*) FROM fix_attempts a WHERE a.category = f.category AND success) "
      "FROM failures f GROUP BY category ORDER BY COUNT(*) DESC, category"));
  std::vector<CategoryCount> counts;
  for (const auto& row : rows) {
    const auto count = [&](std::size_t i) { return static_cast<std::size_t>(integer_of(row[i])); };
    counts.push_back({text_of(row[0]), count(1), count(2), count(3)});
  }
  return counts;
}

}  // namespace regreen
