#include "rules/automaton.h"

#include "base/character.h"

#include <algorithm>
#include <bit>

namespace regreen {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80; }

}  // namespace

Automaton::Automaton(const Positions& positions)
    : words_((positions.all.size() + word_bits - 1) / word_bits),
      taking_(256 * words_),
      next_(positions.all.size() * words_),
      next_at_word_rim_(next_.size()) {
  Word* const taking = taking_.data();
  for (std::size_t i = 0; i < positions.all.size(); ++i) {
    const auto& [bytes, is_open, next, next_at_word_rim] = positions.all[i];
    const Word bit = Word{1} << (i % word_bits);
    for (std::size_t c = bytes._Find_first(); c < bytes.size(); c = bytes._Find_next(c)) {
      taking[c * words_ + i / word_bits] |= bit;
    }
    if (is_open) open_[i / word_bits] |= bit;
    add(next, &next_[i * words_]);
    add(next, &next_at_word_rim_[i * words_]);
    add(next_at_word_rim, &next_at_word_rim_[i * words_]);
  }
  first_ = at_once(positions.first);
  last_ = at_once(positions.last);
  const auto& begin = first_[Positions::at_word_rim];  // all that may begin within a line
  for (std::size_t c = 0; c < may_begin_.size(); ++c) {
    for (std::size_t i = 0; i < words_; ++i) may_begin_[c] = may_begin_[c] || (taking[c * words_ + i] & begin[i]) != 0;
  }
  is_bound_ = std::ranges::all_of(begin, [](Word word) { return word == 0; });
}

// Sets the bits of a set in words that have room for all positions.
void Automaton::add(const PositionSet& set, Word* words) {
  for (const Word word : set.words()) *words++ |= word;
}

Automaton::Situations Automaton::at_once(const Positions::Sets& sets) {
  Situations all{};
  for (unsigned place = 0; place < Positions::conditions; ++place) {
    for (unsigned needed = 0; needed < Positions::conditions; ++needed) {
      if ((needed & ~place) == 0) add(sets[needed], all[place].data());
    }
  }
  return all;
}

template <std::size_t words>
struct Automaton::State {
  std::array<Word, words> bits{};

  bool any() const {
    Word all = 0;
    for (const Word word : bits) all |= word;
    return all != 0;
  }
  void add(const Word* more) {
    for (std::size_t i = 0; i < words; ++i) bits[i] |= more[i];
  }
  void add(const State& more, const Word* among) {
    for (std::size_t i = 0; i < words; ++i) bits[i] |= more.bits[i] & among[i];
  }
  bool meets(const Word* others) const {
    Word all = 0;
    for (std::size_t i = 0; i < words; ++i) all |= bits[i] & others[i];
    return all != 0;
  }
  // Adds what follows each of its positions, by a table.
  void add_next(const State& from, const Word* table) {
    for (std::size_t i = 0; i < words; ++i) {
      for (Word rest = from.bits[i]; rest != 0; rest &= rest - 1) {
        add(table + (i * word_bits + static_cast<std::size_t>(std::countr_zero(rest))) * words);
      }
    }
  }
  // What of it takes a byte.
  void keep(const Word* taking) {
    for (std::size_t i = 0; i < words; ++i) bits[i] &= taking[i];
  }
};

// May a match end behind a byte of a line?
template <std::size_t words>
bool Automaton::ends(State<words> state, const char* at, const char* end) const {
  const bool is_last = at + 1 == end, at_rim = is(*at, word) != (!is_last && is(at[1], word));
  return state.meets(last_[(at_rim ? Positions::at_word_rim : 0U) | (is_last ? Positions::at_line_rim : 0U)].data());
}

// A character of several bytes is taken by an open position from its first to its last one.
template <std::size_t words>
bool Automaton::run(std::string_view line) const {
  State<words> state;
  const char* const end = line.data() + line.size();
  const auto* first = &first_[Positions::at_line_rim];
  bool was_word = false;
  for (const char* at = line.data(); at < end; ++at) {
    const auto byte = static_cast<unsigned char>(*at);
    const bool is_word = is(*at, word), at_rim = was_word != is_word;
    State<words> next;
    next.add(first[at_rim].data());
    next.add_next(state, (at_rim ? next_at_word_rim_ : next_).data());
    next.keep(taking_.data() + byte * words);
    if (is_continuation(byte)) next.add(state, open_.data());
    if (next.meets(last_.back().data()) && ends(next, at, end)) return true;
    first = first_.data();
    was_word = is_word;
    state = next;
    if (state.any()) continue;
    if (is_bound_) return false;
    while (at + 1 < end && !may_begin_[static_cast<unsigned char>(at[1])]) ++at;
    was_word = is(*at, word);
  }
  return false;
}

bool Automaton::matches(std::string_view line) const {
  constexpr std::array runs = {&Automaton::run<1>, &Automaton::run<2>, &Automaton::run<3>, &Automaton::run<4>,
                               &Automaton::run<5>, &Automaton::run<6>, &Automaton::run<7>, &Automaton::run<8>};
  static_assert(runs.size() == words_max);
  return words_ > 0 && (this->*runs[words_ - 1])(line);
}

}  // namespace regreen
