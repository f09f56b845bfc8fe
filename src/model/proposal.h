#pragma once

#include <string>

#include "model/patch.h"

namespace regreen {

/// What to do with a proved repair.
enum class DeliveryMode {
  none,    ///< show it
  patch,   ///< write it to a file outside the repository
  apply,   ///< leave it in the working tree, uncommitted
  commit,  ///< commit it on the current branch
  push,    ///< … and push the branch
  pull,    ///< … to a branch of its own, as a draft pull request
};

/// A repair with everything that its delivery needs.
struct Proposal {
  DeliveryMode mode = DeliveryMode::none;
  Patch patch;
  std::string file;     ///< mode patch: where to
  std::string message;  ///< commit message or description: cause, proof, trailers
};

}  // namespace regreen
