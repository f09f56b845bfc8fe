#include "adapters/sqlite/store.h"
#include "base/text.h"
#include "base/time.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

constexpr const char* of_key = "repository = ?1 AND workflow = ?2 AND job = ?3 AND step = ?4";
constexpr const char* of_filter =
    "(?1 IS NULL OR repository = ?1) AND (?2 IS NULL OR workflow = ?2) AND (?3 IS NULL OR job = ?3) AND "
    "(?4 IS NULL OR step = ?4)";

std::vector<SqlValue> parameters(const StepKey& key) {
  return {valid_utf8(key.repository), valid_utf8(key.workflow), valid_utf8(key.job), valid_utf8(key.step)};
}

std::vector<SqlValue> parameters(const StepFilter& filter) {
  std::vector<SqlValue> values;
  for (const auto* part : {&filter.repository, &filter.workflow, &filter.job, &filter.step}) {
    values.push_back(*part ? SqlValue(valid_utf8(**part)) : SqlValue(nullptr));
  }
  return values;
}

}  // namespace

Result<bool> SqliteStore::learn_green(const GreenRun& run) {
  auto transaction = TRY(Transaction::begin(database_));
  bool is_new = false;
  for (const auto& step : run.steps) {
    const bool is_news = TRY(learn_step(run, step));
    is_new |= is_news;
  }
  if (is_new) TRY(forget_oldest(run.steps.front().key));
  TRY(transaction.commit());
  return is_new;
}

Result<void> SqliteStore::forget_oldest(const StepKey& newest) {
  TRY(database_.run(
      "DELETE FROM green_steps WHERE rowid IN (SELECT rowid FROM green_steps WHERE repository = ?1 AND "
      "workflow = ?2 ORDER BY learned_at DESC, rowid DESC LIMIT -1 OFFSET ?3)",
      {valid_utf8(newest.repository), valid_utf8(newest.workflow), static_cast<std::int64_t>(GreenRun::steps_max)}));
  return {};
}

Result<bool> SqliteStore::learn_step(const GreenRun& run, const GreenRun::Step& step) {
  auto values = parameters(step.key);
  const auto rows = TRY(database_.run(fmt::format("SELECT sketch FROM green_steps WHERE {}", of_key), values));
  Sketch sketch;
  if (!rows.empty()) {
    // What is damaged is learned anew.
    if (auto known = Sketch::from_bytes(bytes_of(rows[0][0]))) sketch = std::move(*known);
  }
  if (!sketch.add(run.id, step.printed)) return false;
  values.insert(values.end(), {static_cast<std::int64_t>(sketch.runs()), static_cast<std::int64_t>(sketch.templates()),
                               to_iso(run.at), SqlBlob{sketch.to_bytes()}});
  TRY(database_.run(
      "INSERT INTO green_steps (repository, workflow, job, step, runs, templates, learned_at, sketch) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (repository, workflow, job, step) DO UPDATE SET "
      "runs = ?5, templates = ?6, learned_at = MAX(learned_at, ?7), sketch = ?8",
      values));
  return true;
}

Result<std::optional<Sketch>> SqliteStore::sketch(const StepKey& key) {
  const auto rows = TRY(database_.run(fmt::format("SELECT sketch FROM green_steps WHERE {}", of_key), parameters(key)));
  if (rows.empty()) return std::nullopt;
  return TRY(Sketch::from_bytes(bytes_of(rows[0][0])));
}

Result<std::vector<GreenStep>> SqliteStore::green_steps(const StepFilter& filter) {
  const auto rows = TRY(database_.run(
      fmt::format("SELECT repository, workflow, job, step, runs, templates, learned_at FROM green_steps WHERE {} "
                  "ORDER BY repository, workflow, job, step",
                  of_filter),
      parameters(filter)));
  std::vector<GreenStep> steps;
  for (const auto& row : rows) {
    steps.push_back({{text_of(row[0]), text_of(row[1]), text_of(row[2]), text_of(row[3])},
                     static_cast<std::size_t>(integer_of(row[4])),
                     static_cast<std::size_t>(integer_of(row[5])),
                     from_iso(text_of(row[6])).value_or(Timestamp())});
  }
  return steps;
}

Result<std::size_t> SqliteStore::forget_green(const StepFilter& filter) {
  TRY(database_.run(fmt::format("DELETE FROM green_steps WHERE {}", of_filter), parameters(filter)));
  return database_.changes();
}

}  // namespace regreen
