#pragma once

#include "base/result.h"

#include <csignal>
#include <cstddef>
#include <string>
#include <vector>

namespace regreen {

/// A program to run: never through a shell, unless the first argument is one.
struct Program {
  std::vector<std::string> arguments;    ///< the program first: a path, or a name looked up on our PATH
  std::string folder;                    ///< empty: where we are
  std::vector<std::string> environment;  ///< all of it, "NAME=value"
  std::string input;                     ///< what standard input gives before it ends
  double time_s = 60;
  std::size_t output_bytes = 64 << 20;  ///< kept of each stream: the beginning and the end
  int signal_if_we_die = SIGKILL;       ///< what the program gets when our process is killed
};

/// How a program ended.
struct Ended {
  int exit = 0;            ///< 128 + signal where a signal ended it
  bool clipped = false;    ///< one of the streams was longer than output_bytes
  bool timed_out = false;  ///< it ran out of time and was killed with its whole process group
  std::string output;
  std::string errors;
  double seconds = 0;

  bool passed() const { return exit == 0 && !timed_out; }
};

/// Runs a program to its end, in a session of its own. An Error where it could not be started (not_found:
/// there is no such program). Whatever its process group left running is killed.
Result<Ended> run(const Program& program);

/// Our own environment, as Program takes it.
std::vector<std::string> own_environment();

/// The value of a variable in an environment; nullptr where it has none.
const char* value_of(const std::vector<std::string>& environment, std::string_view name);

/// Where a program of this name lies on a PATH; empty where it does not.
std::string find_program(const std::string& name, std::string_view path);

}  // namespace regreen
