#include "rules/needle.h"

#include "rules/fold.h"

#include <algorithm>
#include <utility>

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

// The bits that all bytes of a set have in common: their value, and which.
FourBytes common_bits(const CharSet& set) {
  std::uint32_t all = 0xFF, any = 0;
  for (std::uint32_t c = 0; c < set.size(); ++c) {
    if (!set[c]) continue;
    all &= c;
    any |= c;
  }
  const std::uint32_t mask = ~(all ^ any) & 0xFF;
  return {all & mask, mask};
}

void add(const Spot& spot, std::size_t place, FourBytes& bytes) {
  const auto [value, mask] = common_bits(spot.set);
  bytes.value |= value << (8 * place);
  bytes.mask |= mask << (8 * place);
}

// As far from the window as each spot is one byte.
FourBytes four_before(const Spots& spots, std::size_t window) {
  FourBytes bytes;
  for (std::size_t place = window_bytes; place > 0 && window > 0 && !spots[window].repeats; --place) {
    add(spots[--window], place - 1, bytes);
  }
  return bytes;
}

FourBytes four_behind(const Spots& spots, std::size_t last) {
  FourBytes bytes;
  for (std::size_t place = 0; place < window_bytes && last + 1 < spots.size() && !spots[last].repeats; ++place) {
    add(spots[++last], place, bytes);
  }
  return bytes;
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

void add_needle(const Stretch& stretch, std::uint32_t owner, Needles& needles) {
  const auto& [spots, window, spellings] = stretch;
  const std::size_t last = window + window_bytes - 1;
  const auto number = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
  FourBytes four;
  for (std::size_t i = 0; i < window_bytes; ++i) add(spots[window + i], i, four);
  needles.all.push_back({owner,
                         {number(needles.spots.size()), number(spots.size()), number(window)},
                         number(needles.spellings.size()),
                         number(spellings.size()),
                         four_before(spots, window),
                         four,
                         four_behind(spots, last),
                         bits_beside(spots[window], window > 0 ? &spots[window - 1] : nullptr),
                         bits_beside(spots[last], last + 1 < spots.size() ? &spots[last + 1] : nullptr)});
  for (const auto& spot : spots) needles.spots.push_back(coded(spot, needles.sets));
  needles.spellings.insert(needles.spellings.end(), spellings.begin(), spellings.end());
}

void unite(Needles& needles) {
  const auto spots_of = [&](const Needle& needle) { return needles.spots_of(needle.shape); };
  std::ranges::stable_sort(needles.all, [&](const Needle& a, const Needle& b) {
    const auto one = spots_of(a), other = spots_of(b);
    return a.shape.window != b.shape.window
               ? a.shape.window < b.shape.window
               : std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end());
  });
  std::vector<NeedleSpot> spots;
  std::span<const NeedleSpot> last;
  for (auto& needle : needles.all) {
    const auto own = spots_of(needle);
    if (!std::ranges::equal(own, last)) spots.insert(spots.end(), own.begin(), own.end());
    last = own;
    needle.shape.first_spot = static_cast<std::uint32_t>(spots.size() - own.size());
  }
  needles.spots = std::move(spots);
}

bool is_sound(const Needles& needles, std::size_t owners) {
  std::int16_t highest = 0;  // sets come behind all bytes; signed, of which SSE2 tells the higher one
  for (const auto [code] : needles.spots) {
    highest = std::max(highest, static_cast<std::int16_t>(code & ~NeedleSpot::repeats));
  }
  return static_cast<std::size_t>(highest) < NeedleSpot::is_set + needles.sets.size() &&
         std::ranges::all_of(needles.all, [&](const Needle& one) {
           return one.owner < owners && is_within(one.shape.first_spot, one.shape.spot_count, needles.spots.size()) &&
                  is_within(one.shape.window, window_bytes, one.shape.spot_count) &&
                  is_within(one.first_spelling, one.spelling_count, needles.spellings.size());
         });
}

namespace {

// Walks from the window to the needle's ends. Pointers, since this is asked a million times a second: what they point at is
// within the needle, of which is_sound() says that its spots and sets exist, and within the text.
class Standing {
 public:
  Standing(const Needles& needles, const NeedleShape& needle, std::string_view text)
      : first_(needles.spots_of(needle).data()),
        last_(first_ + needle.spot_count - 1),
        window_(first_ + needle.window),
        sets_(needles.sets.data()),
        begin_(text.data()),
        end_(begin_ + text.size()) {}

  bool at(const char* window) const {
    return window_fits(window) && back_fits(window + window_bytes) && front_fits(window);
  }

 private:
  bool holds(NeedleSpot spot, char c) const {
    const auto byte = static_cast<unsigned char>(c);
    const auto value = static_cast<std::uint16_t>(spot.code & ~NeedleSpot::repeats);
    return (value & NeedleSpot::is_set) == 0 ? value == byte : sets_[value & ~NeedleSpot::is_set][byte];
  }

  static bool repeats(NeedleSpot spot) { return (spot.code & NeedleSpot::repeats) != 0; }

  bool window_fits(const char* at) const {
    for (std::size_t i = 0; i < window_bytes; ++i) {
      if (!holds(window_[i], at[i])) return false;
    }
    return true;
  }

  // From the end of the window to the end of the needle.
  bool back_fits(const char* at) const {
    const NeedleSpot* spot = window_ + window_bytes - 1;
    while (spot < last_) {  // how often the last one stands makes no difference
      for (; repeats(*spot) && at < end_ && holds(*spot, *at); ++at) {
      }
      if (at == end_ || !holds(*++spot, *at++)) return false;
    }
    return true;
  }

  // From the beginning of the window back to that of the needle.
  bool front_fits(const char* at) const {
    const NeedleSpot* spot = window_;
    while (spot > first_) {
      for (; repeats(*spot) && at > begin_ && holds(*spot, at[-1]); --at) {
      }
      if (at == begin_ || !holds(*--spot, *--at)) return false;
    }
    return true;
  }

  const NeedleSpot *first_, *last_, *window_;
  const CharSet* sets_;
  const char *begin_, *end_;
};

}  // namespace

bool stands(const Needles& needles, const NeedleShape& needle, std::string_view text, std::size_t at) {
  return Standing(needles, needle, text).at(text.data() + at);
}

}  // namespace regreen
