#pragma once

#include "report/diagnosed_run.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

// What a step of GitHub Actions hands to the steps after it and to people. Texts from logs can start no new line, so they can
// set no output of their own and give no command.
// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions

/// The lines for $GITHUB_OUTPUT: category, confidence and auto_fixable of the first cause that was found.
std::string step_outputs(const std::vector<DiagnosedRun>& runs);

/// The same of a Case, with its decision; `where` is the pull request's address, "" for none.
std::string step_outputs(const Case& one, std::string_view where);

/// A line for each cause, which GitHub shows beside the code: "::error file=src/a.py,line=3,title=…::…".
std::string step_annotations(const std::vector<DiagnosedRun>& runs);

}  // namespace regreen
