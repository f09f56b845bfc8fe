#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace regreen {

/// How much a command may use before it is ended. Every one is enforced; the defaults are meant for a CI job.
struct Limits {
  double time_s = 900;
  std::uint64_t memory_mb = 4096;
  std::uint64_t processes = 512;
  std::uint64_t disk_mb = 4096;     ///< written by the command, caches included
  std::uint64_t output_kb = 16384;  ///< kept; more is read and the middle left out
};

enum class Network { none, allowed };

/// How much a command is waited for.
enum class Urgency {
  now,
  spare,  ///< it takes what processors have left beside others
};

/// A command line for `bash -c` in the root of the repository.
struct Command {
  std::string line;
  Limits limits;
  Network network = Network::none;
  Urgency urgency = Urgency::now;
};

/// A command line for people, on one line: a script's comments are left out.
std::string in_one_line(std::string_view line);

}  // namespace regreen
