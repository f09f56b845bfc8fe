#pragma once

#include "classify/model.h"
#include "model/case.h"
#include "model/evidence.h"
#include "rules/rule_set.h"

namespace regreen {

/// Says why a run failed: for each failed job the one cause that best explains its evidence, the surest first; the
/// same cause in several jobs is one diagnosis. Empty for a run that succeeded; one "unknown" where the log does not
/// contain the cause. What no rule knows surely is judged by the classifier, where one is given; such a diagnosis has no
/// rule and no remedies. What green runs of a step usually print is no evidence, but for lines that prove a failure. Pure.
Diagnoses diagnose(const Evidence& evidence, const RuleSet& rules, const Model& model = {});

/// Every cause that some line names, not only the best of each job: what a repair has to deal with. Surest first; at
/// least one, "unknown" where there is none. Pure.
Diagnoses all_causes(const Evidence& evidence, const RuleSet& rules);

}  // namespace regreen
