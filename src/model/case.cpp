#include "model/case.h"

#include "base/hash.h"

#include <array>

namespace regreen {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::fixed: return "fixed";
    case Verdict::progressed: return "progressed";
    case Verdict::unchanged: return "unchanged";
    case Verdict::worse: return "worse";
    case Verdict::nothing: return "nothing";
    case Verdict::guarded: return "guarded";
  }
  return "nothing";
}

std::span<const std::string_view> rejections() {
  static constexpr std::array<std::string_view, 6> words = {"incorrect_fix",    "introduced_bug",  "incomplete_fix",
                                                            "security_concern", "style_violation", "other"};
  return words;
}

std::string_view name_of(Decision decision) {
  switch (decision) {
    case Decision::patched: return "patched";
    case Decision::retry: return "retry";
    case Decision::refused: return "refused";
    case Decision::needs_llm: return "needs-llm";
    case Decision::unknown: return "unknown";
    case Decision::nothing: return "nothing";
  }
  return "unknown";
}

std::vector<const Attempt*> Case::attempts() const {
  std::vector<const Attempt*> result;
  for (const auto& chapter : chapters_) {
    if (const auto* attempt = std::get_if<Attempt>(&chapter.body)) result.push_back(attempt);
  }
  return result;
}

std::vector<const Attempt*> Case::steps() const {
  std::vector<const Attempt*> steps;
  for (const auto& chapter : chapters_) {
    const auto* attempt = std::get_if<Attempt>(&chapter.body);
    if (attempt != nullptr && helped(*attempt)) steps.push_back(attempt);
    if (std::holds_alternative<Retreat>(chapter.body) && !steps.empty()) steps.pop_back();
  }
  return steps;
}

const Diagnoses& Case::causes() const {
  static const Diagnoses none;
  const Diagnoses* causes = diagnoses() == nullptr ? &none : diagnoses();
  if (reproduction() != nullptr && !reproduction()->diagnoses.empty()) causes = &reproduction()->diagnoses;
  for (const auto* step : steps()) {
    if (step->verdict == Verdict::progressed) causes = &step->behind;
  }
  return *causes;
}

const Diagnosis* Case::subject() const {
  if (diagnoses() == nullptr || diagnoses()->empty()) return nullptr;
  const bool is_told = diagnoses()->front().category != "unknown";
  if (is_told || reproduction() == nullptr || reproduction()->diagnoses.empty()) return &diagnoses()->front();
  return &reproduction()->diagnoses.front();
}

std::vector<const Attempt*> Case::attempts_now() const {
  std::vector<std::vector<const Attempt*>> rounds(1);
  for (const auto& chapter : chapters_) {
    if (const auto* attempt = std::get_if<Attempt>(&chapter.body)) {
      rounds.back().push_back(attempt);
      if (attempt->verdict == Verdict::progressed) rounds.emplace_back();
    }
    if (std::holds_alternative<Retreat>(chapter.body) && rounds.size() > 1) rounds.pop_back();
  }
  return rounds.back();
}

Patch Case::patch() const {
  Patch patch;
  for (const auto* step : steps()) patch = patch.then(step->patch);
  return patch;
}

std::vector<std::string> Case::remedies() const {
  std::vector<std::string> remedies;
  for (const auto* step : steps()) remedies.push_back(step->remedy.value);
  return remedies;
}

CaseId case_id(const RunRef& run) {
  return {hash_hex(run.repository + '\0' + run.head + '\0' + run.run).substr(0, 16)};
}

}  // namespace regreen
