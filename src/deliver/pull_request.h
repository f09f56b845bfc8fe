#pragma once

#include "model/case.h"

#include <string>

namespace regreen {

/// "[Auto-Fix] dependency_missing: Python module yaml is not installed".
std::string pull_request_title(const Case& one);

/// Why it failed, what changes, what proves it, what it cost, what a reviewer should look at, and how to say no. Markdown;
/// what logs and files say stands in code, where it can call nobody and link nowhere.
std::string pull_request_text(const Case& one);

/// What became of a Case, for the summary of a step: the text of the request where it is repaired, else the decision and why.
std::string summary_text(const Case& one);

/// What is said beside a failed run: the cause, its lines, and what became of it. A few lines of Markdown.
std::string notice_text(const Case& one);

/// A comment that no reader sees: which failure of which commit is healed.
std::string pull_request_mark(const Case& one);

}  // namespace regreen
