#include "diagnose/diagnose.h"

#include "base/hash.h"
#include "base/text.h"
#include "classify/suggest.h"
#include "diagnose/calibrate.h"
#include "diagnose/checkout.h"
#include "diagnose/locate.h"
#include "diagnose/opinion.h"
#include "diagnose/show.h"
#include "diagnose/signature.h"
#include "diagnose/weigh.h"
#include "model/category.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t diagnoses_max = 8;       // of one run: more independent causes are no help to anyone
constexpr std::size_t occurrences_max = 100;   // handed to fixers
constexpr std::size_t context_lines = 25;      // around an occurrence
constexpr double unsure_below = 0.15;          // a cause less likely than this is not named
constexpr double opinion_unsure_below = 0.3;   // nor one that only the classifier names,
constexpr double outcry_unsure_below = 0.5;    // … where nothing proves that anything failed
constexpr std::size_t told_bytes_max = 200;    // of a line that stands for the cause

std::vector<std::string> failed_jobs(const Evidence& evidence) {
  std::vector<std::string> failed, all;
  for (const auto& step : evidence.steps) {
    if (std::ranges::find(all, step.job) == all.end()) all.push_back(step.job);
    if (step.conclusion != Conclusion::failure || std::ranges::find(failed, step.job) != failed.end()) continue;
    failed.push_back(step.job);
  }
  return failed.empty() ? all : failed;
}

Occurrence occurrence_of(const Evidence& evidence, const Signal& signal, Captures captures) {
  Occurrence one{{signal.place, signal.text}, std::move(captures), {}, {}, {}};
  const Excerpt around = lines_around(evidence, signal.place, context_lines, context_lines);
  bool is_below = false;
  for (std::size_t i = 0; i < around.lines.size(); ++i) {
    const std::size_t line = around.first.line + i;
    const bool is_noise = novelty_of(evidence, {around.first.file, line}) == Novelty::usual;
    const bool is_here = line == signal.place.line;
    is_below |= line > signal.place.line;
    const std::string_view shown = is_noise ? std::string_view() : around.lines[i];
    for (const auto text : split(shown, '\n')) {
      const bool is_signal = is_here && !is_below && text == signal.text;
      if (!is_signal) (is_below ? one.after : one.before).emplace_back(text);
      is_below |= is_signal;
    }
  }
  one.locations = locate(one.captures, one.before, one.at.text, one.after, Checkouts(evidence.checkouts));
  return one;
}

// Two signals of one rule that captured the same are the same thing said twice.
std::vector<Occurrence> occurrences_of(const Evidence& evidence, const Suspect& suspect, const RuleSet& rules) {
  std::vector<Occurrence> all;
  std::set<std::pair<Captures, std::string>> seen;
  for (const Signal* signal : suspect.signals) {
    if (all.size() >= occurrences_max) break;
    Captures captures = signal->captures.empty() ? rules.captures(*suspect.rule, signal->text) : signal->captures;
    if (seen.insert({captures, captures.empty() ? signal->text : ""}).second) {
      all.push_back(occurrence_of(evidence, *signal, std::move(captures)));
    }
  }
  return all;
}

bool is_of_python(const Rule& rule) {
  return std::ranges::any_of(rule.remedies, [](const RemedyId& id) { return id.value.starts_with("python."); });
}

// Python's modules and packages have names of their own; elsewhere the module is the package.
std::string package_of(const Captures& captures, const Rule& rule, const RuleSet& rules) {
  if (const auto named = captures.find("package"); named != captures.end()) return named->second;
  const auto module = captures.find("module");
  if (module == captures.end()) return "";
  if (!is_of_python(rule)) return module->second;
  const Table& packages = rules.table("python-packages");
  const std::string top = module->second.substr(0, module->second.find('.'));
  for (const auto& name : {module->second, top}) {
    if (const auto found = packages.find(name); found != packages.end()) return found->second;
  }
  return top;
}

std::string filled(std::string text, const Captures& captures) {
  for (const auto& [name, value] : captures) text = replace_all(text, "{" + name + "}", value);
  return printable(text);
}

// Where the lines name no place in the code, the files that they mention.
void add_locations(Diagnosis& diagnosis, const Checkouts& checkouts) {
  const auto add = [&](const std::vector<Location>& locations) {
    for (const auto& location : locations) {
      if (std::ranges::find(diagnosis.locations, location) == diagnosis.locations.end()) {
        diagnosis.locations.push_back(location);
      }
    }
  };
  for (const auto& occurrence : diagnosis.occurrences) add(occurrence.locations);
  if (!diagnosis.locations.empty()) return;
  for (const auto& line : diagnosis.evidence) add(mentioned_files(line.text, checkouts));
}

void sign(Diagnosis& diagnosis) {
  diagnosis.identity = readable_signature(diagnosis);
  diagnosis.signature = {hash_hex(diagnosis.identity)};
  diagnosis.jobs = {diagnosis.job};
}

