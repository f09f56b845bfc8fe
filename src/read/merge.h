#pragma once

#include "read/read.h"
#include "read/text.h"

namespace regreen {

struct NamedPart {
  TextName name;
  Part part;
};

/// Puts texts together: where a ZIP holds a job both whole and step by step, the whole counts and its steps take the
/// files' names. Settles how the run ended, and masks secrets: what leaves here is shown and stored.
void merge(std::vector<NamedPart> parts, const ReadOptions& options, Evidence& evidence);

}  // namespace regreen
