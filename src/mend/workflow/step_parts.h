#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

#include <cstddef>
#include <string>

namespace regreen {

/// `uses` and `run` in one step: the second of them, or the name right above it, begins a step of its own. Two of the same kind are two
/// steps where each has its name.
void part_step(const std::string& file, std::size_t number, Draft& draft);

/// A step that neither uses nor runs anything, because a dash made it one, becomes part of the step above or below again: the one that
/// it was part of before the newest commit, else the one that alone can be meant by its inputs, its variables or its name.
void join_step(const Patient& patient, const std::string& file, std::size_t number, Draft& draft);

/// Inputs that stand as far left as the keys of the job belong to the step right above, where that is their action.
void indent_inputs(const Patient& patient, const std::string& file, std::size_t number, Draft& draft);

}  // namespace regreen
