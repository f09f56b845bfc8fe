#pragma once

#include "model/diagnosis.h"
#include "model/tree.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

struct CMakeTarget;

/// A place of a build file that asks for a language standard: `-std=c++14`, `CXX_STANDARD 14`, `cxx_std_14`.
struct StandardPlace {
  std::string path;
  std::size_t offset = 0;  ///< of the year
  std::size_t length = 2;  ///< of what a new year replaces
  std::string mark;        ///< what stands before the year
  std::string year;
};

/// What failed to compile, as the log tells: targets of CMake, Make or Meson, and the sources that were compiled.
struct FailedCompile {
  std::set<std::string> targets;
  std::set<std::string> sources;
  std::string makefile;  ///< with the rule that failed, as make prints it
  std::size_t line = 0;  ///< of that rule
};

FailedCompile failed_compile(const Tree& tree, const Diagnosis& diagnosis);

/// Of all places that ask for a standard those that hold for what failed: the target's own, else what its folder asks for. A
/// target that asks for its own standard is left as it is while another one fails. Where the log does not tell what failed:
/// all that ask for the same, else what is no single target's own.
std::vector<StandardPlace> places_for(const Tree& tree, const FailedCompile& failed,
                                      const std::vector<StandardPlace>& all);

/// The only target that failed, for a CMake project where others ask for a standard and nothing does so for this one.
std::optional<CMakeTarget> bare_target(const Tree& tree, const FailedCompile& failed);

}  // namespace regreen
