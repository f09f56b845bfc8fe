#include "adapters/memory/world.h"

#include <algorithm>

#include "model/history.h"

namespace regreen {
namespace {

bool helped(const Attempt& attempt) {
  return attempt.verdict == Verdict::fixed || attempt.verdict == Verdict::progressed;
}

}  // namespace

Result<std::unique_ptr<Source>> MemoryForge::fetch(const RunRef& run) {
  return std::make_unique<MemorySource>(run.run, log_);
}

Result<void> MemoryForge::apply(const Proposal& proposal) {
  if (denial) return tl::unexpected(*denial);
  proposals.push_back(proposal);
  return {};
}

Result<Rehearsal> MemoryWorkspace::rehearse(const Patch& patch, const Command& command) {
  ++rehearsals;
  Rehearsal rehearsal = runs_(PatchedTree(tree_, patch), command);
  rehearsal.command = command.line;
  return rehearsal;
}

Result<Workspace::ToolRun> MemoryWorkspace::run(const Patch& patch, const Command& tool) {
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
    for (const auto& one : *diagnoses) failures_.push_back({id, one, chapter.at, std::nullopt, {}});
  }
  const auto last = std::ranges::find(failures_.rbegin(), failures_.rend(), id, &Failure::one);
  if (last == failures_.rend()) return {};
  if (const auto* attempt = std::get_if<Attempt>(&chapter.body); attempt && attempt->verdict != Verdict::nothing) {
    last->attempts.push_back(*attempt);
  }
  const auto* outcome = std::get_if<Outcome>(&chapter.body);
  if (outcome != nullptr && outcome->decision == Decision::patched && !last->healed_at) last->healed_at = chapter.at;
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

Result<History> MemoryStore::history(const Signature& signature, Timestamp now) {
  std::vector<PastFailure> past;
  for (const auto& failure : failures_) {
    if (failure.diagnosis.signature != signature) continue;
    const auto successes = static_cast<std::size_t>(std::ranges::count_if(failure.attempts, helped));
    past.push_back({failure.at, failure.healed_at, failure.attempts.size(), successes});
  }
  return summarise(past, now);
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
  for (const auto& failure : failures_) {
    auto& row = by_category[failure.diagnosis.category];
    row.category = failure.diagnosis.category;
    ++row.failures;
    row.attempts += failure.attempts.size();
    row.successes += static_cast<std::size_t>(std::ranges::count_if(failure.attempts, helped));
  }
  std::vector<CategoryCount> counts;
  for (auto& [category, row] : by_category) counts.push_back(std::move(row));
  std::ranges::stable_sort(counts, std::greater{}, &CategoryCount::failures);
  return counts;
}

}  // namespace regreen
