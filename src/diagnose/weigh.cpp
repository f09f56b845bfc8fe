#include "diagnose/weigh.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace regreen {
namespace {

// How much a signal counts, looked at alone: the rule's prior, made smaller by everything that speaks against it.
// The factors were chosen on the training half of the development corpus; tests/unit/diagnose holds their effects.
constexpr double symptom_factor = 0.45;      // says that it failed, not why
constexpr double warning_factor = 0.25;      // green builds print it too
constexpr double passed_step_factor = 0.02;  // a step that passed, while another one failed
constexpr double other_step_factor = 0.5;    // a step of unknown end, while another one failed
constexpr double early_factor = 0.8;         // the very start of a step against its end
constexpr double none_of_these = 0.35;       // odds that the cause left no line that a rule knows

double role_factor(Role role) {
  if (role == Role::symptom) return symptom_factor;
  return role == Role::warning ? warning_factor : 1.0;
}

bool any_failed(const Evidence& evidence, const std::string& job) {
  return std::ranges::any_of(evidence.steps, [&](const Step& step) {
    return step.job == job && step.conclusion == Conclusion::failure;
  });
}

double step_factor(const Step& step, bool another_failed) {
  if (step.conclusion == Conclusion::failure || !another_failed) return 1.0;
  return step.conclusion == Conclusion::success ? passed_step_factor : other_step_factor;
}

// What ends a step is nearer to its end than what it printed on the way.
double position_factor(const Step& step, const Place& place) {
  if (step.last.line <= step.first.line || place.line < step.first.line || place.file != step.first.file) return 1.0;
  const double there = static_cast<double>(place.line - step.first.line);
  const double length = static_cast<double>(step.last.line - step.first.line);
  return early_factor + (1.0 - early_factor) * std::min(1.0, there / length);
}

double weight_of(const Signal& signal, const Rule& rule, const Step& step, bool another_failed) {
  return rule.confidence * role_factor(rule.role) * step_factor(step, another_failed) *
         position_factor(step, signal.place);
}

double odds(double probability) { return probability / (1.0 - std::min(probability, 0.99)); }

}  // namespace

std::vector<Suspect> weigh(const Evidence& evidence, const std::string& job, const RuleSet& rules) {
  const bool failed = any_failed(evidence, job);
  std::map<RuleId, Suspect> by_rule;
  for (const auto& signal : evidence.signals) {
    const Step& step = evidence.steps[signal.step];
    const Rule* rule = rules.find(signal.rule);
    if (step.job != job || rule == nullptr || rule->proves == Conclusion::success) continue;
    Suspect& suspect = by_rule[signal.rule];
    suspect.rule = rule;
    const double weight = weight_of(signal, *rule, step, failed);
    if (weight <= 0) continue;
    suspect.weight = std::max(suspect.weight, weight);
    suspect.signals.push_back(&signal);
  }
  std::vector<Suspect> suspects;
  for (auto& [id, suspect] : by_rule) {
    // The most telling signal: the first one in a step that failed, else the first.
    std::ranges::stable_partition(suspect.signals, [&](const Signal* signal) {
      return step_factor(evidence.steps[signal->step], failed) == 1.0;
    });
    suspects.push_back(std::move(suspect));
  }
  std::ranges::stable_sort(suspects, [](const Suspect& a, const Suspect& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.signals.front()->place < b.signals.front()->place;
  });
  return suspects;
}

std::vector<Alternative> fuse(const std::vector<Suspect>& suspects) {
  std::map<std::string, double> best;
  for (const auto& suspect : suspects) {
    double& weight = best[suspect.rule->category];
    weight = std::max(weight, suspect.weight);
  }
  double sum = none_of_these;
  for (const auto& [category, weight] : best) sum += odds(weight);
  std::vector<Alternative> result;
  for (const auto& [category, weight] : best) result.push_back({category, odds(weight) / sum});
  std::ranges::stable_sort(result, std::greater{}, &Alternative::confidence);
  return result;
}

}  // namespace regreen
