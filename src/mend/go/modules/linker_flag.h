#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A variable that a build script has the linker set: `-X example.org/app/internal/version.Number=1.2`. Its package is written out, or
/// begins with a variable of a Makefile, whose value then stands at `at`: `-X $(MODULE)/internal/version.Number=1.2`. The linker
/// passes over a package that is not there.
struct GoLinkerFlag {
  std::size_t at = 0;    ///< of what is written of the package's path
  std::string written;   ///< "example.org/app"
  std::string rest;      ///< "/internal/version"
  std::string name;      ///< "Number"
  std::string variable;  ///< of the Makefile, "MODULE"; "" where the package is written out
};

/// Those of a file; none where it speaks of other versions or folders than the one it stands in. A variable of a Makefile counts
/// where nothing but the linker is handed it.
std::vector<GoLinkerFlag> go_linker_flags(std::string_view text);

/// May a file call the linker of Go for the tree that it stands in: a Makefile, a Dockerfile, what goreleaser reads? What scripts build
/// may be anything.
bool may_link_go(std::string_view path);

}  // namespace regreen
