#include "rules/needle.h"

#include "rules/fold.h"

#include <algorithm>

namespace regreen {
namespace {

std::uint64_t bits_of(const CharSet& set) {
  std::uint64_t bits = 0;
  for (std::size_t c = 0; c < set.size(); ++c) {
    if (set[c]) bits |= bit_of(fold(static_cast<unsigned char>(c)));
  }
  return bits;
}

// What may stand beside a spot at the rim of a window, where `beside` is the next spot outside of it, if there is one.
std::uint64_t bits_beside(const Spot& rim, const Spot* beside) {
  if (beside == nullptr) return Needle::any;
  return bits_of(beside->set) | (rim.repeats ? bits_of(rim.set) : 0);
}

NeedleSpot coded(const Spot& spot, std::vector<CharSet>& sets) {
  const std::uint16_t repeats = spot.repeats ? NeedleSpot::repeats : 0;
  if (spot.set.count() == 1) {
    std::uint16_t byte = 0;
    while (!spot.set[byte]) ++byte;
    return {static_cast<std::uint16_t>(byte | repeats)};
  }
  const auto known = std::ranges::find(sets, spot.set);
  const auto number = static_cast<std::uint16_t>(known - sets.begin());
  if (known == sets.end()) sets.push_back(spot.set);
  return {static_cast<std::uint16_t>(number | NeedleSpot::is_set | repeats)};
}

}  // namespace

Needle needle_of(const Stretch& stretch, std::vector<CharSet>& sets) {
  const auto& [spots, window, spellings] = stretch;
  const std::size_t last = window + window_bytes - 1;
  Needle needle;
  for (const auto& spot : spots) needle.spots.push_back(coded(spot, sets));
  needle.window = static_cast<std::uint32_t>(window);
  needle.spellings = spellings;
  needle.before = bits_beside(spots[window], window > 0 ? &spots[window - 1] : nullptr);
  needle.behind = bits_beside(spots[last], last + 1 < spots.size() ? &spots[last + 1] : nullptr);
  return needle;
}

namespace {

class Standing {
 public:
  Standing(const Needle& needle, const std::vector<CharSet>& sets, std::string_view text)
      : needle_(needle), sets_(sets), text_(text) {}

  bool at(std::size_t window) const {
    return window_fits(window) && back_fits(window + window_bytes) && front_fits(window);
  }

 private:
  bool holds(NeedleSpot spot, std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    const auto value = static_cast<std::uint16_t>(spot.code & ~NeedleSpot::repeats);
    if ((value & NeedleSpot::is_set) == 0) return value == byte;
    return sets_[value & ~NeedleSpot::is_set][byte];
  }

  static bool repeats(NeedleSpot spot) { return (spot.code & NeedleSpot::repeats) != 0; }

  bool window_fits(std::size_t at) const {
    for (std::size_t i = 0; i < window_bytes; ++i) {
      if (!holds(needle_.spots[needle_.window + i], at + i)) return false;
    }
    return true;
  }

  // From the end of the window to the end of the needle.
  bool back_fits(std::size_t end) const {
    std::size_t i = needle_.window + window_bytes - 1;
    while (true) {
      for (; repeats(needle_.spots[i]) && end < text_.size() && holds(needle_.spots[i], end); ++end) {
      }
      if (++i == needle_.spots.size()) return true;
      if (end >= text_.size() || !holds(needle_.spots[i], end++)) return false;
    }
  }

  // From the beginning of the window back to that of the needle.
  bool front_fits(std::size_t at) const {
    std::size_t i = needle_.window;
    while (true) {
      for (; repeats(needle_.spots[i]) && at > 0 && holds(needle_.spots[i], at - 1); --at) {
      }
      if (i-- == 0) return true;
      if (at == 0 || !holds(needle_.spots[i], --at)) return false;
    }
  }

  const Needle& needle_;
  const std::vector<CharSet>& sets_;
  std::string_view text_;
};

}  // namespace

bool stands(const Needle& needle, const std::vector<CharSet>& sets, std::string_view text, std::size_t at) {
  return Standing(needle, sets, text).at(at);
}

}  // namespace regreen
