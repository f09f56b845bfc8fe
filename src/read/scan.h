#pragma once

#include "read/block.h"
#include "rules/rule_set.h"

#include <memory>
#include <vector>

namespace regreen {

/// A block, and in the order of its lines which patterns may match there.
struct ScannedBlock {
  Block block;
  std::vector<Sighting> sightings;
};

/// Cuts a text into blocks of lines and looks for patterns. Of a long text that goes a few blocks ahead of the reader, on
/// threads of its own, where there is a second core. The bytes are pulled by one thread at a time.
class Scan {
 public:
  /// The rules must outlive this; so must what the bytes come from.
  Scan(const Peeked& text, const RuleSet& rules);
  ~Scan();

  /// The next block, one line at least; nullptr at the end. Good until the next call.
  Result<const ScannedBlock*> next();

 private:
  class Ahead;

  Blocks blocks_;
  const RuleSet& rules_;
  ScannedBlock here_;
  std::size_t scanned_ = 0;       // blocks, on the reader's own thread
  std::unique_ptr<Ahead> ahead_;  // once the text is known to be long
};

}  // namespace regreen
