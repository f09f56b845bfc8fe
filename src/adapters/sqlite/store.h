#pragma once

#include "adapters/sqlite/database.h"
#include "ports/store.h"

namespace regreen {

/// The store in one SQLite file. Tables `failures` and `fix_attempts` are for people to query; `chapters` is the truth.
class SqliteStore final : public Store {
 public:
  static Result<std::unique_ptr<SqliteStore>> open(const std::string& path);

  /// One that is there, to ask only; every change is an error. One of an older regreen is brought up to date first;
  /// nothing where that cannot be done here.
  static Result<std::unique_ptr<SqliteStore>> open_read_only(const std::string& path);

  Result<std::optional<Case>> load(const CaseId& id) override;
  Result<void> append(const CaseId& id, const Chapter& chapter) override;
  Result<void> reopen(const CaseId& id) override;
  Result<std::vector<CaseId>> recent(std::size_t limit) override;
  Result<std::size_t> settle_green(const RunRef& run, const std::string& job, Timestamp at) override;
  Result<History> history(const Signature& signature, Timestamp now) override;
  Result<std::map<RemedyId, Odds>> odds(const Signature& signature, const std::string& category) override;
  Result<Past> past() override;
  Result<void> set_stop(const std::optional<Stop>& stop) override;
  Result<std::vector<CategoryCount>> counts() override;
  Result<std::vector<Curve>> curves(CurveOf of, Timestamp now, std::size_t days, std::size_t limit) override;
  Result<bool> learn_green(const GreenRun& run) override;
  Result<std::optional<Sketch>> sketch(const StepKey& key) override;
  Result<std::vector<GreenStep>> green_steps(const StepFilter& filter) override;
  Result<std::size_t> forget_green(const StepFilter& filter) override;

 private:
  explicit SqliteStore(Database database) : database_(std::move(database)) {}

  Result<void> tell_people(const CaseId& id, const Chapter& chapter);
  Result<void> tell_of_failures(const CaseId& id, Timestamp at, const Diagnoses& diagnoses);
  Result<void> tell_of_attempt(const CaseId& id, Timestamp at, const Attempt& attempt);
  Result<void> tell_of_retreat(const CaseId& id);
  Result<void> tell_of_outcome(const CaseId& id, Timestamp at, const Outcome& outcome);
  Result<void> take_back(const CaseId& id);
  Result<std::map<RemedyId, Odds>> odds_where(std::string_view column, const std::string& value);

  Result<void> forget_oldest(const StepKey& newest);
  Result<bool> learn_step(const GreenRun& run, const GreenRun::Step& step);

  Database database_;
};

}  // namespace regreen
