#include "adapters/sqlite/store.h"

#include "adapters/sqlite/schema.h"
#include "base/text.h"
#include "base/time.h"
#include "model/history.h"
#include "model/record.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace regreen {
namespace {

constexpr std::array<const char*, 3> severities = {"low", "medium", "high"};

SqlValue text(std::string_view value) { return valid_utf8(value); }
SqlValue number(std::size_t value) { return static_cast<std::int64_t>(value); }

std::optional<Timestamp> time_of(const SqlValue& value) { return from_iso(text_of(value)); }
std::size_t count_of(const SqlValue& value) { return static_cast<std::size_t>(integer_of(value)); }

double real_of(const SqlValue& value) {
  const auto* real = std::get_if<double>(&value);
  return real == nullptr ? static_cast<double>(integer_of(value)) : *real;
}

std::optional<double> ratio_of(const SqlValue& part, const SqlValue& whole) {
  if (integer_of(whole) <= 0) return std::nullopt;
  return real_of(part) / static_cast<double>(integer_of(whole));
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path) {
  Database database = TRY(Database::open(path));
  TRY(migrate(database));
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(database)));
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open_read_only(const std::string& path) {
  Database database = TRY(Database::open_read_only(path));
  const bool is_current = TRY(is_up_to_date(database));
  if (!is_current && !open(path)) return nullptr;
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(database)));
}

Result<std::optional<Case>> SqliteStore::load(const CaseId& id) {
  const auto rows =
      TRY(database_.run("SELECT kind, at, body FROM chapters WHERE case_id = ? ORDER BY number", {id.value}));
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
  TRY(
      database_.run("INSERT INTO cases (id, opened_at, changed_at) VALUES (?1, ?2, ?2) "
                    "ON CONFLICT (id) DO UPDATE SET changed_at = ?2",
                    {id.value, at}));
  const std::string body = to_json(chapter.body).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  TRY(
      database_.run("INSERT INTO chapters (case_id, number, kind, at, body) "
                    "SELECT ?1, COALESCE(MAX(number), 0) + 1, ?2, ?3, ?4 FROM chapters WHERE case_id = ?1",
                    {id.value, text(kind_of(chapter.body)), at, body}));
  TRY(tell_people(id, chapter));
  return transaction.commit();
}

Result<void> SqliteStore::tell_people(const CaseId& id, const Chapter& chapter) {
  if (const auto* run = std::get_if<RunRef>(&chapter.body)) {
    TRY(database_.run(
        "UPDATE cases SET repository = ?2, head = ?3, run = ?4, branch = ?5, decision = NULL WHERE id = ?1",
        {id.value, text(run->repository), text(run->head), text(run->run), text(run->branch)}));
  }
  if (const auto* diagnoses = std::get_if<Diagnoses>(&chapter.body)) TRY(tell_of_failures(id, chapter.at, *diagnoses));
  if (const auto* attempt = std::get_if<Attempt>(&chapter.body)) TRY(tell_of_attempt(id, chapter.at, *attempt));
  if (std::holds_alternative<Retreat>(chapter.body)) TRY(tell_of_retreat(id));
  if (const auto* outcome = std::get_if<Outcome>(&chapter.body)) TRY(tell_of_outcome(id, chapter.at, *outcome));
  return {};
}

Result<void> SqliteStore::tell_of_failures(const CaseId& id, Timestamp at, const Diagnoses& diagnoses) {
  for (const auto& one : diagnoses) {
    TRY(database_.run(
        "INSERT INTO failures (timestamp, case_id, run_id, repository, commit_sha, job_name, step_name, category, "
        "severity, confidence, root_cause, error_signature, rule, auto_fixable, branch) "
        "SELECT ?2, id, run, repository, head, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, branch FROM cases WHERE id = ?1 "
        "AND NOT EXISTS (SELECT 1 FROM failures WHERE case_id = ?1 AND error_signature = ?9)",
        {id.value, to_iso(at), text(one.job), text(one.step), text(one.category),
         text(severities[static_cast<std::size_t>(one.severity)]), one.confidence, text(one.root_cause),
         one.signature.value, one.rule.value, number(one.auto_fixable ? 1 : 0)}));
    TRY(database_.run("UPDATE signatures SET identity = ?2 WHERE signature = ?1",
                      {one.signature.value, text(one.identity)}));
  }
  return {};
}

