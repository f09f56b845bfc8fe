#pragma once

#include "model/case.h"
#include "report/json.h"

#include <string>

namespace regreen {

/// Colours for a terminal; none elsewhere.
enum class Colour { no, yes };

/// A diagnosed run for people: the cause, its lines, where in the code, what to do.
std::string diagnosis_text(const DiagnosedRun& run, Colour colour);

/// How a healing ended, for people: decision, reason, attempts, patch and proof.
std::string heal_text(const Case& one, Colour colour);

/// "Why did you do that?": every chapter of a Case with what it knew and decided, priorities and refusals included.
std::string explain_text(const Case& one, Colour colour);

/// A unified diff with colours.
std::string diff_text(const std::string& diff, Colour colour);

}  // namespace regreen
