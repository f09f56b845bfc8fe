#pragma once

#include "base/among.h"
#include "rules/stretch.h"

#include <optional>
#include <string_view>
#include <vector>

namespace regreen {

/// The texts that a part of a pattern may stand for, each as what may stand at its spots.
using Texts = std::vector<Spots>;

inline const Spots nothing;
inline constexpr std::size_t texts_max = 1000;  ///< that stand for one piece

template <typename T>
void add_unique(std::vector<T>& all, const std::vector<T>& more) {
  for (const auto& one : more) {
    if (!is_among(one, all)) all.push_back(one);
  }
}

/// With all digits where it has some.
CharSet with_all_digits(CharSet set);

CharSet with_other_case(CharSet set);

/// The bytes of a character.
Spots spelled(std::string_view character);

/// Each front with each back; nothing where some do not go together, or where they are too much.
std::optional<Texts> joined(const Texts& fronts, const Texts& backs);

/// What is left of texts in front of what cannot be joined to them: the last byte of those that end in a repeated spot.
Texts last_bytes(const Texts& texts);

}  // namespace regreen
