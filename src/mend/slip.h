#pragma once

#include "base/text.h"

#include <string>
#include <string_view>

namespace regreen {

/// How many slips of the finger may be in a word: short ones are near each other by chance.
constexpr std::size_t slips_in(std::string_view word) { return word.size() < 4 ? 0 : word.size() < 8 ? 1 : 2; }

/// Are two neighbouring letters of a word in each other's place, and is that all?
inline bool is_turned(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.size() < 4) return false;
  std::size_t at = 0;
  while (at < a.size() && a[at] == b[at]) ++at;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

/// Can a written word be a slip of another one?
inline bool is_slip(std::string_view meant, std::string_view written) {
  const std::size_t limit = slips_in(written);
  if (meant == written || limit == 0) return false;
  return edit_distance(meant, written, limit) <= limit || is_turned(meant, written);
}

/// Do two words mean the contrary of each other: "lock" and "unlock", "increase" and "decrease", "min" and "max"?
bool is_opposite(std::string_view a, std::string_view b);

/// Has a name another word or number, no slip, where the written one has one of its own: "create_account" for "delete_account",
/// "maxConns" for "minConns", "lat1" for "lat2"?
bool is_other_word(std::string_view meant, std::string_view written);

/// Does a name belong to what it stands in alone, where the written one is for all: "_total" for "total"?
inline bool is_private_one(std::string_view meant, std::string_view written) {
  return meant.starts_with('_') && !written.starts_with('_');
}

/// The only other one of the names that the written one can be a slip of, and that does not mean something else; "" where there is none, or several are.
template <class Names>
std::string only_near(const Names& names, std::string_view written) {
  std::string found;
  for (const auto& name : names) {
    if (!is_slip(name, written) || is_other_word(name, written)) continue;
    if (!found.empty() && found != name) return "";
    found = name;
  }
  return found;
}

}  // namespace regreen
