#pragma once

#include "base/result.h"
#include "model/patch.h"
#include "os/lock.h"

#include <memory>
#include <string>
#include <vector>

namespace regreen {

/// A branch that a change moves.
struct BranchMove {
  std::string ref;  ///< "refs/heads/main"; empty: none
  std::string from;
  std::string to;
};

/// What is about to happen to a repository, on disk outside of it before it happens: so that a change of several files
/// is completed or undone by the next start, however this process ends. An entry of the state folder:
///
///   journals/apply-XXXXXX/lock     held by the process that makes the change
///   journals/apply-XXXXXX/plan     repository, patch and branch; its name appears when it is complete
class Journal {
 public:
  /// Writes it down. From now on the change may be made.
  static Result<std::unique_ptr<Journal>> write(const std::string& state_folder, const std::string& repository,
                                                const Patch& patch, const BranchMove& move);

  /// Makes the change of the files.
  Result<void> apply();

  /// Undoes it where it is not made completely. Files that somebody edited since are left alone.
  Result<void> undo();

  /// The change is made, or undone: nothing is left to do.
  Result<void> close();

 private:
  friend struct JournalReader;
  Result<void> forget();
  Journal(std::string folder, Lock lock) : folder_(std::move(folder)), lock_(std::move(lock)) {}

  std::string folder_;
  Lock lock_;
  std::string repository_;
  std::string staging_;
  std::vector<std::string> made_folders_;
  Patch patch_;
  BranchMove move_;
};

/// A folder for a moment's files, removed at the end. Where its process is killed, recover() removes it.
class Bench {
 public:
  static Result<std::unique_ptr<Bench>> make(const std::string& state_folder);
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;
  ~Bench();

  const std::string& folder() const { return folder_; }

 private:
  Bench(std::string folder, Lock lock) : folder_(std::move(folder)), lock_(std::move(lock)) {}

  std::string folder_;
  Lock lock_;
};

/// What a start found and did.
struct Recovered {
  std::string repository;
  std::vector<std::string> files;
  enum class How { completed, undone } how = How::undone;
};

/// Completes or undoes the changes of processes that were killed. Doing so twice changes nothing more; a change that is
/// being made right now is left alone.
Result<std::vector<Recovered>> recover(const std::string& state_folder);

}  // namespace regreen
