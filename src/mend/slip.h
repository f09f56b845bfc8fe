#pragma once

#include "base/text.h"

#include <string>
#include <string_view>

namespace regreen {

/// How many slips of the finger may be in a word: short ones are near each other by chance.
constexpr std::size_t slips_in(std::string_view word) { return word.size() < 4 ? 0 : word.size() < 8 ? 1 : 2; }

/// The only other one of the names that the written one can be a slip of; "" where there is none, or several are.
template <class Names>
std::string only_near(const Names& names, std::string_view written) {
  const std::size_t limit = slips_in(written);
  std::string found;
  for (const auto& name : names) {
    if (name == written || limit == 0 || edit_distance(name, written, limit) > limit) continue;
    if (!found.empty() && found != name) return "";
    found = name;
  }
  return found;
}

}  // namespace regreen
