#include "cli/recall.h"

#include "adapters/system/clock.h"
#include "cli/setting.h"
#include "cli/terminal.h"

#include <filesystem>
#include <set>

namespace regreen {
namespace {

// The jobs that a log shows; one without a name where it shows none.
std::set<std::string> jobs_of(const Evidence& evidence) {
  std::set<std::string> jobs;
  for (const auto& step : evidence.steps) jobs.insert(step.job);
  return jobs;
}

// Tools print where the repository lies on this machine; healing looks for files by their relative paths.
void make_relative(std::vector<Location>& locations, const std::string& repository) {
  for (auto& location : locations) {
    if (location.file.starts_with(repository + "/")) location.file.erase(0, repository.size() + 1);
  }
}

Result<void> add_case(Store& store, const RunRef& run, Timestamp at, const Evidence& evidence, Diagnoses diagnoses) {
  for (auto& diagnosis : diagnoses) {
    make_relative(diagnosis.locations, run.repository);
    for (auto& occurrence : diagnosis.occurrences) make_relative(occurrence.locations, run.repository);
  }
  const CaseId id = case_id(run);
  const auto known = TRY(store.load(id));
  if (known) return {};
  TRY(store.append(id, {at, run}));
  TRY(store.append(id, {at, evidence}));
  return store.append(id, {at, diagnoses});
}

}  // namespace

void Recall::record(const Evidence& evidence, const Diagnoses& diagnoses) {
  if (options_.record == Permission::no || could_not_record_) return;
  const auto kept = keep(evidence, diagnoses);
  if (kept) return;
  complain("not recorded: " + kept.error().message);
  could_not_record_ = true;
}

Result<void> Recall::keep(const Evidence& evidence, const Diagnoses& diagnoses) {
  if (!looked_) {
    looked_ = true;
    store_ = TRY(open_store(common_));
  }
  if (!context_) context_ = run_context(options_);
  const RunRef run{context_->repository, context_->commit, evidence.hash, context_->branch};
  if (evidence.conclusion != Conclusion::success) return add_case(*store_, run, context_->at, evidence, diagnoses);
  for (const auto& job : jobs_of(evidence)) TRY(store_->settle_green(run, job, context_->at));
  return {};
}

Store* Recall::store_to_read() {
  if (looked_) return store_.get();
  looked_ = true;
  const auto path = database_path(common_);
  if (!path || !std::filesystem::exists(*path)) return nullptr;
  auto store = SqliteStore::open_read_only(*path);
  if (store) {
    store_ = std::move(*store);
  } else {
    complain("without history: " + store.error().message);
  }
  return store_.get();
}

void Recall::fill(Diagnoses& diagnoses) {
  if (diagnoses.empty()) return;
  Store* store = store_to_read();
  if (store == nullptr) return;
  const Timestamp now = options_.at ? *options_.at : SystemClock().now();
  for (auto& diagnosis : diagnoses) {
    auto history = store->history(diagnosis.signature, now);
    if (!history) return complain("without history: " + history.error().message);
    diagnosis.history = std::move(*history);
  }
}

}  // namespace regreen
