#pragma once

#include "base/result.h"
#include "model/evidence.h"
#include "model/source.h"
#include "rules/rule_set.h"

#include <optional>

namespace regreen {

/// What is known about a log beside its bytes.
struct ReadOptions {
  std::optional<Conclusion> conclusion;  ///< stated by the user or known from an exit code
  std::optional<int> exit_code;
  std::size_t threads = 0;  ///< of a ZIP's files, read at the same time; 0: as many as the processor has
  bool hashed = true;       ///< Evidence::hash is told; else it is ""
  bool plainly = false;     ///< the same answer in the simplest way, and slowly: the judge of the other
};

/// Bytes to evidence, in one pass: unpacks, cleans lines, finds jobs and steps, and keeps what rules recognise.
/// An error where nothing at all can be read (no file, not an archive after all); a damaged part of a larger whole is
/// a note in the evidence.
Result<Evidence> read(Source& source, const RuleSet& rules, const ReadOptions& options = {});

}  // namespace regreen
