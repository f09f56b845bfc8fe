#pragma once

#include "mend/draft.h"
#include "model/tree.h"

#include <string>
#include <string_view>

namespace regreen {

/// Names a source that was moved where it lies now, in the lists of a folder that name it at its old place: by its own name alone, and
/// what else these name of the old place and is not there, since CMake tells of one at a time. `written` is as CMake prints it.
/// Nothing where two files could be meant; what lies in another project with a list of its own is that one's.
void name_moved_sources(const Tree& tree, std::string_view folder, const std::string& written, Draft& draft);

/// The folder of the list that "CMake Error at lib/CMakeLists.txt:6 (add_library):" names; the top one where it names none.
std::string cmake_folder(const Tree& tree, std::string_view error);

}  // namespace regreen
