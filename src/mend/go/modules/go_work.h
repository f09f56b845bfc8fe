#pragma once

#include "mend/lines.h"
#include "model/tree.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Is a word a path of this project, as Go tells them by their front: ".", "..", "./a", "../a"? ".tools" is none.
bool is_go_path(std::string_view word);

/// The path from a folder to another one as Go writes it: "./pkg/clock", "../clock", ".".
std::string go_path(std::string_view from, std::string_view to);

/// The folders of modules, but for those of other people's code and of tests' data.
std::vector<std::string> go_module_folders(const Tree& tree);

/// A folder that go.work uses, on a line of its own or in a group.
struct GoUse {
  std::size_t line = 0;
  std::string folder;  ///< from the top of the tree
  std::string written;
  bool is_grouped = false;
};

std::vector<GoUse> go_uses(std::string_view workspace, const Lines& lines);

}  // namespace regreen
