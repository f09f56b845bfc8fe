#include "rules/texts.h"

namespace regreen {
namespace {

constexpr std::size_t length_max = 32;  // spots: more would not make a needle rarer

// Where texts would meet in a repeated spot and one that shares bytes with it, nothing says where the one ends.
bool meet_well(const Spots& front, const Spots& back) {
  if (front.empty() || back.empty() || !(front.back().repeats || back.front().repeats)) return true;
  return (front.back().set & back.front().set).none();
}

// Only anchors stand for a newline and nothing else; they take no character, so that two at one spot are one.
bool is_anchor(const Spot& spot) { return spot.set['\n'] && spot.set.count() == 1; }

}  // namespace

CharSet with_all_digits(CharSet set) { return (set & all_digits).any() ? set | all_digits : set; }

CharSet with_other_case(CharSet set) {
  constexpr CharSet letters{0x07FF'FFFEULL};  // behind '@' and '`'
  const CharSet capitals = letters << '@', small = letters << '`';
  return set | (set & small) >> 32 | (set & capitals) << 32;
}

Spots spelled(std::string_view character) {
  Spots spots;
  for (const char c : character) spots.push_back({CharSet().set(static_cast<unsigned char>(c))});
  return spots;
}

std::optional<Texts> joined(const Texts& fronts, const Texts& backs) {
  if (fronts.size() * backs.size() > texts_max) return std::nullopt;
  Texts all;
  for (const auto& front : fronts) {
    for (const auto& back : backs) {
      if (!meet_well(front, back) || front.size() + back.size() > length_max) return std::nullopt;
      const bool one_anchor = !front.empty() && !back.empty() && is_anchor(front.back()) && is_anchor(back.front());
      all.push_back(front);
      all.back().insert(all.back().end(), back.begin() + (one_anchor ? 1 : 0), back.end());
    }
  }
  return all;
}

Texts last_bytes(const Texts& texts) {
  Texts last;
  for (const auto& text : texts) {
    if (text.empty() || !text.back().repeats) return {nothing};
    add_unique(last, {{{text.back().set}}});
  }
  return last;
}

}  // namespace regreen
