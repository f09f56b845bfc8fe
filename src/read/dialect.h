#pragma once

#include "read/clean.h"
#include "read/outline.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

enum class Voice {
  program,  ///< what ran said it: rules look at it
  runner,   ///< an echoed command, or the CI system talking about itself: never evidence
};

/// Who said a line, and what without the CI system's own prefix.
struct Heard {
  Voice voice = Voice::program;
  std::string_view text;
};

// Each dialect knows the marks of one CI system; those by which its state changes are listed in ear.cpp, and while it
// awaits() a line, any next line may change it. hear() follows those of a line in the outline, and answers nothing
// where the line says nothing in that dialect. A dialect that could be mistaken for a program's output waits until it
// has seen a mark that cannot.

/// GitHub Actions and Azure Pipelines: "##[group]", "##[error]", the runner's own lines.
class GitHubDialect {
 public:
  /// Whether groups begin steps: not in a text that is one step.
  enum class Groups { begin_steps, are_output };
  explicit GitHubDialect(Groups groups) : named_outside_(groups == Groups::are_output) {}

  std::optional<Heard> hear(const Line& line, Outline& outline);
  bool awaits() const { return header_ != Header::none; }

 private:
  enum class Header { none, awaited, open };

  void follow_columns(const Line& line, Outline& outline);
  bool in_header(const Line& line, Outline& outline);
  std::optional<Heard> hear_command(std::string_view text, Outline& outline);
  std::optional<Heard> hear_runner(std::string_view text, Outline& outline);
  Heard hear_error(std::string_view text, Outline& outline);
  Heard hear_warning(std::string_view text, Outline& outline);
  void open_aside(const std::string& name, Outline& outline);

  std::string job_, step_;            // columns of the line before
  bool named_outside_ = false;        // by the columns or the file's name
  bool step_began_ = false;           // with this line
  std::optional<std::size_t> aside_;  // the step that is clean-up
  Header header_ = Header::none;
  std::string title_;  // of the group that may be a step's header
  std::size_t header_lines_ = 0;
};

/// Travis CI: folds, timers, `The command "…" exited with 1.`
class TravisDialect {
 public:
  std::optional<Heard> hear(const Line& line, Outline& outline);
  bool awaits() const { return timed_ || between_ || quoting_ > 0; }

 private:
  void follow_mark(std::string_view mark, Outline& outline);
  std::optional<Heard> hear_verdict(std::string_view text, Outline& outline);

  bool seen_ = false;
  bool in_command_ = false, timed_ = false, folded_ = false, between_ = false;
  std::size_t quoting_ = 0;  // lines of a command that spans several, in `The command "…`
};

/// GitLab CI: sections, "ERROR: Job failed".
class GitLabDialect {
 public:
  std::optional<Heard> hear(const Line& line, Outline& outline);

 private:
  void follow_mark(std::string_view mark, Outline& outline);

  bool seen_ = false;
  std::string section_;  // the outermost one
};

/// Jenkins: pipeline stages, "Finished: FAILURE".
class JenkinsDialect {
 public:
  std::optional<Heard> hear(const Line& line, Outline& outline);

 private:
  bool seen_ = false;
};

/// Buildkite: "~~~", "---" and "+++" headings.
class BuildkiteDialect {
 public:
  std::optional<Heard> hear(const Line& line, Outline& outline);
  bool awaits() const { return seen_; }

 private:
  bool seen_ = false;
};

/// BuildKit's last words about a step that failed, " > [2/3] RUN make:" to "------": its output once more, behind seconds.
class BuildKitDialect {
 public:
  std::optional<Heard> hear(const Line& line);
  bool awaits() const { return lines_left_ > 0; }

 private:
  std::size_t lines_left_ = 0;
};

/// What shells and task runners echo before they run it, whatever the CI system; and CircleCI's last words.
class ShellDialect {
 public:
  std::optional<Heard> hear(const Line& line, Outline& outline);
  bool awaits() const { return command_follows_; }

 private:
  bool command_follows_ = false;  // npm prints "> name@version script" first
};

/// npm and Yarn tell what a package's own script printed behind marks of theirs, while they install it.
class PackageScriptDialect {
 public:
  std::optional<Heard> hear(const Line& line);
  bool awaits() const { return in_npm_script_; }

 private:
  std::optional<Heard> hear_npm(std::string_view text);

  bool in_npm_script_ = false;
};

/// The number in "… exit code 12." behind `before`; nothing where the text has another form.
std::optional<int> exit_code_after(std::string_view text, std::string_view before);

}  // namespace regreen
