#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

#include <cstddef>
#include <string>

namespace regreen {

/// Two steps in one are two again where they were before the newest commit, or one uses an action that only prepares and the other runs
/// a script, and every key but these has its place. Nothing where a key may be of either: a condition, variables, an id.
void part_step(const Patient& patient, const std::string& file, std::size_t number, Draft& draft);

/// A step that neither uses nor runs anything, because a dash made it one, becomes part of the step above or below again: the one that
/// it was part of before the newest commit. Else the one that alone can be meant, where it has one key: by inputs of that action's own,
/// by variables that only that one asks for, by a name right above it.
void join_step(const Patient& patient, const std::string& file, std::size_t number, Draft& draft);

/// Inputs that stand as far left as the keys of the job belong to the step right above, where that is their action.
void indent_inputs(const Patient& patient, const std::string& file, std::size_t number, Draft& draft);

}  // namespace regreen
