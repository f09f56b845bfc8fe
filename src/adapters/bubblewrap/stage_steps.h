#pragma once

#include "adapters/bubblewrap/stage.h"

#include <string>
#include <vector>

namespace regreen {

/// One system call by which a stage's process makes the stage, with its texts ready: between clone and exec nothing may be
/// allocated.
struct StageStep {
  enum class Kind { write_file, make_folder, mount, enter } kind;
  std::string path;
  std::string source = {};
  std::string type = {};
  unsigned long flags = 0;
  std::string text = {};  // of a file, or the options of a mount
  mode_t mode = 0755;
  std::size_t layer = Stage::Trouble::none;  ///< that it is for
};

/// Does the process get a user namespace of its own, to have the right to mount?
enum class Namespace { no, yes };

std::vector<StageStep> steps_for(const StagePlan& plan, Namespace user);

/// Makes nothing but system calls. False, with errno, where it fails.
bool take_step(const StageStep& step);

/// For messages: "mounting overlay".
std::string describe(const StageStep& step);

}  // namespace regreen
