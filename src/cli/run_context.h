#pragma once

#include "cli/options.h"
#include "report/artifacts.h"

#include <string>

namespace regreen {

/// What is known of a run beside its log: what was said, else the environment of GitHub Actions, else the repository of
/// the current folder.
RunContext run_context(const RunNames& said);

/// Gives the steps without a job the name that was said.
void name_jobs(Evidence& evidence, const RunNames& said);

/// Writes failure_context.json, failure_analysis.json, healing_context.json and failure_report.md into a folder, which
/// is made where it does not exist.
Result<void> write_artifacts(const std::string& folder, const std::vector<DiagnosedRun>& runs,
                             const RunContext& context);

}  // namespace regreen
