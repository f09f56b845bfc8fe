#pragma once

#include "base/time.h"
#include "report/diagnosed_run.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace regreen {

/// What is known of the run beside its log. Empty where unknown.
struct RunContext {
  std::string workflow, url, run_id, repository, branch, commit;
  Timestamp at;  ///< of the diagnosis
};

/// The documents that earlier systems handed from one job to the next, with their fields (docs/diagnose.md): the kind
/// of repair and its context, the jobs and steps that failed, and what a healing agent has to know.
nlohmann::json failure_context_json(const std::vector<DiagnosedRun>& runs, const RunContext& context);
nlohmann::json failure_analysis_json(const std::vector<DiagnosedRun>& runs, const RunContext& context);
nlohmann::json healing_context_json(const std::vector<DiagnosedRun>& runs, const RunContext& context);

}  // namespace regreen
