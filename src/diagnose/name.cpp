#include "diagnose/name.h"

#include "base/among.h"
#include "base/character.h"
#include "base/hash.h"
#include "base/text.h"
#include "classify/suggest.h"
#include "diagnose/checkout.h"
#include "diagnose/locate.h"
#include "diagnose/occurrence.h"
#include "diagnose/show.h"
#include "diagnose/signature.h"
#include "model/category.h"

#include <algorithm>
#include <span>

namespace regreen {
namespace {

constexpr std::size_t told_bytes_max = 200;  // of a line that stands for the cause
constexpr std::size_t alternatives_max = 5;
constexpr double alternative_below = 0.005;  // what is less likely need not be told

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

bool is_name(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_lower); }

bool begins_with_slot(std::string_view text) {
  return text.starts_with('{') && is_name(text.substr(1, std::min(text.find('}'), text.size()) - 1));
}

// Each {name} becomes what was captured. What a line left out goes, with the colon or blank before it. Other braces stay.
std::string filled(std::string_view text, const Captures& captures) {
  std::string result;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
    const auto close = text.find('}', open);
    const std::string name(text.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1));
    const std::size_t taken = is_name(name) ? open : open + 1;  // of a brace that is one, itself
    result += text.substr(0, taken);
    text.remove_prefix(is_name(name) ? close + 1 : taken);
    if (!is_name(name)) continue;
    if (const auto capture = captures.find(name); capture != captures.end() && !capture->second.empty()) {
      result += capture->second;
    } else if (!begins_with_slot(text)) {  // of two in a row the last one tells
      while (result.ends_with(' ') || result.ends_with(':')) result.pop_back();
    }
  }
  return printable(result.append(text));
}

// Where the lines name no place in the code, the files that they mention.
void add_locations(Diagnosis& diagnosis, const Checkouts& checkouts) {
  const auto add = [&](const std::vector<Location>& locations) {
    for (const auto& location : locations) {
      if (!is_among(location, diagnosis.locations)) {
        diagnosis.locations.push_back(location);
      }
    }
  };
  for (const auto& occurrence : diagnosis.occurrences) add(occurrence.locations);
  if (!diagnosis.locations.empty()) return;
  for (const auto& line : diagnosis.evidence) add(mentioned_files(line.text, checkouts));
}

// Of categories, the most likely first, those worth telling.
std::vector<Alternative> alternatives_in(std::span<const Alternative> categories) {
  std::vector<Alternative> alternatives;
  for (const auto& one : categories.first(std::min(categories.size(), alternatives_max))) {
    if (one.confidence >= alternative_below) alternatives.push_back(one);
  }
  return alternatives;
}

void sign(Diagnosis& diagnosis) {
  diagnosis.identity = readable_signature(diagnosis);
  diagnosis.signature = {hash_hex(diagnosis.identity)};
  diagnosis.jobs = {diagnosis.job};
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

}  // namespace

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
  diagnosis.auto_fixable = std::ranges::any_of(rule.remedies, [&](const RemedyId& id) {
    const Remedy* remedy = rules.find(id);
    return remedy == nullptr || remedy->kind != RemedyKind::escalate;
  });
  diagnosis.alternatives = alternatives_in(std::span(categories).subspan(1));
  diagnosis.evidence = lines_to_show(evidence, suspect, suspects, rules);
  add_locations(diagnosis, checkouts);
  sign(diagnosis);
  return diagnosis;
}

Diagnosis name_nothing(const Evidence& evidence, const std::string& job, const std::vector<Alternative>& categories) {
  Diagnosis diagnosis = name_without_rule(evidence, job);
  diagnosis.root_cause = "The log does not say why";
  diagnosis.alternatives = alternatives_in(categories);
  sign(diagnosis);
  return diagnosis;
}

void suspect_orders(const Evidence& evidence, Diagnosis& diagnosis) {
  const bool is_order = is_among(diagnosis.evidence.front().place, evidence.orders);
  if (!is_order || diagnosis.category == "security_finding") return;
  diagnosis.alternatives.insert(diagnosis.alternatives.begin(), {diagnosis.category, 1.0 - diagnosis.confidence});
  diagnosis.category = "security_finding";
  diagnosis.root_cause = "The message of the failure gives orders to agents";
  diagnosis.suggestions = {"Find out who wrote the message; let a human decide"};
  diagnosis.auto_fixable = false;
}

Diagnosis name_opinion(const Evidence& evidence, const std::string& job, const Opinion& opinion,
                       const std::vector<Alternative>& categories) {
  Diagnosis diagnosis = name_without_rule(evidence, job, opinion.lines);
  diagnosis.category = categories.front().category;
  diagnosis.confidence = categories.front().confidence;
  diagnosis.transient = is_transient(diagnosis.category);
  const Checkouts checkouts(evidence.checkouts);
  diagnosis.root_cause = printable(shortened(trim(checkouts.shown(opinion.lines.front().text)), told_bytes_max));
  diagnosis.suggestions = {suggestion_for(diagnosis.category)};
  diagnosis.alternatives = alternatives_in(std::span(categories).subspan(1));
  diagnosis.signature = signature_of(diagnosis);
  return diagnosis;
}

}  // namespace regreen
