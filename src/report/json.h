#pragma once

#include "report/diagnosed_run.h"

#include <nlohmann/json_fwd.hpp>

namespace regreen {

/// "regreen.diagnosis/1" of CONTRACT.md: all runs as one document.
nlohmann::json diagnosis_json(const std::vector<DiagnosedRun>& runs);

/// One run as a document of its own, for `--format jsonl`.
nlohmann::json diagnosis_line(const DiagnosedRun& run);

/// "regreen.heal/1" of CONTRACT.md. The Case has an outcome.
nlohmann::json heal_json(const Case& one);

/// Compact or indented; bytes that are no UTF-8 become U+FFFD.
enum class Indent { no, yes };
std::string dump(const nlohmann::json& document, Indent indent);

}  // namespace regreen
