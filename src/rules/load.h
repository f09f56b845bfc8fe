#pragma once

#include "base/result.h"
#include "base/text_file.h"
#include "model/remedy.h"
#include "rules/branches.h"
#include "rules/rule.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

using RuleFile = TextFile;

/// Names to names, such as import name → package name. Each is a `[table.NAME]` of a rule file; the rows of a later
/// file win.
using Table = std::map<std::string, std::string, std::less<>>;

/// What rule files say, before patterns are compiled.
struct RuleFileContent {
  std::vector<Rule> rules;
  std::vector<Noise> noise;
  Branches branches;  ///< of all patterns, once prepared
  std::vector<Remedy> remedies;
  std::map<std::string, Table, std::less<>> tables;
};

/// Takes the patterns apart that were not yet.
void prepare_branches(RuleFileContent& content);

/// A mistake in a rule file: where, what, and what to do about it.
struct RuleMistake {
  std::string file;
  std::size_t line = 0;
  std::string message;
  std::string hint;
};

/// "rules/python.toml:12: unknown key 'patern' (did you mean 'pattern'?)"
std::string to_text(const RuleMistake& mistake);

/// Reads one file into `content`; answers its mistakes, none if all is well. Nothing of a rule with a mistake is kept.
std::vector<RuleMistake> read_rule_file(const RuleFile& file, RuleFileContent& content);

/// The mistakes that only all files together show: ids used twice, remedies that nobody defines.
std::vector<RuleMistake> check_references(const RuleFileContent& content);

}  // namespace regreen
