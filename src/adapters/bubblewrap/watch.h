#pragma once

#include "model/attempt.h"
#include "ports/workspace.h"

#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace regreen {

/// What the processes of a command use at one moment.
struct ResourceUsage {
  std::uint64_t memory_bytes = 0;  ///< each page that several processes share counts once per process …
  std::uint64_t processes = 0;
  bool disk_full = false;
};

/// A command that runs, as the watch sees it.
struct Watched {
  int output = -1;      ///< where its streams are read
  int process_fd = -1;  ///< readable when it has ended
  std::function<ResourceUsage()> usage;
  std::function<std::uint64_t()> exact_memory;  ///< … or here is divided among them: slow
  std::function<void()> kill_all;
};

/// What was seen until the command ended or was ended.
struct Observed {
  Rehearsal::End end = Rehearsal::End::exited;
  std::string output;
  double seconds = 0;
};

/// Reads the output and looks after the limits until the command has ended and the output with it. The first limit
/// that is exceeded ends it.
Observed watch(const Watched& watched, const Limits& limits);

/// The numbers of the processes that a /proc shows.
std::vector<std::string> processes_in(int proc);

/// What some of them use.
ResourceUsage usage_of(int proc, const std::vector<std::string>& processes);
std::uint64_t exact_memory_of(int proc, const std::vector<std::string>& processes);

/// Is nothing more to be written to the disk that an open file lies on?
bool is_disk_full(int file);

}  // namespace regreen
