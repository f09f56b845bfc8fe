#pragma once

#include "mend/place.h"
#include "model/patch.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What the rest of a project says about a source.
struct Project {
  bool has_c = false;            ///< sources of C, which may include any header that is called as those of C are
  std::set<std::string> macros;  ///< that it defines somewhere, or a configuration of it does
};

/// What a message of gcc or clang asks to be said plainly, at the place that it names: what the compiler reads anyway, in the words
/// of today's C and C++. Empty where it asks for more, or what is there is not what the message speaks of.
std::vector<Edit> plain_edits(const Project& project, std::string_view text, std::string_view said,
                              const TreePlace& place);

}  // namespace regreen
