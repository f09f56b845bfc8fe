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
  std::size_t at = 0;   ///< of what is written of the package's path
  std::string written;  ///< "example.org/app"
  std::string rest;     ///< "/internal/version"
  std::string name;     ///< "Number"
};

/// Those of a script. A variable of a Makefile counts where nothing but the linker is handed it.
std::vector<GoLinkerFlag> go_linker_flags(std::string_view text);

/// May a file call the linker of Go: a Makefile, a script, a Dockerfile, what goreleaser reads?
bool may_link_go(std::string_view path);

}  // namespace regreen
