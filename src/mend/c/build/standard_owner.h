#pragma once

#include "mend/c/build/cmake_call.h"
#include "mend/c/build/standard_place.h"
#include "model/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A target of CMake and the call that defines it.
struct CMakeTarget {
  std::string path, name;
  CMakeCall call;
  bool is_library = false;
};

std::vector<CMakeTarget> cmake_targets(const Tree& tree);

/// Whose a standard is: of the targets that are named, or of all that a folder builds.
struct StandardOwners {
  bool is_own = false;
  std::vector<std::string> targets;
};

/// Whom a place of a build file means; `text` is what the file says.
StandardOwners owners_of(const Tree& tree, const StandardPlace& place, std::string_view text);

/// Is a target as a build file writes it the one that failed? "probe" is "libprobe.a.p/probe.cpp.o", "%.o" is every object.
bool is_named_target(std::string_view owner, std::string_view failed);

}  // namespace regreen
