#pragma once

#include "base/id.h"
#include "model/diagnosis.h"
#include "model/evidence.h"

#include <string>
#include <vector>

namespace regreen {

/// What a recognised line says about the failure.
enum class Role {
  cause,    ///< why it failed
  symptom,  ///< that it failed; names the category only where no cause does
  warning,  ///< green builds print it too; names the category only where a failed step has nothing else
};

enum class Origin { run, documented };

/// What is known about one kind of failure. See docs/rules.md, which says what each field means.
struct Rule {
  RuleId id;
  std::string category;
  double confidence = 0;
  std::string pattern;
  std::string root_cause;
  Severity severity = Severity::medium;
  Role role = Role::cause;
  bool transient = false;
  Conclusion proves = Conclusion::unknown;
  std::vector<RemedyId> remedies;
  std::vector<std::string> suggest;
  std::vector<std::string> match;
  std::vector<std::string> no_match;
  Origin origin = Origin::run;
  std::string source;
  std::string file;  ///< where the rule stands, for messages
  std::size_t line = 0;
};

/// A line that is never evidence, whatever rule it matches.
struct Noise {
  RuleId id;
  std::string pattern;
  std::vector<std::string> match;
  std::vector<std::string> no_match;
  std::string file;
  std::size_t line = 0;
};

}  // namespace regreen
