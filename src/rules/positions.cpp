#include "rules/positions.h"

#include "base/text.h"
#include "rules/texts.h"

#include <algorithm>
#include <bit>
#include <map>

namespace regreen {
namespace {

using Kind = PatternPiece::Kind;
using Sets = Positions::Sets;

constexpr long copies_max = 100;          // of one piece
constexpr std::size_t pieces_max = 1000;  // copies among them

constexpr unsigned word_rim = Positions::at_word_rim, line_rim = Positions::at_line_rim;

// Of a part of a pattern: where it begins and ends, and under which conditions it stands for nothing, as a bit each. What
// stands for nothing may need the line's beginning and its end, so that there is one condition more.
struct Part {
  static constexpr unsigned begin = line_rim, end = 4;
  Sets first, last;
  unsigned nothing = 0;
};

constexpr Part empty_part(unsigned place) { return {{}, {}, 1U << place}; }

// The bits that are set.
template <typename Visit>
void for_each_bit(unsigned bits, Visit visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<unsigned>(std::countr_zero(bits)));
}

// Adds sets to which nothing is next, where the other rim of the line is impossible.
void add_beside(unsigned nothing, unsigned rim, unsigned other_rim, const Sets& sets, Sets& all) {
  for_each_bit(nothing, [&](unsigned place) {
    if ((place & other_rim) != 0) return;
    const unsigned more = (place & word_rim) | ((place & rim) != 0 ? line_rim : 0);
    for (unsigned one = 0; one < Positions::conditions; ++one) all[one | more].add(sets[one]);
  });
}

// What a quantifier says: how often at least, and at most; no limit for `+` and `*`.
struct Count {
  std::size_t least = 1;
  std::optional<std::size_t> most = 1;
};

std::optional<Count> count_of(std::string_view quantifier) {
  if (quantifier[0] == '*') return Count{0, std::nullopt};
  if (quantifier[0] == '+') return Count{1, std::nullopt};
  if (quantifier[0] == '?') return Count{0, 1};
  const auto counts = quantifier.substr(1, quantifier.find('}') - 1);
  const auto comma = std::min(counts.find(','), counts.size());
  const auto least = parse_number(counts.substr(0, comma));
  const auto most = comma + 1 < counts.size() ? parse_number(counts.substr(comma + 1)) : least;
  if (!least || !most || *least > copies_max || *most > copies_max) return std::nullopt;
  Count count{static_cast<std::size_t>(*least), static_cast<std::size_t>(*most)};
  if (comma + 1 == counts.size()) count.most.reset();
  return count;
}

class Builder {
 public:
  std::optional<Positions> build(std::string_view pattern) {
    bool any_case = false;
    positions_.all.reserve(std::min(pattern.size(), Positions::most));
    const Part all = alternatives(pattern, any_case);
    if (!is_good_ || all.nothing != 0) return std::nullopt;
    positions_.first = all.first;
    positions_.last = all.last;
    return std::move(positions_);
  }

 private:
  // Flags that are set stay set behind a bar.
  Part alternatives(std::string_view pattern, bool& any_case) {
    Part all, sequence = empty_part(0);
    for (const auto& piece : cut(pattern)) {
      if (!is_good_) break;
      if (piece.kind == Kind::bar) {
        either(all, sequence);
        sequence = empty_part(0);
      } else {
        then(sequence, repeated(piece, any_case));
      }
    }
    either(all, sequence);
    return all;
  }

  Part repeated(const PatternPiece& piece, bool& any_case) {
    if (piece.quantifier.empty()) return once(piece, any_case);
    const auto count = count_of(piece.quantifier);
    if (!count) return unknown();
    Part all = empty_part(0);
    for (std::size_t i = 1; i < count->least; ++i) then(all, once(piece, any_case));
    if (!count->most) {
      Part last = once(piece, any_case);
      follow(last, last);
      if (count->least == 0) last.nothing |= 1;
      then(all, last);
      return all;
    }
    if (count->least > 0) then(all, once(piece, any_case));
    for (std::size_t i = count->least; i < *count->most; ++i) {
      Part more = once(piece, any_case);
      more.nothing |= 1;
      then(all, more);
    }
    return all;
  }

  Part once(const PatternPiece& piece, bool& any_case) {
    if (!is_good_ || ++pieces_ > pieces_max) return unknown();
    if (piece.kind == Kind::group) return group(piece, any_case);
    if (piece.kind == Kind::anchor) return empty_part(piece.text == "^" ? Part::begin : Part::end);
    if (piece.text == "\\b") return empty_part(word_rim);
    return character(piece, any_case);
  }

