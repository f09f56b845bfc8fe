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

/// Do two words mean the contrary of each other: "lock" and "unlock"?
inline bool is_opposite(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 3 || !b.ends_with(a)) return false;
  const auto front = b.substr(0, b.size() - a.size());
  return front == "un" || front == "de" || front == "dis" || front == "in" || front == "re" || front == "non";
}

/// Has a name another word, no slip, where the written one has one of its own: "create_account" for "delete_account"?
inline bool is_other_word(std::string_view meant, std::string_view written) {
  const auto of_meant = split(meant, '_'), of_written = split(written, '_');
  if (of_meant.size() != of_written.size()) return false;
  for (std::size_t i = 0; i < of_meant.size(); ++i) {
    if (is_opposite(of_meant[i], of_written[i])) return true;
  }
  if (of_meant.size() < 2) return false;
  for (std::size_t i = 0; i < of_meant.size(); ++i) {
    const auto one = of_meant[i], other = of_written[i];
    if (one != other && !is_slip(one, other) && !one.starts_with(other) && !other.starts_with(one)) return true;
  }
  return false;
}

/// Does a name belong to what it stands in alone, where the written one is for all: "_total" for "total"?
inline bool is_private_one(std::string_view meant, std::string_view written) {
  return meant.starts_with('_') && !written.starts_with('_');
}

/// The only other one of the names that the written one can be a slip of; "" where there is none, or several are.
template <class Names>
std::string only_near(const Names& names, std::string_view written) {
  std::string found;
  for (const auto& name : names) {
    if (!is_slip(name, written)) continue;
    if (!found.empty() && found != name) return "";
    found = name;
  }
  return found;
}

}  // namespace regreen
