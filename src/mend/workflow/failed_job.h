#pragma once

#include "mend/fixer.h"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A job of a workflow, by its key.
struct PlacedJob {
  std::string file, name;

  auto operator<=>(const PlacedJob&) const = default;
};

/// The step that ran when it happened, as GitHub's log calls it: by its name or the first line of its script. "" where the log does
/// not tell.
std::string step_begun(const Diagnosis& diagnosis, const Occurrence& occurrence);

/// Is the line of a workflow that of a step which is called so, or runs that command?
bool names_step(std::string_view line, std::string_view step);

/// The jobs of the workflows that have the step.
std::vector<PlacedJob> jobs_with_step(const Tree& tree, std::string_view step);

/// The jobs of the workflows that the log can mean by the names of job and step that it tells; none where it tells neither.
std::vector<PlacedJob> failed_jobs(const Patient& patient, const Occurrence& occurrence);

}  // namespace regreen
