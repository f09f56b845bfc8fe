#pragma once

#include "ports/store.h"

namespace regreen {

/// A store that passes everything on to another one; tests change what they are about.
class Through : public Store {
 public:
  explicit Through(Store& below) : below_(below) {}

  Result<std::optional<Case>> load(const CaseId& id) override { return below_.load(id); }
  Result<void> append(const CaseId& id, const Chapter& chapter) override { return below_.append(id, chapter); }
  Result<void> reopen(const CaseId& id) override { return below_.reopen(id); }
  Result<std::vector<CaseId>> recent(std::size_t limit) override { return below_.recent(limit); }
  Result<History> history(const Signature& signature, Timestamp now) override { return below_.history(signature, now); }
  Result<std::map<RemedyId, Odds>> odds(const Signature& signature, const std::string& category) override {
    return below_.odds(signature, category);
  }
  Result<Past> past() override { return below_.past(); }
  Result<void> set_stop(const std::optional<Stop>& stop) override { return below_.set_stop(stop); }
  Result<std::vector<CategoryCount>> counts() override { return below_.counts(); }
  Result<std::size_t> settle_green(const RunRef& run, const std::string& job, Timestamp at) override {
    return below_.settle_green(run, job, at);
  }
  Result<std::vector<Curve>> curves(CurveOf of, Timestamp now, std::size_t days, std::size_t limit) override {
    return below_.curves(of, now, days, limit);
  }
  Result<bool> learn_green(const GreenRun& run) override { return below_.learn_green(run); }
  Result<std::optional<Sketch>> sketch(const StepKey& key) override { return below_.sketch(key); }
  Result<std::vector<GreenStep>> green_steps(const StepFilter& filter) override { return below_.green_steps(filter); }
  Result<std::size_t> forget_green(const StepFilter& filter) override { return below_.forget_green(filter); }

 private:
  Store& below_;
};

}  // namespace regreen
