#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What a `use` brings, as a tree: `std::{fmt, io::{self, Read}}`. Offsets are those of the code.
struct UseTree {
  std::size_t begin = 0, end = 0;
  std::string path;             ///< without what it is called here: "io", "hash_map::Entry"
  std::vector<UseTree> inside;  ///< of its braces
  std::size_t open = 0, close = 0;

  bool is_group() const { return close != 0; }
};

/// The tree between `use ` and its ';'; nothing where it is no plain one, or deeper than people nest.
std::optional<UseTree> use_tree(std::string_view code, std::size_t begin, std::size_t end);

/// A name that a tree brings: its whole path as a `use` of its own has it, and what it is called here.
struct UseName {
  std::string path, name;
};

/// The one that rustc prints by its end or by all of its path; nothing where the tree has none such, or several.
std::optional<UseName> use_name(std::string_view code, const UseTree& tree, const std::string& printed);

/// The edits that take the names out of a tree, with braces that are left with one name or none; `is_all` where nothing is
/// left. Nothing where a name is not there or there twice, and where a comment would go with it.
struct UseLess {
  std::vector<Edit> edits;
  bool is_all = false;
};
std::optional<UseLess> without_names(std::string_view text, const UseTree& tree, const std::vector<std::string>& names);

}  // namespace regreen
