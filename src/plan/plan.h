#pragma once

#include "model/case.h"
#include "model/plan.h"
#include "rules/rule_set.h"

#include <map>

namespace regreen {

/// Orders what may mend the causes of a failure by priority (B8): the diagnosis' confidence, the remedy's success rate,
/// the severity; where that is equal, the smaller risk and then the rule's own order. Remedies of causes further down
/// count too, since what shows first is not always what can be mended.
Plan make_plan(const Diagnoses& causes, const RuleSet& rules, const std::map<RemedyId, Odds>& odds);

}  // namespace regreen
