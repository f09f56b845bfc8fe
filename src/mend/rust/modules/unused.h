#pragma once

#include "mend/rust/modules/other_build.h"

namespace regreen {

/// What rustc finds unused, taken out: imports, private functions, plain variables and `mut`. What a value does stays done,
/// so such a variable is marked with `_`. An import that only tests use stays theirs, and what another build of the package needs
/// stays. Nothing where the message speaks of something else; no edits where it is not certain what belongs to it.
std::optional<std::vector<Edit>> without_unused(const RustFile& file, const RustcMessage& message);

}  // namespace regreen
