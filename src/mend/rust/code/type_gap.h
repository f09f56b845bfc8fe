#pragma once

#include "mend/rust/language/rust_text.h"
#include "mend/rust/language/rustc_message.h"
#include "model/patch.h"

#include <vector>

namespace regreen {

/// What makes a value the type that its use needs, where rustc says which types they are and proposes nothing: `&` before a String
/// where a `&str` is wanted, `u64::from(…)` around a u32. Nothing where it would lose or hide something.
std::vector<Edit> bridged_types(const RustText& source, const RustcMessage& message);

}  // namespace regreen