  Part group(const PatternPiece& piece, bool& any_case) {
    const auto flags = piece.text.substr(0, piece.text.find_first_of(":)<") + 1);
    const bool is_known = !piece.text.starts_with("(?") || flags == "(?:" || flags == "(?P<" || flags == "(?<" ||
                          flags == "(?i:" || flags == "(?-i:" || flags == "(?i)" || flags == "(?-i)";
    if (!is_known) return unknown();
    const Enclosed enclosed = inside(piece, any_case);
    if (flags == "(?i)" || flags == "(?-i)") {
      any_case = enclosed.any_case;
      return empty_part(0);
    }
    bool inner_case = enclosed.any_case;
    return alternatives(enclosed.pattern, inner_case);
  }

  Part character(const PatternPiece& piece, bool any_case) {
    Characters characters = characters_of(piece);
    const auto excluded = characters.any() ? std::nullopt : exclusions_of(piece);
    if (excluded) characters = *excluded;
    if (!characters.any() || (any_case && !characters.others.empty())) return unknown();
    if (any_case) add_other_case(characters);
    return excluded ? all_but(characters.others, ~characters.ascii & ~continuations()) : one_of(characters);
  }

  static void add_other_case(Characters& characters) {
    characters.ascii = with_other_case(characters.ascii);
    if (characters.ascii['s']) characters.others.push_back("\u017F");
    if (characters.ascii['k']) characters.others.push_back("\u212A");
  }

  Part one_of(const Characters& characters) {
    Part all;
    if (characters.ascii.any()) all = position(characters.ascii, false);
    for (const auto other : characters.others) either(all, spelling(other));
    return all;
  }

  // Characters, or what is left of them, that begin with some bytes but are none of some others.
  Part all_but(const std::vector<std::string_view>& others, CharSet bytes) {
    std::map<char, std::vector<std::string_view>> rests;
    for (const auto other : others) {
      auto& rest = rests[other[0]];
      if (other.size() > 1) rest.push_back(other.substr(1));
      bytes.reset(static_cast<unsigned char>(other[0]));
    }
    Part all = position(bytes, true);
    for (const auto& [byte, rest] : rests) {
      if (rest.empty()) continue;
      Part one = spelling({&byte, 1});
      then(one, all_but(rest, continuations()));
      either(all, one);
    }
    return all;
  }

  static CharSet continuations() {
    CharSet set;
    for (std::size_t c = 0x80; c < 0xC0; ++c) set.set(c);
    return set;
  }

  Part spelling(std::string_view character) {
    Part all = empty_part(0);
    for (const char c : character) then(all, position(CharSet().set(static_cast<unsigned char>(c)), false));
    return all;
  }

  Part position(const CharSet& bytes, bool is_open) {
    if (positions_.all.size() == Positions::most) return unknown();
    Part one;
    one.first[0].add(positions_.all.size());
    one.last[0].add(positions_.all.size());
    positions_.all.push_back({bytes, is_open, {}, {}});
    return one;
  }

  Part unknown() {
    is_good_ = false;
    return {};
  }

  // What ends in front of what begins: between them is no rim of the line.
  void follow(const Part& front, const Part& back) { precede(front.last, back.first[0], back.first[word_rim]); }

  void precede(const Sets& ends, const PositionSet& next, const PositionSet& next_at_word_rim) {
    for (const unsigned place : {0U, word_rim}) {
      ends[place].for_each([&](std::size_t at) {
        auto& position = positions_.all[at];
        (place == 0 ? position.next : position.next_at_word_rim).add(next);
        position.next_at_word_rim.add(next_at_word_rim);
      });
    }
  }

  static void either(Part& all, const Part& one) {
    for (unsigned i = 0; i < Positions::conditions; ++i) {
      all.first[i].add(one.first[i]);
      all.last[i].add(one.last[i]);
    }
    all.nothing |= one.nothing;
  }

  void then(Part& all, const Part& one) {
    follow(all, one);
    add_beside(all.nothing, Part::begin, Part::end, one.first, all.first);
    Sets last = one.last;
    add_beside(one.nothing, Part::end, Part::begin, all.last, last);
    all.last = last;
    unsigned nothing = 0;
    for_each_bit(all.nothing, [&](unsigned front) {
      for_each_bit(one.nothing, [&](unsigned back) { nothing |= 1U << (front | back); });
    });
    all.nothing = nothing;
  }

  Positions positions_;
  std::size_t pieces_ = 0;
  bool is_good_ = true;
};

}  // namespace

std::optional<Positions> positions_of(std::string_view pattern) { return Builder().build(pattern); }

}  // namespace regreen
