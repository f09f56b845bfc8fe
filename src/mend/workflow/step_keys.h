#pragma once

#include "mend/lines.h"
#include "mend/workflow/steps.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A key of a step, and its line.
struct KeyOfStep {
  std::string_view name;
  std::size_t line = 0;
};

/// The keys of a step, in their order; none where it is written in braces.
std::vector<KeyOfStep> keys_of_step(const Lines& lines, const WorkflowStep& step);

/// The line of a key; 0 where the step has none.
std::size_t line_of_key(const std::vector<KeyOfStep>& keys, std::string_view name);

/// The names below a key of the step: inputs, variables.
std::vector<std::string> names_below(const Lines& lines, const WorkflowStep& step, std::size_t key);

/// The action that a step uses, without its version; "" where it uses none.
std::string action_of(const Lines& lines, const WorkflowStep& step);

/// What the lines of a step say, without dash, comments and blanks.
std::set<std::string> said_in(const Lines& lines, const WorkflowStep& step);

/// The last line of a step that says something.
std::size_t end_of(const Lines& lines, const WorkflowStep& step);

/// The steps of a job, and which of them a line is of.
struct PlaceOfStep {
  std::vector<WorkflowStep> steps;
  std::size_t at = 0;

  const WorkflowStep& step() const { return steps[at]; }
};

/// Nothing where the line is of no step.
std::optional<PlaceOfStep> step_at(const Lines& lines, std::size_t number);

}  // namespace regreen
