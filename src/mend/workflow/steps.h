#pragma once

#include "mend/lines.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The lines of a job, that of its name first.
struct JobLines {
  std::string name;
  std::size_t first = 0, last = 0;
};

/// The jobs of a workflow, in their order.
std::vector<JobLines> job_lines(const Lines& lines);

/// How far the job's own keys stand in; 0 where it has none.
std::size_t key_depth(const Lines& lines, const JobLines& job);

/// The line of one of the job's own keys; 0 where it has none.
std::size_t line_of(const Lines& lines, const JobLines& job, std::string_view key);

/// What stands behind the key of a line, without a comment.
std::string_view value_on(std::string_view line);

/// A step of a job. Lines count from 1; 0 where it has no such line.
struct WorkflowStep {
  std::size_t first = 0, last = 0;          ///< of the step
  std::size_t job_first = 0, job_last = 0;  ///< of the job that it is of
  std::size_t runs_on = 0;                  ///< of the job
  std::size_t run = 0;                      ///< the line of `run:`
  std::size_t column = 0;                   ///< of the keys of the step
  std::size_t script_last = 0;              ///< of the block below `run: |`
  bool is_inline = false;                   ///< `run: make`
  std::string inline_script;
  std::string shell;  ///< empty where the step does not say
};

/// The steps of each job of a workflow, in their order; no job without steps. A script in quotes or in a folded block
/// counts as no script.
std::vector<std::vector<WorkflowStep>> workflow_steps(const Lines& lines);

}  // namespace regreen
