#include "diagnose/diagnose.h"

#include "base/among.h"
#include "diagnose/calibrate.h"
#include "diagnose/name.h"
#include "diagnose/opinion.h"
#include "diagnose/weigh.h"

#include <algorithm>
#include <string_view>

namespace regreen {
namespace {

constexpr std::size_t diagnoses_max = 8;      // of one run: more independent causes are no help to anyone
constexpr double unsure_below = 0.15;         // a cause less likely than this is not named
constexpr double opinion_unsure_below = 0.3;  // nor one that only the classifier names,
constexpr double outcry_unsure_below = 0.5;   // … where nothing proves that anything failed

std::vector<std::string> failed_jobs(const Evidence& evidence) {
  std::vector<std::string> failed, all;
  for (const auto& step : evidence.steps) {
    if (!is_among(step.job, all)) all.push_back(step.job);
    if (step.conclusion != Conclusion::failure || is_among(step.job, failed)) continue;
    failed.push_back(step.job);
  }
  return failed.empty() ? all : failed;
}

// Is the classifier heard? Where nothing proves a failure, green logs must find nothing.
bool is_heard(const Evidence& evidence, const Opinion& opinion, double confidence) {
  if (opinion.lines.empty()) return false;
  if (evidence.conclusion == Conclusion::failure) return confidence >= opinion_unsure_below;
  return opinion.is_outcry && confidence >= outcry_unsure_below;
}

// What rules say of one job; "unknown" where they are silent.
Diagnosis name_suspect(const Evidence& evidence, const std::string& job, const std::vector<Suspect>& suspects,
                       std::vector<Alternative> categories, const RuleSet& rules) {
  if (categories.empty() || categories.front().confidence < unsure_below)
    return name_nothing(evidence, job, categories);
  const auto chosen = std::ranges::find(
      suspects, categories.front().category, [](const Suspect& one) -> const auto& { return one.rule->category; });
  calibrate(categories, winner_of(*chosen->rule));
  Diagnosis diagnosis = name_cause(evidence, *chosen, suspects, std::move(categories), rules);
  suspect_orders(evidence, diagnosis);
  return diagnosis;
}

bool names(const std::vector<Suspect>& suspects, const std::string& category) {
  return std::ranges::any_of(suspects, [&](const Suspect& one) { return one.rule->category == category; });
}

// With how many green runs its step was compared.
std::size_t green_runs_of(const Evidence& evidence, const Diagnosis& diagnosis) {
  const auto found = std::ranges::find_if(evidence.steps, [&](const Step& step) {
    return step.green_runs > 0 && step.job == diagnosis.job && step.name == diagnosis.step;
  });
  return found == evidence.steps.end() ? 0 : found->green_runs;
}

Diagnosis diagnose_job(const Evidence& evidence, const std::string& job, const RuleSet& rules, const Model& model) {
  const auto suspects = weigh(evidence, job, rules);
  if (are_sure(suspects)) return name_suspect(evidence, job, suspects, fuse(suspects), rules);
  const Opinion opinion = opinion_of(model, evidence, job);
  auto categories = fuse(suspects, opinion.prediction);
  if (categories.empty() || !is_heard(evidence, opinion, categories.front().confidence)) {
    return name_suspect(evidence, job, suspects, fuse(suspects), rules);
  }
  if (names(suspects, categories.front().category)) {
    return name_suspect(evidence, job, suspects, std::move(categories), rules);
  }
  calibrate(categories, Winner::opinion);
  return name_opinion(evidence, job, opinion, categories);
}

Diagnoses causes_of_job(const Evidence& evidence, const std::string& job, const RuleSet& rules) {
  const auto suspects = weigh(evidence, job, rules);
  const auto categories = fuse(suspects);
  Diagnoses causes;
  for (const auto& suspect : suspects) {
    if (suspect.rule->category == "unknown" || suspect.weight < unsure_below) continue;
    auto order = categories;
    std::stable_partition(order.begin(), order.end(),
                          [&](const Alternative& one) { return one.category == suspect.rule->category; });
    causes.push_back(name_cause(evidence, suspect, suspects, std::move(order), rules));
  }
  // What diagnose() would name comes first.
  std::ranges::stable_sort(causes, std::greater{}, &Diagnosis::confidence);
  return causes;
}

// A job of which nothing is known but that something failed may speak of other jobs: those that name a cause come before it.
void put_causes_first(Diagnoses& diagnoses, const RuleSet& rules) {
  std::ranges::stable_sort(diagnoses, std::greater{}, &Diagnosis::confidence);
  std::ranges::stable_partition(diagnoses, [&](const Diagnosis& one) {
    const Rule* rule = rules.find(one.rule);
    return rule == nullptr || rule->role != Role::symptom;
  });
}

// No more than are of help. What many rules say of one failure does not keep out what a single rule says of another kind: the first of
// each category stays, in its order.
void keep_first_ones(Diagnoses& causes) {
  std::vector<std::string_view> seen;
  std::vector<bool> is_first(causes.size());
  for (std::size_t i = 0; i < causes.size(); ++i) {
    is_first[i] = !is_among(causes[i].category, seen);
    if (is_first[i]) seen.push_back(causes[i].category);
  }
  for (std::size_t i = causes.size(); i-- > 0 && causes.size() > diagnoses_max;) {
    if (!is_first[i]) causes.erase(causes.begin() + static_cast<std::ptrdiff_t>(i));
  }
  if (causes.size() > diagnoses_max) causes.resize(diagnoses_max);
}

}  // namespace

Diagnoses all_causes(const Evidence& evidence, const RuleSet& rules) {
  Diagnoses causes;
  for (const auto& job : failed_jobs(evidence)) {
    for (auto& cause : causes_of_job(evidence, job, rules)) causes.push_back(std::move(cause));
  }
  std::ranges::stable_sort(causes, std::greater{}, &Diagnosis::confidence);
  if (causes.empty()) causes.push_back(name_nothing(evidence, "", {}));
  keep_first_ones(causes);
  return causes;
}

Diagnoses diagnose(const Evidence& evidence, const RuleSet& rules, const Model& model) {
  if (evidence.conclusion == Conclusion::success) return {};
  Diagnoses diagnoses;
  for (const auto& job : failed_jobs(evidence)) {
    Diagnosis one = diagnose_job(evidence, job, rules, model);
    one.green_runs = green_runs_of(evidence, one);
    const auto known = std::ranges::find(diagnoses, one.signature, &Diagnosis::signature);
    if (known == diagnoses.end()) {
      diagnoses.push_back(std::move(one));
    } else {
      known->jobs.push_back(job);
    }
  }
  put_causes_first(diagnoses, rules);
  const bool something_named =
      std::ranges::any_of(diagnoses, [](const auto& one) { return one.category != "unknown"; });
  if (something_named) std::erase_if(diagnoses, [](const auto& one) { return one.category == "unknown"; });
  if (diagnoses.empty()) diagnoses.push_back(name_nothing(evidence, "", {}));
  if (diagnoses.size() > diagnoses_max) diagnoses.resize(diagnoses_max);
  return diagnoses;
}

}  // namespace regreen
