#pragma once

#include "model/tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The line `mod NAME;` that makes a file a module.
struct ModuleLine {
  std::string file;  ///< that has the line
  std::string name;
  std::size_t offset = 0;  ///< of the word `mod`
};

/// Where a code says `mod NAME` and the end behind it: ";" where a file is meant, " {" where the module stands there itself.
std::optional<std::size_t> rust_module_in(std::string_view code, std::string_view name, std::string_view end = ";");

/// Who declares the module that a file is; nothing for the root of a crate, and where nobody or several do.
std::optional<ModuleLine> rust_module_line(const Tree& tree, std::string_view file);

/// The lines that lead from a file to the root of its crate, the file's own first.
std::vector<ModuleLine> rust_module_chain(const Tree& tree, std::string_view file);

/// The part of a source that an item takes, with its attributes and the comments above it: whole lines.
struct ItemLines {
  std::size_t first = 0, last = 0;
};

/// The item at the top level of a source that a place belongs to, as rustfmt writes it; nothing between two items.
std::optional<ItemLines> rust_item_at(std::string_view text, std::string_view code, std::size_t offset);

}  // namespace regreen
