#pragma once

#include "mend/workflow/steps.h"
#include "model/tree.h"

#include <string>
#include <vector>

namespace regreen {

/// What a step runs; "" where it has no script.
std::string script_of(const Lines& lines, const WorkflowStep& step);

/// A script and, as they read, the files of the tree that it names, with what those of them that are scripts name or import.
std::vector<std::string> texts_run_by(const Tree& tree, const std::string& script);

}  // namespace regreen
