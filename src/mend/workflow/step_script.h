#pragma once

#include "mend/workflow/steps.h"
#include "model/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What a step runs; "" where it has no script.
std::string script_of(const Lines& lines, const WorkflowStep& step);

/// The lines that hold for every step of a job: those of the workflow outside of `jobs:`, and the job's own above and below its
/// steps.
std::vector<std::string_view> lines_for_all_steps(const Lines& lines, const std::vector<WorkflowStep>& steps);

/// Is the script of a step one for a shell as Linux has it? The step says so, else the `defaults:` among the lines for all do, else
/// where it runs; labels below an empty `runs-on:` and those of an expression other than a matrix in full are not known.
bool is_posix_script(const Lines& lines, const WorkflowStep& step, const std::vector<std::string_view>& shared);

/// A script and, as they read, the files of the tree that it names, with what those of them that are scripts name or import.
std::vector<std::string> texts_run_by(const Tree& tree, const std::string& script);

}  // namespace regreen
