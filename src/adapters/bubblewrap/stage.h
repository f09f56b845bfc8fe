#pragma once

#include "base/result.h"
#include "model/command.h"
#include "os/fd.h"

#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

namespace regreen {

/// What a stage is made of.
struct StagePlan {
  /// Folders laid over each other, the topmost first, that seem writable. Where `copied`, an empty folder instead,
  /// for the caller to fill.
  struct Layers {
    std::vector<std::string> lower;
    bool copied = false;
  };

  std::string folder;  ///< an empty folder to mount the stage on; seen by the stage's processes alone
  std::uint64_t disk_mb = 0;
  std::vector<Layers> layers;  ///< the i-th appears as "m<i>" in the stage
};

/// A private mount namespace with a memory disk on which everything lies that a command may write, and a process in
/// it, the first of its own process namespace, that waits to become that command. When this dies the process and
/// all that it started are dead and the disk is gone; so they are when our own process is killed.
///
///   m0 m1 …   the merged layers     u0 u1 …  what was written over them
///   home tmp shm etc                empty folders
///   proc      the processes in it
class Stage {
 public:
  /// Why there is none: the error of a mount names the layer it belongs to.
  struct Trouble {
    Error error;
    std::size_t layer = none;  ///< this layer's mount failed: it may be copied instead
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
  };
  static tl::expected<std::unique_ptr<Stage>, Trouble> build(const StagePlan& plan);

  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  ~Stage();

  /// The top of the memory disk, as the stage's processes see it.
  int folder() const { return folder_.get(); }

  /// What the waiting process becomes.
  struct Launch {
    std::vector<std::string> arguments;  ///< the first is a path
    std::vector<std::string> environment;
    std::uint64_t file_mb = 0;  ///< no file may become larger
    int output = -1;            ///< both streams
    int status = -1;            ///< appears as descriptor 3 …
    int filter = -1;            ///< … and 4
    Urgency urgency = Urgency::now;
  };
  Result<void> start(const Launch& launch);

  /// The process, and a descriptor of it that poll() finds readable when it is dead.
  pid_t process() const { return process_; }
  int process_fd() const { return process_fd_.get(); }

  /// Kills the process, and with it all others of its namespace. The status as of waitpid().
  int end();
  int wait();

  /// Kills it as well, and returns at once: some thread may be waiting.
  void kill() const;

 private:
  Stage() = default;

  pid_t process_ = -1;
  Fd process_fd_;
  Fd socket_;
  Fd folder_;
  int status_ = 0;
};

}  // namespace regreen
