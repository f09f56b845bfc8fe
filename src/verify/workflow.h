#pragma once

#include "model/tree.h"
#include "verify/matrix.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// A job of a workflow file, as one run has it: of a matrix one combination, of a reusable workflow one call of it.
struct WorkflowJob {
  std::string file;     ///< the workflow's
  std::string printed;  ///< its name in runs: "test (3.9, ubuntu)", "caller / build"
  std::string id;
  Yaml workflow, job;
  bool has_matrix = false;
  std::optional<Combination> matrix;    ///< nothing where only the run knew it
  std::map<std::string, Value> inputs;  ///< of a reusable workflow

  /// "Linux", "Windows" or "macOS".
  std::string system() const;
};

/// All jobs of the repository's workflow files, in the order of the files.
std::vector<WorkflowJob> jobs_of(const Tree& tree);

/// What expressions in a job see, beside `env`.
Scope scope_of(const WorkflowJob& job);

/// How sure it is that a log means a job by a name.
enum class Likeness {
  none,
  part,   ///< without the matrix, the caller, or where the log names no job
  plain,  ///< as file names have it: without odd characters, or cut
  whole,
};
Likeness likeness(const std::string& printed, const std::string& name);
Likeness likeness(const std::string& printed, const WorkflowJob& job);

}  // namespace regreen
