#pragma once

#include "report/diagnosed_run.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace regreen {

/// The diagnoses as SARIF 2.1.0, fit for code scanning: one run whatever the number of logs, and every result at a
/// place: in the repository where the log names one, else the line of the log. The fingerprint is our signature.
nlohmann::json diagnosis_sarif(const std::vector<DiagnosedRun>& runs, const std::string& version);

/// The diagnoses in reviewdog's format (`reviewdog -f=rdjson`).
nlohmann::json diagnosis_rdjson(const std::vector<DiagnosedRun>& runs);

}  // namespace regreen
