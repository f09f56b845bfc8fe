#pragma once

#include "adapters/bubblewrap/checkout.h"
#include "base/result.h"
#include "os/lock.h"

#include <memory>
#include <string>
#include <vector>

namespace regreen {

/// Our own copy of a repository, in a folder of the state folder that only we use. Removed when this dies; one whose
/// process was killed is removed by the next make().
///
///   copy/   the files, and a .git with its own index, refs and configuration that borrows the user's objects
///   mask/   whiteouts of everything ignored, where the user's folder is looked through for its dependencies
///   stage/  an empty folder that a rehearsal mounts its memory disk on
class PrivateCopy {
 public:
  /// `borrow_from` names the folders of objects as the copy's commands will see them.
  static Result<std::unique_ptr<PrivateCopy>> make(const Checkout& checkout, const std::string& state_folder,
                                                   const std::vector<std::string>& borrow_from);

  PrivateCopy(const PrivateCopy&) = delete;
  PrivateCopy& operator=(const PrivateCopy&) = delete;
  ~PrivateCopy();

  std::string folder() const { return folder_ + "/copy"; }
  std::string mask() const { return folder_ + "/mask"; }
  std::string stage() const { return folder_ + "/stage"; }

  /// A folder for files of one run without a sandbox.
  const std::string& root() const { return folder_; }

  /// What was copied and is a regular file; sorted.
  const std::vector<std::string>& files() const { return files_; }

  /// Ignored folders that commands need and that are seen through from the user's folder: node_modules, .venv …,
  /// submodules. Relative paths; mask() is to be used where there are any.
  const std::vector<std::string>& dependencies() const { return dependencies_; }

 private:
  PrivateCopy(std::string folder, Lock lock) : folder_(std::move(folder)), lock_(std::move(lock)) {}

  Result<void> copy_files(const Checkout& checkout);
  Result<void> make_mask(const Checkout& checkout);

  std::string folder_;
  Lock lock_;
  std::vector<std::string> files_;
  std::vector<std::string> dependencies_;
};

/// Copies dependencies into another copy, where they cannot be seen through; without the .git of repositories.
Result<void> copy_dependencies(const Checkout& checkout, const std::vector<std::string>& dependencies, int to);

/// Is an ignored folder one of installed dependencies, by its name or because it is a Python environment?
bool is_dependency_folder(const std::string& top, const std::string& path);

}  // namespace regreen
