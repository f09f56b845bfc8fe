#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"
#include "rules/rule_set.h"

namespace regreen {

/// What a real tool printed, and what its script in the foundry says that regreen must answer.
struct Recording {
  std::string name;      ///< "python/import-name"
  std::string text;      ///< of the log
  std::string category;  ///< expected; "success" for a green one
  std::string rule;      ///< expected; empty where the script names none

  bool is_green() const { return category == "success"; }
};

/// All of tests/logs, by name.
const std::vector<Recording>& recordings();

/// The shipped rules, compiled once.
const RuleSet& our_rules();

struct Answer {
  Conclusion conclusion = Conclusion::unknown;
  Diagnoses diagnoses;
};

/// What regreen says about a log.
Answer answer_to(std::string_view log);

/// The log as GitHub Actions would show it: the runner's words, a checkout, the command's output, how the step ended.
struct Wrapped {
  std::string text;
  std::size_t lines_above = 0;  ///< before the first line of the command's output
};
Wrapped as_github_job(const Recording& recording);

}  // namespace regreen
