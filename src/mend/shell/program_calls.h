#pragma once

#include "mend/place.h"
#include "model/tree.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace regreen {

/// A program that is called otherwise where the older name is not there.
struct ProgramName {
  std::string_view name, now;
};

/// Where the name of a program stands, a file and a byte of it, and which program that is.
using ProgramCalls = std::map<std::pair<std::string, std::size_t>, const ProgramName*>;

/// Is a file a makefile, or a part of one?
bool has_recipes(std::string_view path);

/// A line of a script or recipe as the shell reads it: with those that go on from it.
std::string command_said(const Tree& tree, const TreePlace& place);

/// Where a line calls a program: in the line, or as the value of a variable that it calls, where that is nothing but called.
ProgramCalls calls_at(const ProgramName& program, const Tree& tree, const TreePlace& place);

}  // namespace regreen