Result<void> SqliteStore::tell_of_attempt(const CaseId& id, Timestamp at, const Attempt& attempt) {
  if (attempt.verdict == Verdict::nothing) return {};
  const bool success = attempt.verdict == Verdict::fixed || attempt.verdict == Verdict::progressed;
  TRY(database_.run(
      "INSERT INTO fix_attempts (failure_id, timestamp, case_id, category, error_signature, fix_type, verdict, "
      "success, duration_seconds, details) "
      "SELECT (SELECT MAX(id) FROM failures WHERE case_id = ?1), ?2, ?1, "
      "COALESCE((SELECT category FROM failures WHERE case_id = ?1 ORDER BY id DESC LIMIT 1), ''), ?3, ?4, ?5, ?6, ?7, "
      "?8",
      {id.value, to_iso(at), attempt.about.value, attempt.remedy.value, text(name_of(attempt.verdict)),
       number(success ? 1 : 0), attempt.seconds, text(attempt.detail)}));
  return {};
}

// The last step that helped has not helped.
Result<void> SqliteStore::tell_of_retreat(const CaseId& id) {
  TRY(
      database_.run("UPDATE fix_attempts SET success = 0, verdict = 'taken_back' "
                    "WHERE id = (SELECT MAX(id) FROM fix_attempts WHERE case_id = ? AND success)",
                    {id.value}));
  return {};
}

Result<void> SqliteStore::tell_of_outcome(const CaseId& id, Timestamp at, const Outcome& outcome) {
  TRY(database_.run("UPDATE cases SET decision = ?2 WHERE id = ?1", {id.value, text(name_of(outcome.decision))}));
  if (outcome.delivery == Delivery::taken_back) return take_back(id);
  if (outcome.decision == Decision::patched) {
    TRY(database_.run("UPDATE failures SET resolved_at = ?2 WHERE case_id = ?1 AND resolved_at IS NULL",
                      {id.value, to_iso(at)}));
  }
  return {};
}

// What helped has not helped, and what was repaired fails still.
Result<void> SqliteStore::take_back(const CaseId& id) {
  TRY(database_.run("UPDATE fix_attempts SET success = 0, verdict = 'taken_back' WHERE case_id = ? AND success",
                    {id.value}));
  TRY(database_.run("UPDATE failures SET resolved_at = NULL WHERE case_id = ?", {id.value}));
  return {};
}

Result<Past> SqliteStore::past() {
  Past past;
  const auto stops = TRY(database_.run("SELECT at, reason FROM stop"));
  if (!stops.empty()) past.stop = Stop{time_of(stops[0][0]).value_or(Timestamp()), text_of(stops[0][1])};
  const auto rows = TRY(database_.run(
      "SELECT c.repository, COALESCE((SELECT error_signature FROM failures f WHERE f.case_id = a.case_id ORDER BY id "
      "LIMIT 1), ''), a.timestamp, a.verdict = 'fixed' FROM fix_attempts a JOIN cases c ON c.id = a.case_id "
      "WHERE a.id IN (SELECT MAX(id) FROM fix_attempts GROUP BY case_id) ORDER BY a.id DESC LIMIT ?",
      {number(Past::repairs_max)}));
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    past.repairs.push_back({text_of((*row)[0]),
                            {text_of((*row)[1])},
                            time_of((*row)[2]).value_or(Timestamp()),
                            integer_of((*row)[3]) != 0});
  }
  return past;
}

