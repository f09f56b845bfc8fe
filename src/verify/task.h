#pragma once

#include "verify/workflow.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {

/// A step of a job: what it runs, and with what. Those of a composite action of the repository stand for its step.
struct Task {
  std::string name;                 ///< what people see
  std::vector<std::string> titles;  ///< what logs may call it: its name, "Run " and the first line of its command
  std::vector<std::string> outer;   ///< what they may call the step whose action it is part of
  std::string action;               ///< that it uses, such as "actions/setup-node@v4"; empty where it runs a command
  std::vector<std::pair<std::string, std::string>> inputs;  ///< what that action is given, as far as it is known
  std::string run;                                          ///< its command, as far as it could be filled in
  std::string shell;                                        ///< empty: what GitHub takes by itself
  std::string folder;                                       ///< below the repository's, where it has one
  std::vector<std::pair<std::string, std::string>> variables;
  std::vector<std::string> notes;    ///< what of its surroundings only the run knew
  std::vector<std::string> unknown;  ///< expressions of its command, shell or folder that only the run knew
  bool may_run = true;               ///< as far as its `if` is known
};

/// The steps of a job in their order.
std::vector<Task> tasks_of(const WorkflowJob& job, const Tree& tree);

/// The text of a step for bash: variables, folder, command. It ends the script when it fails.
std::string script_of(const Task& task);

/// One line of a script that says something to its reader, whatever the text.
std::string comment(std::string_view text);

}  // namespace regreen
