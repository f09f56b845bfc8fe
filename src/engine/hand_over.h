#pragma once

#include "deliver/deliver.h"
#include "model/case.h"
#include "model/tree.h"
#include "policy/config.h"
#include "policy/decide.h"
#include "policy/next_move.h"
#include "ports/forge.h"
#include "rules/rule_set.h"

namespace regreen {

/// Carries a move out and answers the Case's outcome after it: delivered; or refused, where the forge denies it. An Error is
/// trouble of the forge.
Result<Outcome> carry_out(const Case& one, Move move, Forge& forge, const DeliverOptions& options);

/// Hands over what another process found out and proved about a run: one that has rights, and runs nobody's code. It believes
/// nothing that it can look up: the run's situation is asked for anew, the files must be what the repair was made for (`tree`: the
/// commit that the run built), and policy and guards judge the patch again. Answers the outcome. `attended`: a person has agreed to it.
Result<Outcome> hand_over(const Case& one, const Tree& tree, Forge& forge, const RuleSet& rules, const Config& config,
                          const DeliverOptions& options, Attended attended);

}  // namespace regreen