Result<void> SqliteStore::set_stop(const std::optional<Stop>& stop) {
  auto transaction = TRY(Transaction::begin(database_));
  TRY(database_.run("DELETE FROM stop"));
  if (stop) TRY(database_.run("INSERT INTO stop (at, reason) VALUES (?, ?)", {to_iso(stop->at), text(stop->reason)}));
  return transaction.commit();
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

Result<std::size_t> SqliteStore::settle_green(const RunRef& run, const std::string& job, Timestamp at) {
  const auto rows =
      TRY(database_.run("UPDATE failures SET resolved_at = ?4 WHERE resolved_at IS NULL AND repository = ?1 AND "
                        "branch = ?2 AND job_name = ?3 AND timestamp <= ?4 RETURNING id",
                        {text(run.repository), text(run.branch), text(job), to_iso(at)}));
  return rows.size();
}

Result<History> SqliteStore::history(const Signature& signature, Timestamp now) {
  History history;
  const auto rows =
      TRY(database_.run("SELECT seen, first_seen, last_seen, repaired, repair_minutes, attempts, successes FROM "
                        "signatures WHERE signature = ?",
                        {signature.value}));
  if (rows.empty() || integer_of(rows[0][0]) == 0) return history;
  const auto& row = rows[0];
  history.seen = count_of(row[0]);
  history.first_seen = time_of(row[1]);
  history.last_seen = time_of(row[2]);
  history.mttr_minutes = ratio_of(row[4], row[3]);
  history.success_rate = ratio_of(row[6], row[5]);
  const auto windows = TRY(database_.run(
      "SELECT COUNT(*) FILTER (WHERE timestamp > ?3), COUNT(*) FILTER (WHERE timestamp <= ?3) FROM failures "
      "WHERE error_signature = ?1 AND timestamp > ?2 AND timestamp <= ?4",
      {signature.value, to_iso(now - 2 * trend_window), to_iso(now - trend_window), to_iso(now)}));
  history.trend = trend_of(count_of(windows[0][0]), count_of(windows[0][1]));
  return history;
}

Result<std::map<RemedyId, Odds>> SqliteStore::odds(const Signature& signature, const std::string& category) {
  auto odds = TRY(odds_where("category", category));
  const auto exact = TRY(odds_where("error_signature", signature.value));
  for (const auto& [remedy, chance] : exact) odds[remedy] = chance;
  return odds;
}

Result<std::map<RemedyId, Odds>> SqliteStore::odds_where(std::string_view column, const std::string& value) {
  const auto rows = TRY(database_.run(
      fmt::format("SELECT fix_type, SUM(success), SUM(NOT success) FROM fix_attempts WHERE {} = ? GROUP BY fix_type",
                  column),
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
      "(SELECT COUNT(*) FROM fix_attempts a WHERE a.category = f.category AND success), COUNT(resolved_at), "
      "TOTAL(ROUND((julianday(resolved_at) - julianday(timestamp)) * 86400000) / 60000), MAX(timestamp) "
      "FROM failures f GROUP BY category ORDER BY COUNT(*) DESC, category"));
  std::vector<CategoryCount> counts;
  for (const auto& row : rows) {
    counts.push_back({text_of(row[0]), count_of(row[1]), count_of(row[2]), count_of(row[3]), count_of(row[4]),
                      ratio_of(row[5], row[4]), time_of(row[6])});
  }
  return counts;
}

Result<std::vector<Curve>> SqliteStore::curves(CurveOf of, Timestamp now, std::size_t days, std::size_t limit) {
  const std::string column = of == CurveOf::category ? "category" : "error_signature";
  const std::string label = of == CurveOf::category ? "''" : "MAX(root_cause)";
  const std::string since = to_iso(now - std::chrono::days(days - 1)).substr(0, 10);
  const auto rows = TRY(database_.run(
      fmt::format("SELECT {0}, {1}, substr(timestamp, 1, 10) AS day, COUNT(*), COUNT(resolved_at), "
                  "TOTAL(ROUND((julianday(resolved_at) - julianday(timestamp)) * 86400000) / 60000) FROM failures "
                  "WHERE timestamp >= ?1 AND {0} IN (SELECT {0} FROM failures WHERE timestamp >= ?1 GROUP BY {0} "
                  "ORDER BY COUNT(*) DESC, {0} LIMIT ?2) GROUP BY {0}, day",
                  column, label),
      {since, number(limit)}));
  std::vector<DayCount> counts;
  for (const auto& row : rows) {
    counts.push_back(
        {text_of(row[0]), text_of(row[1]), text_of(row[2]), count_of(row[3]), count_of(row[4]), real_of(row[5])});
  }
  return curves_of(counts, now, days);
}

}  // namespace regreen
