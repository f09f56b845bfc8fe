#include "rules/finder.h"
#include "rules/fold.h"
#include "rules/loose_patterns.h"
#include "rules/pattern_digits.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>

// The text is looked at four bytes at a time, at each place. Whether some needle has them for its window, one bit of a
// bitmap that fits into the first cache says, nearly always no; then a hash table says which needles, the bytes around
// the window whether it is one, and the other fours of a pattern, which its line must contain too, whether the pattern
// is worth trying. (The first step is that of Wu and Manber, 1994, without their shifts.)

namespace regreen {
namespace {

constexpr unsigned filter_bits = 17;
constexpr unsigned line_bits = 12;
constexpr std::size_t piece_bytes = 4096;

using Piece = std::array<std::uint32_t, piece_bytes>;

std::uint32_t four_at(const char* at) {
  std::uint32_t bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap32(bytes);
  return bytes;
}

// Which fours of bytes a folded line contains, by hash: each remembers its newest line, so that nothing is to be erased.
class LineFours {
 public:
  void look(std::string_view line_with_newlines) {
    ++line_;
    std::uint32_t* const lines = lines_.data();  // each hash is below their number
    const char* const text = line_with_newlines.data();
#pragma GCC unroll 4
    for (std::size_t at = 0; at + window_bytes <= line_with_newlines.size(); ++at) {
      lines[hash_of(four_at(text + at), line_bits)] = line_;
    }
  }
  bool has(std::uint16_t hash) const { return lines_[hash] == line_; }

 private:
  std::uint32_t line_ = 0;  // how many were looked at
  std::array<std::uint32_t, 1U << line_bits> lines_{};
};

// The other fours of branches: lists of which each must have a member on the line.
class Others {
 public:
  explicit Others(const Branches& branches) : branches_(branches) {
    for (const auto four : branches.fours) hashes_.push_back(static_cast<std::uint16_t>(hash_of(four, line_bits)));
  }

  bool any(std::uint32_t branch) const { return branches_.all[branch].list_count > 0; }

  bool hold(std::uint32_t branch, const LineFours& line) const {
    const std::uint32_t first = branches_.all[branch].first_list;
    for (std::uint32_t list = first; list < first + branches_.all[branch].list_count; ++list) {
      const auto begin = hashes_.begin() + branches_.list_begins[list],
                 end = hashes_.begin() + branches_.list_begins[list + 1];
      if (std::none_of(begin, end, [&](std::uint16_t four) { return line.has(four); })) return false;
    }
    return true;
  }

 private:
  const Branches& branches_;
  std::vector<std::uint16_t> hashes_;
};

class NeedleFinder final : public Finder {
 public:
  explicit NeedleFinder(const Branches& branches) : branches_(branches), others_(branches) {
    add_loose();
    add_needles();
    fill_slots();
  }

  void find(const LinesText& lines, std::vector<Sighting>& found) const override {
    Search search{lines, found};
    search.fold();
    if (lines.text.size() >= window_bytes) scan(search);
    loose_.find(lines, found);
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }

 private:
  // Four bytes each.
  struct Around {
    std::uint32_t before, at, behind;
  };
  // As in the needle: most are ruled out by it, and all that it takes is in one line of the cache.
  struct alignas(64) Sought {
    bool may_stand(const Around& bytes) const {
      return four_before.fit(bytes.before) && four_at.fit(bytes.at) && four_behind.fit(bytes.behind);
    }

    FourBytes four_before, four_at, four_behind;
    std::uint64_t before, behind;
    NeedleShape shape;
    std::uint32_t needle = 0;
    std::uint32_t four = 0;
    bool is_again = false;  // the same as the one before, for another branch
  };
  struct Slot {
    std::uint32_t four = 0;
    std::uint32_t first = 0, count = 0;  // of sought_; a count of 0: the slot is empty
  };
  struct Search {
    const LinesText& lines;
    std::vector<Sighting>& found;
    std::string folded;  // the text of the lines, between two bytes more

