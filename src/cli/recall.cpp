#include "cli/recall.h"

#include "adapters/system/clock.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "learn/compare.h"

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
  Store* store = this->store();
  if (store == nullptr) return tl::unexpected(*trouble_);
  const RunRef run{context().repository, context().commit, evidence.hash, context().branch};
  if (evidence.conclusion != Conclusion::success) return add_case(*store, run, context().at, evidence, diagnoses);
  for (const auto& job : jobs_of(evidence)) TRY(store->settle_green(run, job, context().at));
  return {};
}

const RunContext& Recall::context() {
  if (!context_) context_ = run_context(options_.run);
  return *context_;
}

Result<std::unique_ptr<Store>> Recall::open() const {
  if (options_.record == Permission::yes) return open_store(common_);
  const auto path = database_path(common_);
  std::error_code trouble;
  if (!path || !std::filesystem::exists(*path, trouble)) return nullptr;
  return SqliteStore::open_read_only(*path);
}

Store* Recall::store() {
  if (std::exchange(looked_, true)) return store_.get();
  auto opened = open();
  if (opened) {
    store_ = std::move(*opened);
  } else {
    trouble_ = opened.error();
    if (options_.record == Permission::no) warn("without history: " + trouble_->message);
  }
  return store_.get();
}

bool Recall::any_green_known() {
  if (green_) return !green_->empty();
  green_.emplace();
  Store* store = this->store();
  if (store == nullptr) return false;
  const auto steps = store->green_steps({});
  if (!steps) {
    complain("without green runs: " + steps.error().message);
    return false;
  }
  for (const auto& step : *steps) green_->insert(step.key);
  return !green_->empty();
}

const Sketch* Recall::sketch_of(const Step& step) {
  const StepKey key{context().repository, context().workflow, step.job, step.name};
  if (!green_->contains(key)) return nullptr;
  const auto [known, is_first] = sketches_.try_emplace(key);
  if (is_first) {
    auto sketch = store_->sketch(key);
    if (sketch) known->second = std::move(*sketch);
    if (!sketch) complain("without green runs of step '" + step.name + "': " + sketch.error().message);
  }
  return known->second ? &*known->second : nullptr;
}

void Recall::compare_with_green(Evidence& evidence) {
  if (options_.compare == Permission::no || evidence.conclusion == Conclusion::success || !any_green_known()) return;
  compare(evidence, [&](const Step& step) { return sketch_of(step); });
}

void Recall::fill(Diagnoses& diagnoses) {
  if (diagnoses.empty()) return;
  Store* store = this->store();
  if (store == nullptr) return;
  const Timestamp now = options_.run.at ? *options_.run.at : SystemClock().now();
  for (auto& diagnosis : diagnoses) {
    auto history = store->history(diagnosis.signature, now);
    if (!history) return complain("without history: " + history.error().message);
    diagnosis.history = std::move(*history);
  }
}

}  // namespace regreen
