#pragma once

#include "base/result.h"
#include "model/case.h"
#include "model/tree.h"

namespace regreen {

/// Someone who can reason about code: a language model or a coding agent. Its answer is judged like any patch.
class Agent {
 public:
  virtual ~Agent() = default;

  /// A patch for the Case's cause, or an empty one where it has no idea.
  virtual Result<Patch> propose(const Case& one, const Tree& tree) = 0;
};

}  // namespace regreen
