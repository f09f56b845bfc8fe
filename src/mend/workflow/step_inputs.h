#pragma once

#include "rules/rule_set.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The well-known actions that have all these inputs; none for no inputs.
std::set<std::string> actions_with(const RuleSet& rules, const std::vector<std::string>& inputs);

/// Are these inputs an action's own? `python-version` is; `path`, `ref` and `token` any action may have, also one that nobody knows.
bool are_telling(const std::vector<std::string>& inputs);

/// Are all inputs there without which the action does nothing? False for actions that do something without any.
bool has_what_it_needs(std::string_view action, const std::vector<std::string>& inputs);

/// Does the action do nothing else than prepare a job for its scripts, or keep what they made? Then no script stands for it.
bool is_preparation(std::string_view action);

}  // namespace regreen
