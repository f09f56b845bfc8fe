#pragma once

#include "base/character.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What a runner writes before every line and only many lines together tell: a clock ("10:04:05  ") and the name of who
/// printed the line, where several programs print into one log ("web-1  | ", "[unit] ", "@shop/web:build: "). It is learnt
/// as lines go by, and cut from the line on that settles it; memory is bounded.
class LearntPrefixes {
 public:
  /// How much at the front of the next line is such a prefix. To be asked once of each line, in their order.
  std::size_t length(std::string_view text) {
    const std::size_t clock = may_have_clock(text) ? clock_length(text) : no_clock();
    return clock + name_length(text.substr(clock));
  }

  /// The same knowledge, before the first line: what it counts is forgotten.
  LearntPrefixes before_first_line() const {
    LearntPrefixes fresh;
    fresh.clocks_ = clocks_;
    fresh.names_ = names_;
    fresh.fronts_ = fronts_;
    return fresh;
  }

 private:
  static constexpr std::size_t fronts = 512, clocks_max = 8, candidates_max = 8, names_max = 32;
  struct Candidate {
    std::string name;
    std::size_t lines = 0;
  };

  // Settles nearly all lines.
  static bool may_have_clock(std::string_view text) {
    if (text.size() < 6) return false;
    if (text[0] == '[') return text[3] == ':' || text[1] == ' ' || is_digit(text[1]);
    return is_digit(text[0]) && (text[1] == ':' || text[2] == ':' || text[4] == '-' || text[4] == '/');
  }
  std::size_t no_clock() {
    clock_lines_ = 0;
    return 0;
  }
  std::size_t clock_length(std::string_view text);

  std::size_t name_length(std::string_view text) {
    std::uint32_t head = 0;  // four bytes: many names are not longer
    if (text.size() >= sizeof head) std::memcpy(&head, text.data(), sizeof head);
    const bool again = head == last_head_ || head == head_before_;
    head_before_ = last_head_;
    last_head_ = head;
    const bool may_be_learnt = head != 0 && (again || text.front() == '|') && is_looked_at();
    const bool may_be_known = text.size() > 1 && fronts_[front_of(text)];
    return may_be_learnt || may_be_known ? known_name_length(text, may_be_learnt) : 0;
  }
  // The first two bytes of a text that has them, as an index.
  static std::size_t front_of(std::string_view text) {
    return (static_cast<unsigned char>(text[0]) * 31U + static_cast<unsigned char>(text[1])) % fronts;
  }
  // Of lines that begin as one before: while no name is in sight, some of them are enough.
  bool is_looked_at() {
    if (in_sight_ == 0) return ++passed_ % 8 == 0;
    --in_sight_;
    return true;
  }
  std::size_t known_name_length(std::string_view text, bool may_be_learnt);
  std::size_t learn(std::string_view text);

  std::bitset<clocks_max> clocks_;  // those that are known
  std::size_t clock_ = 0;           // the form of the last line's
  std::size_t clock_lines_ = 0;     // in a row with that form

  std::uint32_t last_head_ = 0, head_before_ = 0;  // of the last two lines
  std::size_t passed_ = 0, in_sight_ = 64;         // of lines that begin as one before: not looked at, to be
  std::vector<Candidate> candidates_;
  std::size_t next_candidate_ = 0;
  std::vector<std::string> names_;
  std::bitset<fronts> fronts_;  // of the names: most lines begin as none of them
};

}  // namespace regreen
