#include "plan/plan.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t causes_max = 6;  // further ones of a kind explain too little to be worth a rehearsal

// Is it among the first, or the first of its category?
bool is_worth_it(const Diagnoses& causes, std::size_t i) {
  const auto before = causes.begin() + static_cast<std::ptrdiff_t>(i);
  return i < causes_max ||
         std::none_of(causes.begin(), before, [&](const auto& one) { return one.category == causes[i].category; });
}

double severity_points(Severity severity) {
  if (severity == Severity::high) return 30;
  return severity == Severity::medium ? 15 : 0;
}

Priority priority_of(const Diagnosis& diagnosis, const Odds& odds) {
  return {diagnosis.confidence * 100, odds.success_rate() * 50, severity_points(diagnosis.severity)};
}

}  // namespace

Plan make_plan(const Diagnoses& causes, const RuleSet& rules, const std::map<RemedyId, Odds>& odds) {
  Plan plan;
  for (std::size_t i = 0; i < causes.size(); ++i) {
    if (!is_worth_it(causes, i)) continue;
    for (const auto& id : causes[i].remedies) {
      const Remedy* remedy = rules.find(id);
      if (remedy == nullptr) continue;
      const auto known = odds.find(id);
      const Odds chance = known == odds.end() ? Odds{} : known->second;
      plan.remedies.push_back({*remedy, i, priority_of(causes[i], chance), std::nullopt});
    }
  }
  std::ranges::stable_sort(plan.remedies, [](const PlannedRemedy& a, const PlannedRemedy& b) {
    if (a.priority.total() != b.priority.total()) return a.priority.total() > b.priority.total();
    return a.remedy.risk < b.remedy.risk;
  });
  return plan;
}

}  // namespace regreen
