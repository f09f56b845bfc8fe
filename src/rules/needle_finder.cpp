#include "rules/finder.h"
#include "rules/fold.h"
#include "rules/loose_patterns.h"
#include "rules/pattern_digits.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

// The text is looked at four bytes at a time, at each place. Whether some needle has them for its window, one bit of a
// bitmap that fits into the first cache says, nearly always no; then a hash table says which needles, the bytes around
// the window whether it is one, and the other fours of a pattern, which its line must contain too, whether the pattern
// is worth trying. (The first step is that of Wu and Manber, 1994, without their shifts.)

namespace regreen {
namespace {

constexpr unsigned filter_bits = 17;
constexpr unsigned line_bits = 12;

std::uint32_t four_at(const char* at) {
  std::uint32_t bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap32(bytes);
  return bytes;
}

// Which fours of bytes a folded line contains, by hash.
class LineFours {
 public:
  void look(std::string_view line_with_newlines) {
    bits_.fill(0);
    for (std::size_t at = 0; at + window_bytes <= line_with_newlines.size(); ++at) {
      const std::uint32_t hash = hash_of(four_at(line_with_newlines.data() + at), line_bits);
      bits_[hash / 64] |= std::uint64_t{1} << (hash % 64);
    }
  }
  bool has(std::uint16_t hash) const { return (bits_[hash / 64] >> (hash % 64) & 1) != 0; }

 private:
  std::array<std::uint64_t, (1U << line_bits) / 64> bits_{};
};

// The other fours of patterns: lists of which each must have a member on the line.
class Others {
 public:
  explicit Others(const std::vector<SearchedPattern>& patterns) {
    for (const auto& pattern : patterns) {
      first_list_.push_back(static_cast<std::uint32_t>(first_four_.size()));
      for (const auto& list : pattern.search->others) {
        first_four_.push_back(static_cast<std::uint32_t>(fours_.size()));
        for (const auto four : list) fours_.push_back(static_cast<std::uint16_t>(hash_of(four, line_bits)));
      }
    }
    first_list_.push_back(static_cast<std::uint32_t>(first_four_.size()));
    first_four_.push_back(static_cast<std::uint32_t>(fours_.size()));
  }

  bool any(std::uint32_t pattern) const { return first_list_[pattern] < first_list_[pattern + 1]; }

  bool hold(std::uint32_t pattern, const LineFours& line) const {
    for (std::uint32_t list = first_list_[pattern]; list < first_list_[pattern + 1]; ++list) {
      const auto begin = fours_.begin() + first_four_[list], end = fours_.begin() + first_four_[list + 1];
      if (std::none_of(begin, end, [&](std::uint16_t four) { return line.has(four); })) return false;
    }
    return true;
  }

 private:
  std::vector<std::uint32_t> first_list_;  // by pattern
  std::vector<std::uint32_t> first_four_;  // by list
  std::vector<std::uint16_t> fours_;
};

class NeedleFinder final : public Finder {
 public:
  explicit NeedleFinder(const std::vector<SearchedPattern>& patterns) : others_(patterns) {
    collect_needles(patterns);
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
  struct Sought {
    const Needle* needle = nullptr;    // of a pattern's search, which outlives this
    const std::vector<CharSet>* sets;  // of that search
    std::uint64_t before, behind;      // as in the needle: most are ruled out by them
    std::uint32_t pattern = 0;
    std::uint32_t four = 0;
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

    std::size_t line = 0;
    LineFours fours;
    std::size_t fours_line = SIZE_MAX;
  };

  void collect_needles(const std::vector<SearchedPattern>& patterns) {
    for (std::uint32_t number = 0; number < patterns.size(); ++number) {
      const auto& [pattern, search] = patterns[number];
      const auto& needles = search->needles;
      if (needles.empty()) loose_.add(number, search->tells_digits ? with_any_digits(pattern) : std::string(pattern));
      for (const auto& needle : needles) {
        for (const auto four : needle.spellings)
          sought_.push_back({&needle, &search->sets, needle.before, needle.behind, number, four});
      }
    }
    loose_.compile();
  }

  void fill_slots() {
    std::ranges::stable_sort(sought_, {}, &Sought::four);
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
    std::size_t at = hash_of(four, slot_bits_);
    while (slots_[at].count > 0 && slots_[at].four != four) at = (at + 1) % slots_.size();
    return slots_[at];
  }

  // In pieces, so that the places that pass the filter are looked at while the text is near.
  void scan(Search& search) const {
    constexpr std::size_t piece = 4096;
    std::array<std::uint32_t, piece> passed;
    const char* text = search.folded_at(0);
    const std::size_t end = search.lines.text.size() - window_bytes + 1;
    for (std::size_t start = 0; start < end; start += piece) {
      const std::size_t stop = std::min(end, start + piece);
      std::size_t count = 0;
      for (std::size_t at = start; at < stop; ++at) {
        const std::uint32_t hash = hash_of(four_at(text + at), filter_bits);
        passed[count] = static_cast<std::uint32_t>(at);  // without a branch: kept where the bit is set
        count += filter_[hash / 64] >> (hash % 64) & 1;
      }
      for (std::size_t i = 0; i < count; ++i) look(search, passed[i]);
    }
  }

  void look(Search& search, std::size_t at) const {
    const Slot& slot = slot_of(four_at(search.folded_at(at)));
    if (slot.count == 0) return;
    const std::uint64_t before = search.bit_at(at - 1), behind = search.bit_at(at + window_bytes);
    for (std::uint32_t i = slot.first; i < slot.first + slot.count; ++i) {
      const Sought& sought = sought_[i];
      if ((sought.before & before) == 0 || (sought.behind & behind) == 0) continue;
      if (stands(*sought.needle, *sought.sets, search.lines.text, at)) report(search, sought.pattern, at);
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

  std::vector<Sought> sought_;  // by their fours
  Others others_;
  std::vector<Slot> slots_;
  unsigned slot_bits_ = 0;
  std::vector<std::uint64_t> filter_;
  LoosePatterns loose_;
};

}  // namespace

std::unique_ptr<Finder> make_needle_finder(const std::vector<SearchedPattern>& patterns) {
  return std::make_unique<NeedleFinder>(patterns);
}

}  // namespace regreen
