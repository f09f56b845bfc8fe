#include "diagnose/weigh.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <ranges>
#include <unordered_map>
#include <utility>

namespace regreen {
namespace {

// How much a signal counts, looked at alone: the rule's prior, made smaller by everything that speaks against it.
// The factors were chosen on the training half of the development corpus; tests/unit/diagnose holds their effects.
constexpr double symptom_factor = 0.45;          // says that it failed, not why
constexpr double warning_factor = 0.25;          // green builds print it too
constexpr double survived_factor = 0.3;          // a summary of success came after it
constexpr double passed_step_factor = 0.02;      // a step that passed, while another one failed
constexpr double other_step_factor = 0.5;        // a step of unknown end, while another one failed
constexpr double fresh_warning_factor = 0.45;    // … but those of this step do not
constexpr double early_factor = 0.7;             // far above the end of a step
constexpr double end_lines = 300;                // that count as the end of a step
constexpr double general_factor = 0.2;           // a special kind of the same is named too
constexpr double none_of_these = 0.35;           // odds that the cause left no line that a rule knows
constexpr double opinion_odds = 0.25;            // of that, what a classifier divides
constexpr double sure_weight = 0.9;              // so heavy a cause
constexpr double unrivalled = 2 * opinion_odds;  // … that much more likely than any other needs no opinion
constexpr double none_at_all = 0.05;             // odds that a classifier does not know it either

// Kinds of the same: where the special one is named, the general one is what it looks like from outside.
constexpr auto special_and_general = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"flaky_test", "test_failure"},
    {"test_timeout", "test_failure"},
    {"api_contract_mismatch", "test_failure"},
    {"syntax_error", "compile_error"},
});

bool any_failed(const Evidence& evidence, const std::string& job) {
  return std::ranges::any_of(
      evidence.steps, [&](const Step& step) { return step.job == job && step.conclusion == Conclusion::failure; });
}

double step_factor(const Step& step, bool another_failed) {
  if (step.conclusion == Conclusion::failure || !another_failed) return 1.0;
  return step.conclusion == Conclusion::success ? passed_step_factor : other_step_factor;
}

// What broke a step stands near its end; what it printed long before, it survived, unless that proves a failure.
double position_factor(const Step& step, const Place& place, const Rule& rule) {
  if (rule.proves == Conclusion::failure) return 1.0;
  if (place.line > step.last.line || place.file != step.last.file) return 1.0;
  const auto to_end = static_cast<double>(step.last.line - place.line);
  return to_end <= end_lines ? 1.0 : early_factor + (1.0 - early_factor) * end_lines / to_end;
}

// A failure that was no end: something was tried again. It speaks for what came before where the next attempt, too, says
// why it failed.
bool ends_attempt(const Rule& rule) { return rule.role == Role::warning && rule.proves == Conclusion::failure; }

// A signal of the job, and its rule.
struct Spoken {
  const Signal* signal = nullptr;
  const Rule* rule = nullptr;
};

// Ids of rules differ in their ends: a log has thousands of signals, of a few rules.
struct EndsHash {
  std::size_t operator()(std::string_view id) const {
    std::uint64_t first = 0, last = 0;
    const auto length = std::min(id.size(), sizeof first);
    std::memcpy(&first, id.data(), length);
    std::memcpy(&last, id.data() + id.size() - length, length);
    return std::rotl(first * 0x9E3779B97F4A7C15, 32) ^ (last * 0xC2B2AE3D27D4EB4F);
  }
};

// The signals of a job's steps whose rules are known.
std::vector<Spoken> spoken_in(const Evidence& evidence, const std::string& job, const RuleSet& rules) {
  std::vector<bool> of_job;
  for (const auto& step : evidence.steps) of_job.push_back(step.job == job);
  std::unordered_map<std::string_view, const Rule*, EndsHash> known;
  std::vector<Spoken> all;
  for (const auto& signal : evidence.signals) {
    if (!of_job[signal.step]) continue;
    const auto [rule, is_new] = known.try_emplace(signal.rule.value);
    if (is_new) rule->second = rules.find(signal.rule);
    if (rule->second != nullptr) all.push_back({&signal, rule->second});
  }
  return all;
}

// What is known of one job before its signals are weighed.
class Scale {
 public:
  Scale(const Evidence& evidence, const std::string& job, const std::vector<Spoken>& all)
      : evidence_(evidence), failed_(any_failed(evidence, job)), last_success_(evidence.steps.size()) {
    std::vector<bool> failed_later(evidence.steps.size());
    for (const auto& [signal, rule] : std::views::reverse(all)) {
      const bool is_retry = ends_attempt(*rule) && failed_later[signal->step];
      auto& success = last_success_[signal->step];
      if (!success && (is_retry || rule->proves == Conclusion::success)) success = signal->place;
      if (rule->role == Role::cause) failed_later[signal->step] = true;
    }
  }