Diagnosis name_cause(const Evidence& evidence, const Suspect& suspect, const std::vector<Suspect>& suspects,
                     std::vector<Alternative> categories, const RuleSet& rules) {
  const Rule& rule = *suspect.rule;
  const Step& step = evidence.steps[suspect.signals.front()->step];
  const Checkouts checkouts(evidence.checkouts);
  Diagnosis diagnosis;
  diagnosis.category = rule.category;
  diagnosis.confidence = categories.front().confidence;
  diagnosis.severity = rule.severity;
  diagnosis.transient = rule.transient;
  diagnosis.rule = rule.id;
  diagnosis.job = step.job;
  diagnosis.step = step.name;
  diagnosis.occurrences = occurrences_of(evidence, suspect, rules);
  diagnosis.captures = diagnosis.occurrences.front().captures;
  for (auto& [name, value] : diagnosis.captures) value = checkouts.shown(value);
  if (const auto package = package_of(diagnosis.captures, rule, rules); !package.empty()) {
    diagnosis.captures["package"] = package;
  }
  diagnosis.root_cause = filled(rule.root_cause, diagnosis.captures);
  for (const auto& suggestion : rule.suggest) diagnosis.suggestions.push_back(filled(suggestion, diagnosis.captures));
  diagnosis.remedies = rule.remedies;
  diagnosis.auto_fixable = !rule.remedies.empty();
  diagnosis.alternatives.assign(categories.begin() + 1, categories.end());
  diagnosis.evidence = lines_to_show(evidence, suspect, suspects);
  add_locations(diagnosis, checkouts);
  sign(diagnosis);
  return diagnosis;
}

std::vector<const Step*> failed_steps(const Evidence& evidence, const std::string& job) {
  std::vector<const Step*> failed;
  for (const auto& step : evidence.steps) {
    if (step.job == job && step.conclusion == Conclusion::failure) failed.push_back(&step);
  }
  return failed;
}

// Where no rule knows the cause: the places are the files that the lines mention.
Diagnosis name_without_rule(const Evidence& evidence, const std::string& job,
                            const std::vector<EvidenceLine>& deciding = {}) {
  Diagnosis diagnosis;
  diagnosis.job = job;
  const auto steps = failed_steps(evidence, job);
  if (!steps.empty()) diagnosis.step = steps.back()->name;
  diagnosis.evidence = lines_to_show(evidence, steps, deciding);
  add_locations(diagnosis, Checkouts(evidence.checkouts));
  return diagnosis;
}

Diagnosis name_nothing(const Evidence& evidence, const std::string& job, std::vector<Alternative> categories) {
  Diagnosis diagnosis = name_without_rule(evidence, job);
  diagnosis.root_cause = "The log does not say why";
  diagnosis.alternatives = std::move(categories);
  sign(diagnosis);
  return diagnosis;
}

// The very line that explains the failure gives orders to agents: then who wrote it is the question.
void suspect_orders(const Evidence& evidence, Diagnosis& diagnosis) {
  const bool is_order = std::ranges::find(evidence.orders, diagnosis.evidence.front().place) != evidence.orders.end();
  if (!is_order || diagnosis.category == "security_finding") return;
  diagnosis.alternatives.insert(diagnosis.alternatives.begin(), {diagnosis.category, 1.0 - diagnosis.confidence});
  diagnosis.category = "security_finding";
  diagnosis.root_cause = "The message of the failure gives orders to agents";
  diagnosis.suggestions = {"Find out who wrote the message; let a human decide"};
  diagnosis.auto_fixable = false;
}

// What only the classifier says: the line that decided most stands for the cause.
Diagnosis name_opinion(const Evidence& evidence, const std::string& job, const Opinion& opinion,
                       const std::vector<Alternative>& categories) {
  Diagnosis diagnosis = name_without_rule(evidence, job, opinion.lines);
  diagnosis.category = categories.front().category;
  diagnosis.confidence = categories.front().confidence;
  diagnosis.transient = is_transient(diagnosis.category);
  const Checkouts checkouts(evidence.checkouts);
  diagnosis.root_cause = printable(shortened(trim(checkouts.shown(opinion.lines.front().text)), told_bytes_max));
  diagnosis.suggestions = {suggestion_for(diagnosis.category)};
  diagnosis.alternatives.assign(categories.begin() + 1, categories.end());
  diagnosis.signature = signature_of(diagnosis);
  return diagnosis;
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

}  // namespace

Diagnoses all_causes(const Evidence& evidence, const RuleSet& rules) {
  Diagnoses causes;
  for (const auto& job : failed_jobs(evidence)) {
    for (auto& cause : causes_of_job(evidence, job, rules)) causes.push_back(std::move(cause));
  }
  std::ranges::stable_sort(causes, std::greater{}, &Diagnosis::confidence);
  if (causes.empty()) causes.push_back(name_nothing(evidence, "", {}));
  if (causes.size() > diagnoses_max) causes.resize(diagnoses_max);
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
  std::ranges::stable_sort(diagnoses, std::greater{}, &Diagnosis::confidence);
  const bool something_named =
      std::ranges::any_of(diagnoses, [](const auto& one) { return one.category != "unknown"; });
  if (something_named) std::erase_if(diagnoses, [](const auto& one) { return one.category == "unknown"; });
  if (diagnoses.empty()) diagnoses.push_back(name_nothing(evidence, "", {}));
  if (diagnoses.size() > diagnoses_max) diagnoses.resize(diagnoses_max);
  return diagnoses;
}

}  // namespace regreen
