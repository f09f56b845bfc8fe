#pragma once

#include "model/evidence.h"
#include "read/checkout.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// A step while its text is read: what its CI system said about it so far.
struct OpenStep {
  Step step;
  std::string stamp;         ///< timestamp of its first line, by which a ZIP's step files are told
  bool exited = false;       ///< it said so itself, with an exit code other than 0
  bool complained = false;   ///< it printed an error, which need not have failed it
  bool passed = false;       ///< it said so itself
  bool is_advisory = false;  ///< it failed and was allowed to (continue-on-error)
  bool is_aside = false;     ///< clean-up, skipped: never to blame for a failed job
};

/// What a CI system said about a job as a whole.
struct JobWord {
  Conclusion said = Conclusion::unknown;
  std::optional<int> exit_code;
  bool is_complete = false;       ///< its log runs to the end
  bool steps_are_gates = false;   ///< a step runs only when those before it passed
  bool saved_on_success = false;  ///< something was done that is done only after success
};

/// The jobs and steps of one text, built line by line by those who know a CI system's marks.
class Outline {
 public:
  explicit Outline(std::string file);

  /// Every line is announced first; it belongs to the step that is current after its marks were followed.
  void begin_line(std::size_t number, const std::string& stamp);

  /// A step begins with this line.
  void open_step(const std::string& name);

  /// A step began with the line before this one.
  void open_step_above(const std::string& name);

  /// The same, of a job that differs from the current one.
  void open_step(const std::string& job, const std::string& name);

  /// The current job's name became known late.
  void name_job(const std::string& name);

  /// A line named a folder as the repository's.
  void add_folder(NamedFolder folder) { folders_.add(std::move(folder)); }
  NamedFolders& folders() { return folders_; }

  OpenStep& current() { return steps_.back(); }
  std::size_t index() const { return steps_.size() - 1; }
  JobWord& job() { return jobs_[steps_.back().step.job]; }

  /// Once all lines are read: settles how steps ended, from everything that was said.
  void conclude();

  const std::vector<OpenStep>& steps() const { return steps_; }
  std::vector<OpenStep>& steps() { return steps_; }

 private:
  void begin_step(const std::string& job, const std::string& name, std::size_t first, const std::string& stamp);

  std::string file_;
  std::vector<OpenStep> steps_;
  std::map<std::string, JobWord> jobs_;
  NamedFolders folders_;
  std::size_t line_ = 0;
  std::string stamp_, stamp_before_;
};

}  // namespace regreen
