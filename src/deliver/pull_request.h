#pragma once

#include "deliver/texts.h"
#include "model/case.h"

#include <string>

namespace regreen {

/// "[Auto-Fix] dependency_missing: Python module yaml is not installed".
std::string pull_request_title(const Case& one);

/// What became of a Case, for the summary of a step: the text of the request where it is repaired.
std::string summary_text(const Case& one, const Texts& texts);

/// A comment that no reader sees: which failure of which commit is healed.
std::string pull_request_mark(const Case& one);

}  // namespace regreen
