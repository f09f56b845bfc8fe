#pragma once

#include "model/case.h"
#include "model/tree.h"
#include "policy/config.h"
#include "policy/decide.h"
#include "policy/next_move.h"

#include <optional>

namespace regreen {

/// The rows of the decision table (CONTRACT.md) that are settled before any remedy is tried: what the log and the
/// first run of the verify command say. Nothing where remedies are worth trying.
std::optional<Outcome> decide_before_remedies(const Case& one, const Config& config, const Situation& now);

/// The rows that are settled once no remedy is left, or one was proved. Where nobody waits, a proved repair of high risk
/// (A14) is for a person to decide. `tree` is what was to be mended.
Outcome decide_after_remedies(const Case& one, const Tree& tree, const Config& config, Attended attended);

/// Where the automaton has something else done than healing: the end of the Case.
Outcome follow(const Case& one, const Course& course, const Situation& now);

/// A refusal as the end of a Case.
Outcome refuse(const Case& one, const Refusal& refusal);

}  // namespace regreen
