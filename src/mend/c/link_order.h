#pragma once

#include "mend/draft.h"
#include "model/diagnosis.h"
#include "model/tree.h"

#include <string>
#include <string_view>

namespace regreen {

/// "codec" of "../codec/libcodec.a"; "" for what is no static library.
std::string static_library_in(std::string_view word);

/// Puts a static library behind the objects of the rule that failed, where it stands before them: among what the rule makes its
/// target of (`$^`), or in its command.
void order_behind_objects(const Tree& tree, const Occurrence& occurrence, const std::string& library, Draft& draft);

}  // namespace regreen
