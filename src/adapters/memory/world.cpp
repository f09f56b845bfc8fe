#include "adapters/memory/world.h"

#include "model/history.h"

#include <algorithm>
#include <set>

namespace regreen {
Result<std::unique_ptr<Source>> MemoryForge::fetch(const RunRef& run) {
  return std::make_unique<MemorySource>(run.run, log_);
}

Result<void> MemoryForge::apply(const Proposal& proposal) {
  if (denial) return tl::unexpected(*denial);
  proposals.push_back(proposal);
  return {};
}

Result<void> MemoryForge::take_back(const Proposal& proposal) {
  if (denial) return tl::unexpected(*denial);
  taken_back.push_back(proposal);
  return {};
}

Result<Rehearsal> MemoryWorkspace::rehearse(const Patch& patch, const Command& command, const std::stop_token& stop) {
  ++rehearsals;
  Rehearsal rehearsal = runs_(PatchedTree(tree_, patch), command);
  rehearsal.command = command.line;
  if (stop.stop_requested()) rehearsal.end = Rehearsal::End::stopped;
  return rehearsal;
}

Result<Workspace::ToolRun> MemoryWorkspace::run(const Patch& patch, const Command& tool, const std::stop_token&) {
  ToolRun ran;
  ran.ended.command = tool.line;
  if (tools_) ran.changes = tools_(PatchedTree(tree_, patch), tool);
  return ran;
}

Result<std::optional<Case>> MemoryStore::load(const CaseId& id) {
  const auto found = cases_.find(id);
  if (found == cases_.end() || found->second.chapters().empty()) return std::nullopt;
  return found->second;
}

Result<void> MemoryStore::append(const CaseId& id, const Chapter& chapter) {
  std::erase(order_, id);
  order_.push_back(id);
  cases_.try_emplace(id, id).first->second.add(chapter.at, chapter.body);
  if (const auto* diagnoses = std::get_if<Diagnoses>(&chapter.body)) {
    const RunRef* run = cases_.at(id).run();
    for (const auto& one : *diagnoses) {
      if (!knows(id, one.signature))
        failures_.push_back({id, one, chapter.at, std::nullopt, {}, run == nullptr ? RunRef{} : *run});
    }
  }
  const auto last = std::ranges::find(failures_.rbegin(), failures_.rend(), id, &Failure::one);
  if (last == failures_.rend()) return {};
  if (const auto* attempt = std::get_if<Attempt>(&chapter.body); attempt && attempt->verdict != Verdict::nothing) {
    last->attempts.push_back(*attempt);
    last->tried_at = chapter.at;
  }
  if (std::holds_alternative<Retreat>(chapter.body)) {
    const auto step = std::ranges::find_if(last->attempts.rbegin(), last->attempts.rend(), helped);
    if (step != last->attempts.rend()) step->verdict = Verdict::unchanged;
  }
  const auto* outcome = std::get_if<Outcome>(&chapter.body);
  if (outcome == nullptr || outcome->decision != Decision::patched) return {};
  if (outcome->delivery == Delivery::taken_back) {
    take_back(id);
  } else if (!last->healed_at) {
    last->healed_at = chapter.at;
  }
  return {};
}

// What helped has not helped, and what was repaired fails still.
void MemoryStore::take_back(const CaseId& one) {
  for (auto& failure : failures_) {
    if (failure.one != one) continue;
    failure.healed_at.reset();
    for (auto& attempt : failure.attempts) {
      if (helped(attempt)) attempt.verdict = Verdict::unchanged;
    }
  }
}

Result<Past> MemoryStore::past() {
  Past past{stop_, {}};
  std::set<CaseId> seen;
  for (const auto& failure : failures_) {
    const auto last = std::ranges::find(failures_.rbegin(), failures_.rend(), failure.one, &Failure::one);
    if (last->attempts.empty() || !seen.insert(failure.one).second) continue;
    past.repairs.push_back({failure.run.repository, failure.diagnosis.signature, last->tried_at,
                            last->attempts.back().verdict == Verdict::fixed});
  }
  std::ranges::stable_sort(past.repairs, {}, &PastRepair::at);
  if (past.repairs.size() > Past::repairs_max)
    past.repairs.erase(past.repairs.begin(), past.repairs.end() - Past::repairs_max);
  return past;
}

Result<void> MemoryStore::set_stop(const std::optional<Stop>& stop) {
  stop_ = stop;
  return {};
}

Result<void> MemoryStore::reopen(const CaseId& id) {
  cases_.erase(id);
  return {};
}

Result<std::vector<CaseId>> MemoryStore::recent(std::size_t limit) {
  std::vector<CaseId> ids(order_.rbegin(), order_.rend());
  ids.resize(std::min(limit, ids.size()));
  return ids;
}

bool MemoryStore::knows(const CaseId& one, const Signature& signature) const {
  return std::ranges::any_of(
      failures_, [&](const Failure& known) { return known.one == one && known.diagnosis.signature == signature; });
}

Result<std::size_t> MemoryStore::settle_green(const RunRef& run, const std::string& job, Timestamp at) {
  std::size_t settled = 0;
  for (auto& failure : failures_) {
    const bool same =
        failure.run.repository == run.repository && failure.run.branch == run.branch && failure.diagnosis.job == job;
    if (!same || failure.healed_at || failure.at > at) continue;
    failure.healed_at = at;
    ++settled;
  }
  return settled;
}

Result<History> MemoryStore::history(const Signature& signature, Timestamp now) {
  std::vector<PastFailure> past;
  PastFailure tried;
  for (const auto& failure : failures_) {
    for (const auto& attempt : failure.attempts) {
      if (attempt.about != signature) continue;
      ++tried.attempts;
      tried.successes += helped(attempt);
    }
    if (failure.diagnosis.signature == signature) past.push_back({failure.at, failure.healed_at, 0, 0});
  }
  if (!past.empty()) past.front().attempts = tried.attempts, past.front().successes = tried.successes;
  return summarise(past, now);
}

Result<std::vector<Curve>> MemoryStore::curves(CurveOf of, Timestamp now, std::size_t days, std::size_t limit) {
  std::vector<DayCount> counts;
  for (const auto& failure : failures_) {
    const Diagnosis& one = failure.diagnosis;
    const bool by_category = of == CurveOf::category;
    DayCount count{by_category ? one.category : one.signature.value,
                   by_category ? "" : one.root_cause,
                   to_iso(failure.at).substr(0, 10),
                   1,
                   0,
                   0};
    if (failure.healed_at) {
      count.repaired = 1;
      count.repair_minutes = std::chrono::duration<double, std::ratio<60>>(*failure.healed_at - failure.at).count();
    }
    counts.push_back(std::move(count));
  }
  auto curves = curves_of(counts, now, days);
  curves.resize(std::min(limit, curves.size()));
  return curves;
}

Result<std::map<RemedyId, Odds>> MemoryStore::odds(const Signature& signature, const std::string& category) {
  std::map<RemedyId, Odds> of_category, of_signature;
  for (const auto& failure : failures_) {
    for (const auto& attempt : failure.attempts) {
      const auto count = [&](Odds& odds) { ++(helped(attempt) ? odds.successes : odds.failures); };
      if (failure.diagnosis.category == category) count(of_category[attempt.remedy]);
      if (attempt.about == signature) count(of_signature[attempt.remedy]);
    }
  }
  for (const auto& [remedy, chance] : of_signature) of_category[remedy] = chance;
  return of_category;
}

Result<std::vector<CategoryCount>> MemoryStore::counts() {
  std::map<std::string, CategoryCount> by_category;
  std::map<std::string, double> minutes;
  for (const auto& failure : failures_) {
    auto& row = by_category[failure.diagnosis.category];
    row.category = failure.diagnosis.category;
    ++row.failures;
    row.attempts += failure.attempts.size();
    row.successes += static_cast<std::size_t>(std::ranges::count_if(failure.attempts, helped));
    row.last_seen = std::max(row.last_seen.value_or(failure.at), failure.at);
    if (!failure.healed_at) continue;
    ++row.repaired;
    minutes[row.category] += std::chrono::duration<double, std::ratio<60>>(*failure.healed_at - failure.at).count();
  }
  std::vector<CategoryCount> counts;
  for (auto& [category, row] : by_category) {
    if (row.repaired > 0) row.mttr_minutes = minutes[category] / static_cast<double>(row.repaired);
    counts.push_back(std::move(row));
  }
  std::ranges::stable_sort(counts, std::greater{}, &CategoryCount::failures);
  return counts;
}

Result<bool> MemoryStore::learn_green(const GreenRun& run) {
  bool is_new = false;
  for (const auto& [key, printed] : run.steps) {
    Green& green = green_[key];
    if (!green.sketch.add(run.id, printed)) continue;
    is_new = true;
    green.learned_at = std::max(green.learned_at, run.at);
  }
  if (is_new) forget_oldest(run.steps.front().key);
  return is_new;
}

void MemoryStore::forget_oldest(const StepKey& newest) {
  const StepFilter workflow{newest.repository, newest.workflow, {}, {}};
  std::vector<std::map<StepKey, Green>::iterator> steps;
  for (auto one = green_.begin(); one != green_.end(); ++one) {
    if (workflow.matches(one->first)) steps.push_back(one);
  }
  std::ranges::stable_sort(steps, std::greater{}, [](const auto& one) { return one->second.learned_at; });
  for (std::size_t i = GreenRun::steps_max; i < steps.size(); ++i) green_.erase(steps[i]);
}

Result<std::optional<Sketch>> MemoryStore::sketch(const StepKey& key) {
  const auto found = green_.find(key);
  if (found == green_.end()) return std::nullopt;
  return found->second.sketch;
}

Result<std::vector<GreenStep>> MemoryStore::green_steps(const StepFilter& filter) {
  std::vector<GreenStep> steps;
  for (const auto& [key, green] : green_) {
    if (filter.matches(key)) steps.push_back({key, green.sketch.runs(), green.sketch.templates(), green.learned_at});
  }
  return steps;
}

Result<std::size_t> MemoryStore::forget_green(const StepFilter& filter) {
  return std::erase_if(green_, [&](const auto& one) { return filter.matches(one.first); });
}

}  // namespace regreen
