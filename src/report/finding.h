#pragma once

#include "report/diagnosed_run.h"

#include <string>
#include <vector>

namespace regreen {

/// A diagnosis as tools for code review want it: an id, a sentence, places.

/// The rule, or the category where no rule decided.
std::string finding_id(const Diagnosis& diagnosis);

/// The cause and where it failed, as one sentence.
std::string finding_text(const Diagnosis& diagnosis);

/// Where to show it, at least one place: what the log names of the repository, else the line of the log itself.
std::vector<Location> finding_places(const DiagnosedRun& run, const Diagnosis& diagnosis);

/// A line of evidence as a place in the log that was given.
Location log_place(const DiagnosedRun& run, const EvidenceLine& line);

}  // namespace regreen