    void fold() {
      folded.resize(lines.text.size() + 2);
      std::ranges::transform(lines.text, folded.begin() + 1,
                             [](char c) { return static_cast<char>(regreen::fold(static_cast<unsigned char>(c))); });
    }
    const char* folded_at(std::size_t at) const { return folded.data() + 1 + at; }
    std::uint64_t bit_at(std::size_t at) const { return bit_of(static_cast<unsigned char>(folded[at + 1])); }

    // The window and the bytes beside it; nothing so near the rim of the text that some are missing.
    std::optional<Around> around(std::size_t at) const {
      if (at < window_bytes || at + 2 * window_bytes > lines.text.size()) return std::nullopt;
      const char* window = lines.text.data() + at;
      return Around{four_at(window - window_bytes), four_at(window), four_at(window + window_bytes)};
    }

    std::size_t line = 0;
    LineFours fours;
    std::size_t fours_line = SIZE_MAX;
  };

  void add_loose() {
    for (std::uint32_t number = 0; number < branches_.all.size(); ++number) {
      const Branch& branch = branches_.all[number];
      if (branch.needle_count > 0) continue;
      const std::string_view text = branches_.text(branch);
      loose_.add(number, branch.tells_digits != 0 ? with_any_digits(text) : std::string(text));
    }
    loose_.compile();
  }

  // Sorted as numbers, which is quicker than what they stand for.
  void add_needles() {
    const auto& needles = branches_.needles;
    std::vector<std::uint64_t> order;  // fours, and below them the needles
    order.reserve(needles.spellings.size());
    for (std::uint32_t number = 0; number < needles.all.size(); ++number) {
      for (const auto four : needles.spellings_of(needles.all[number]))
        order.push_back(std::uint64_t{four} << 32 | number);
    }
    std::ranges::sort(order);
    sought_.reserve(order.size());
    for (const auto one : order) {
      const auto number = static_cast<std::uint32_t>(one);
      const Needle& needle = needles.all[number];
      sought_.push_back({needle.four_before, needle.four, needle.four_behind, needle.before, needle.behind,
                         needle.shape, number, static_cast<std::uint32_t>(one >> 32)});
      if (sought_.size() > 1) sought_.back().is_again = are_same(sought_[sought_.size() - 2], sought_.back());
    }
  }

  bool are_same(const Sought& a, const Sought& b) const {
    const Needle &one = branches_.needles.all[a.needle], &other = branches_.needles.all[b.needle];
    return a.four == b.four && one.shape.window == other.shape.window &&
           std::ranges::equal(branches_.needles.spots_of(one.shape), branches_.needles.spots_of(other.shape));
  }

  void fill_slots() {
    slot_bits_ = static_cast<unsigned>(std::bit_width(sought_.size() * 2 + 1));
    slots_.resize(std::size_t{1} << slot_bits_);
    filter_.resize((std::size_t{1} << filter_bits) / 64);
    for (std::size_t first = 0; first < sought_.size();) {
      std::size_t end = first;
      while (end < sought_.size() && sought_[end].four == sought_[first].four) ++end;
      add_slot({sought_[first].four, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end - first)});
      first = end;
    }
  }

  void add_slot(const Slot& slot) {
    const std::uint32_t hash = hash_of(slot.four, filter_bits);
    filter_[hash / 64] |= std::uint64_t{1} << (hash % 64);
    std::size_t at = hash_of(slot.four, slot_bits_);
    while (slots_[at].count > 0) at = (at + 1) % slots_.size();
    slots_[at] = slot;
  }

  const Slot& slot_of(std::uint32_t four) const {
    const Slot* const slots = slots_.data();  // each hash is below their number
    std::size_t at = hash_of(four, slot_bits_);
    while (slots[at].count > 0 && slots[at].four != four) at = (at + 1) % slots_.size();
    return slots[at];
  }

