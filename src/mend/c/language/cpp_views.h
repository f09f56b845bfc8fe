#pragma once

#include "mend/c/language/cpp_signature.h"

#include <cstddef>
#include <string_view>

namespace regreen {

/// May a method, whose parameters stand between the brackets and whose body stands behind them, read what another signature says: views of
/// texts, vectors where it took pointers? No view where it may need the end that a text has and a view has not, or copies what it does not
/// name: the copy of a view is no text, and what it shows may be gone. No vector where it does more than take elements. Code is without
/// comments and texts.
bool may_read(std::string_view code, std::size_t open, std::size_t close, const CppSignature& today);

}  // namespace regreen
