#pragma once

#include "adapters/local/journal.h"
#include "base/result.h"

#include <memory>
#include <string>

namespace regreen {

/// One commit of a repository as a repository of its own, in the state folder. It borrows the objects; nothing is
/// written to the repository. Removed when this dies.
class AtCommit {
 public:
  /// not_found where the repository does not have the commit.
  static Result<std::unique_ptr<AtCommit>> make(const std::string& repository, const std::string& commit,
                                                const std::string& state_folder);

  std::string folder() const { return bench_->folder() + "/repository"; }

 private:
  explicit AtCommit(std::unique_ptr<Bench> bench) : bench_(std::move(bench)) {}

  std::unique_ptr<Bench> bench_;
};

}  // namespace regreen