  // In pieces, so that the places that pass the filter are looked at while the text is near.
  void scan(Search& search) const {
    Piece places;
    std::uint32_t* const passed = places.data();         // no more of a piece pass than it has places
    const std::uint64_t* const filter = filter_.data();  // each hash is below the number of bits
    const char* text = search.folded_at(0);
    const std::size_t end = search.lines.text.size() - window_bytes + 1;
    for (std::size_t start = 0; start < end; start += piece_bytes) {
      const std::size_t stop = std::min(end, start + piece_bytes);
      std::size_t count = 0;
#pragma GCC unroll 4
      for (std::size_t at = start; at < stop; ++at) {
        const std::uint32_t hash = hash_of(four_at(text + at), filter_bits);
        passed[count] = static_cast<std::uint32_t>(at);  // without a branch: it stays where the bit is set
        count += filter[hash / 64] >> (hash % 64) & 1;
      }
      look(search, {passed, count});
    }
  }

  // What the tables have for some places is on its way from memory while others are looked at.
  void look(Search& search, std::span<std::uint32_t> places) const {
    const Slot* const slots = slots_.data();  // each hash is below their number
    for (const std::uint32_t at : places) {
      __builtin_prefetch(slots + hash_of(four_at(search.folded_at(at)), slot_bits_));
    }
    Piece slots_of_places;
    std::uint32_t *const places_left = places.data(), *const slots_left = slots_of_places.data();
    std::size_t count = 0;
    for (const std::uint32_t at : places) {
      const Slot& slot = slot_of(four_at(search.folded_at(at)));
      __builtin_prefetch(sought_.data() + slot.first);
      places_left[count] = at;
      slots_left[count] = static_cast<std::uint32_t>(&slot - slots);
      count += slot.count > 0;
    }
    for (std::size_t i = 0; i < count; ++i) look(search, places_left[i], slots[slots_left[i]]);
  }

  void look(Search& search, std::size_t at, const Slot& slot) const {
    const auto around = search.around(at);
    const std::uint64_t before = search.bit_at(at - 1), behind = search.bit_at(at + window_bytes);
    bool does_stand = false;
    for (const Sought& sought : std::span(sought_).subspan(slot.first, slot.count)) {
      if (!sought.is_again) {
        does_stand = (!around || sought.may_stand(*around)) && (sought.before & before) != 0 &&
                     (sought.behind & behind) != 0 && stands(branches_.needles, sought.shape, search.lines.text, at);
      }
      if (does_stand) report(search, branches_.needles.all[sought.needle].owner, at);
    }
  }

  void report(Search& search, std::uint32_t pattern, std::size_t at) const {
    const auto& begins = search.lines.begins;
    const std::size_t last = at + window_bytes - 1;  // a byte of the line, or its newline
    while (search.line > 0 && begins[search.line] > last) --search.line;
    while (search.line + 1 < begins.size() && begins[search.line + 1] <= last) ++search.line;
    if (others_.any(pattern) && !others_hold(search, pattern)) return;
    search.found.push_back({static_cast<std::uint32_t>(search.line), pattern});
  }

  bool others_hold(Search& search, std::uint32_t pattern) const {
    if (std::exchange(search.fours_line, search.line) != search.line) {
      const std::size_t size = search.lines.line(search.line).size();
      search.fours.look({search.folded_at(search.lines.begins[search.line]) - 1, size + 2});
    }
    return others_.hold(pattern, search.fours);
  }

  const Branches& branches_;
  std::vector<Sought> sought_;  // by their fours
  Others others_;
  std::vector<Slot> slots_;
  unsigned slot_bits_ = 0;
  std::vector<std::uint64_t> filter_;
  LoosePatterns loose_;
};

}  // namespace

std::unique_ptr<Finder> make_needle_finder(const Branches& branches) {
  return std::make_unique<NeedleFinder>(branches);
}

}  // namespace regreen
