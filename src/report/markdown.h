#pragma once

#include "report/diagnosed_run.h"

#include <string>
#include <vector>

namespace regreen {

/// The first line of every Markdown report: by it, a comment is found again and updated instead of repeated.
inline constexpr std::string_view markdown_marker = "<!-- regreen:diagnosis -->";

/// The diagnoses as a comment for a pull request: short, and bounded whatever the log holds. Text from logs stays
/// text: it cannot leave its block, link, mention people or load pictures.
std::string diagnosis_markdown(const std::vector<DiagnosedRun>& runs);

}  // namespace regreen
