#pragma once

#include "mend/rust/language/rust_text.h"

namespace regreen {

/// What rustc finds unused, taken out: imports, private functions, plain variables and `mut`. What a value does stays done,
/// so such a variable is marked with `_`. An import that only tests use stays theirs. Nothing where the message speaks of something else; no edits where it is not
/// certain what belongs to it.
std::optional<std::vector<Edit>> without_unused(const RustText& source, const RustcMessage& message);

}  // namespace regreen
