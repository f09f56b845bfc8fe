#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// One initialiser of a constructor, `size_(n)` or `Base<T>{}`, and what people say about it.
struct Initialiser {
  std::string name;                                ///< of the member or base, without namespaces and types
  std::size_t name_at = 0;                         ///< where it stands
  std::size_t begin = 0, end = 0;                  ///< with the comments above it
  std::optional<std::size_t> comma;                ///< behind it; the last has none
  std::size_t comment_begin = 0, comment_end = 0;  ///< behind it on its line, with the blanks before; may be empty
  bool ends_line = false;                          ///< nothing else stands behind it on its line
};

/// The initialisers of the constructor that has one at `at`, or whose name stands there; empty where they are not understood, and
/// where the preprocessor or a comment of nobody stands between them.
std::vector<Initialiser> initialisers_at(std::string_view text, std::string_view code, std::size_t at);

/// Puts the initialisers into another order, with their comments: `order` says which one comes first, second … What stands between
/// them, commas and line ends, stays.
std::vector<Edit> in_order(std::string_view text, const std::vector<Initialiser>& all,
                           const std::vector<std::size_t>& order);

}  // namespace regreen