  double weight_of(const Signal& signal, const Rule& rule) const {
    const Step& step = evidence_.steps[signal.step];
    const Novelty novelty = novelty_of(evidence_, signal.place);
    if (novelty == Novelty::usual && rule.proves != Conclusion::failure) return 0.0;  // green runs print it too
    const double position = novelty == Novelty::fresh ? 1.0 : position_factor(step, signal.place, rule);
    return rule.confidence * role_factor(rule, novelty) * step_factor(step, failed_) * position *
           (survived(signal, rule) ? survived_factor : 1.0);
  }

  bool is_fresh(const Signal& signal) const { return novelty_of(evidence_, signal.place) == Novelty::fresh; }

  bool is_in_failed_step(const Signal& signal) const {
    return step_factor(evidence_.steps[signal.step], failed_) == 1.0;
  }

 private:
  // A warning explains a failure only where there is one.
  double role_factor(const Rule& rule, Novelty novelty) const {
    if (rule.role == Role::symptom) return symptom_factor;
    if (rule.role == Role::cause) return 1.0;
    if (evidence_.conclusion != Conclusion::failure) return 0.0;
    return novelty == Novelty::fresh ? fresh_warning_factor : warning_factor;
  }

  bool survived(const Signal& signal, const Rule& rule) const {
    const auto& success = last_success_[signal.step];
    return success && signal.place < *success && rule.proves != Conclusion::failure;
  }

  const Evidence& evidence_;
  bool failed_;
  std::vector<std::optional<Place>> last_success_;  // by step
};

double odds(double probability) { return probability / (1.0 - std::min(probability, 0.99)); }

// The heaviest suspect of each category.
std::map<std::string, double, std::less<>> weights_of(const std::vector<Suspect>& suspects) {
  std::map<std::string, double, std::less<>> best;
  for (const auto& suspect : suspects) {
    double& weight = best[suspect.rule->category];
    weight = std::max(weight, suspect.weight);
  }
  for (const auto& [special, general] : special_and_general) {
    const auto named = best.find(special), hidden = best.find(general);
    if (named != best.end() && hidden != best.end() && named->second > symptom_factor) hidden->second *= general_factor;
  }
  return best;
}

// How a classifier divides what the rules leave; what it makes no sense of is not divided.
std::vector<std::pair<std::string, double>> shares_of(const Prediction& opinion) {
  std::vector<std::pair<std::string, double>> shares;
  for (const auto& one : opinion.categories) {
    if (one.category != "unknown") shares.emplace_back(one.category, one.confidence);
  }
  return shares;
}

}  // namespace

std::vector<Suspect> weigh(const Evidence& evidence, const std::string& job, const RuleSet& rules) {
  const auto all = spoken_in(evidence, job, rules);
  const Scale scale(evidence, job, all);
  std::vector<Suspect> suspects;
  for (const auto& [signal, rule] : all) {
    if (rule->proves == Conclusion::success || rule->category == "unknown") continue;
    const double weight = scale.weight_of(*signal, *rule);
    if (weight <= 0) continue;
    const auto known = std::ranges::find(suspects, rule, &Suspect::rule);
    Suspect& suspect = known == suspects.end() ? suspects.emplace_back(Suspect{rule, {}, 0}) : *known;
    suspect.weight = std::max(suspect.weight, weight);
    suspect.signals.push_back(signal);
  }
  std::ranges::sort(
      suspects, {}, [](const Suspect& one) -> const auto& { return one.rule->id; });
  for (auto& suspect : suspects) {
    // The most telling signal: the first one in a step that failed, else the first. Of warnings, which come all along,
    // the last of the first such step. Before all, what no green run printed.
    if (suspect.rule->role == Role::warning) {
      std::ranges::reverse(suspect.signals);
      std::ranges::stable_sort(suspect.signals, {}, &Signal::step);
    }
    std::ranges::stable_partition(suspect.signals, [&](const Signal* one) { return scale.is_fresh(*one); });
    std::ranges::stable_partition(suspect.signals, [&](const Signal* one) { return scale.is_in_failed_step(*one); });
  }
  std::ranges::stable_sort(suspects, [](const Suspect& a, const Suspect& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.signals.front()->place < b.signals.front()->place;
  });
  return suspects;
}

bool are_sure(const std::vector<Suspect>& suspects) {
  double first = 0, second = 0;
  for (const auto& [category, weight] : weights_of(suspects)) {
    second = std::max(second, std::min(first, weight));
    first = std::max(first, weight);
  }
  return first >= sure_weight && odds(first) - odds(second) > unrivalled;
}

std::vector<Alternative> fuse(const std::vector<Suspect>& suspects, const Prediction& opinion) {
  const auto weights = weights_of(suspects);
  std::map<std::string, double, std::less<>> all;
  for (const auto& [category, weight] : weights) all[category] = odds(weight);
  const auto shares = shares_of(opinion);
  for (const auto& [category, share] : shares) all[category] += opinion_odds * share;
  double sum = shares.empty() ? none_of_these : none_at_all + opinion_odds * opinion.of("unknown");
  for (const auto& [category, one] : all) sum += one;
  std::vector<Alternative> result;
  for (const auto& [category, one] : all) result.push_back({category, one / sum});
  std::ranges::stable_sort(result, std::greater{}, &Alternative::confidence);
  return result;
}

}  // namespace regreen
