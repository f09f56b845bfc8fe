#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "shipped/shipped.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace regreen {
namespace {

int trouble(const Error& error) {
  complain(error.message);
  return exit_trouble;
}

Result<std::vector<RuleFile>> chosen_files(const CommonOptions& common, const RulesOptions& options) {
  if (options.files.empty()) return rule_files(common);
  // A user's file may name our remedies, so it is checked together with all that is in use.
  CommonOptions more = common;
  more.rules.insert(more.rules.end(), options.files.begin(), options.files.end());
  return rule_files(more);
}

// What is not wrong, but slow. Of our own rules only where nobody asks about others.
bool is_worth_a_note(const Branch& branch, const RuleFileContent& content, const std::vector<std::string>& asked) {
  if (branch.needle_count > 0 || branch.is_of_noise != 0) return false;
  const auto is_from = [&](const std::string& path) { return content.rules[branch.row].file.starts_with(path); };
  return asked.empty() || std::ranges::any_of(asked, is_from);
}

int check(const std::vector<RuleFile>& files, const std::vector<std::string>& asked) {
  RuleFileContent content = shipped_content();
  std::vector<RuleMistake> mistakes;
  for (const auto& file : files) {
    for (auto& mistake : read_rule_file(file, content)) mistakes.push_back(std::move(mistake));
  }
  for (auto& mistake : check_references(content)) mistakes.push_back(std::move(mistake));
  prepare_branches(content);
  std::set<std::uint32_t> slow;  // rows; a rule may have several slow branches
  for (const auto& branch : content.branches.all) {
    if (is_worth_a_note(branch, content, asked)) slow.insert(branch.row);
  }
  for (const auto row : slow) {
    const Rule& rule = content.rules[row];
    fmt::print("{}:{}: note: no four characters in a row are in every match of '{}': such a rule is slow\n", rule.file,
               rule.line, rule.id.value);
  }
  const std::size_t rules = content.rules.size(), noise = content.noise.size();
  if (mistakes.empty()) {
    const auto compiled = RuleSet::compile(std::move(content));
    if (!compiled) mistakes = compiled.error();
  }
  for (const auto& mistake : mistakes) fmt::print("{}\n", to_text(mistake));
  fmt::print("{} rules, {} kinds of noise, {} mistakes\n", rules, noise, mistakes.size());
  return mistakes.empty() ? exit_well : exit_look;
}

int list(const RuleSet& rules) {
  for (const auto& rule : rules.rules()) {
    fmt::print("{:<44} {:<22} {:>3.0f} %  {}\n", rule.id.value, rule.category, rule.confidence * 100, rule.root_cause);
  }
  return exit_well;
}

bool recognises(const RuleSet& rules, const RuleId& id, const std::string& line) {
  for (const auto& hit : rules.match(line)) {
    if (hit.rule->id == id) return true;
  }
  return false;
}

int test(const RuleSet& rules) {
  std::size_t lines = 0, wrong = 0;
  const auto expect = [&](const auto& row, const std::string& line, bool right, const char* what) {
    ++lines;
    if (right) return;
    ++wrong;
    fmt::print("{}:{}: {} {}: {}\n", row.file, row.line, row.id.value, what, line);
  };
  for (const auto& rule : rules.rules()) {
    for (const auto& line : rule.match) expect(rule, line, recognises(rules, rule.id, line), "does not match");
    for (const auto& line : rule.no_match) expect(rule, line, !recognises(rules, rule.id, line), "matches");
  }
  for (const auto& noise : rules.noise()) {
    for (const auto& line : noise.match) expect(noise, line, rules.is_noise(line), "is not taken for noise");
    for (const auto& line : noise.no_match) expect(noise, line, !rules.is_noise(line), "is taken for noise");
  }
  fmt::print("{} rules, {} lines, {} wrong\n", rules.rules().size(), lines, wrong);
  return wrong == 0 ? exit_well : exit_look;
}

}  // namespace

int run_rules(const CommonOptions& common, const RulesOptions& options) {
  const auto files = chosen_files(common, options);
  if (!files) return trouble(files.error());
  if (options.verb == RulesOptions::Verb::check) return check(*files, options.files);
  const auto rules = load_rules(*files);
  if (!rules) return trouble(rules.error());
  return options.verb == RulesOptions::Verb::list ? list(*rules) : test(*rules);
}

int run_fixes(const CommonOptions& common) {
  const auto rules = load_rules(common);
  if (!rules) return trouble(rules.error());
  constexpr const char* kinds[] = {"edit", "run", "rerun", "escalate"};
  constexpr const char* risks[] = {"low", "medium", "high"};
  for (const auto& remedy : rules->remedies()) {
    fmt::print("{:<28} {:<9} {:<7} {}\n", remedy.id.value, kinds[static_cast<std::size_t>(remedy.kind)],
               risks[static_cast<std::size_t>(remedy.risk)], remedy.title);
  }
  return exit_well;
}

}  // namespace regreen
