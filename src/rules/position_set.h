#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace regreen {

/// Some of the positions of a pattern, as bits. What is copied and joined are the words up to the last one that has any:
/// most patterns have few positions.
class PositionSet {
 public:
  using Word = std::uint64_t;
  static constexpr std::size_t word_bits = 64, most = 512;

  PositionSet() = default;
  PositionSet(const PositionSet& other) { *this = other; }
  PositionSet& operator=(const PositionSet& other) {
    size_ = other.size_;
    for (std::size_t i = 0; i < size_; ++i) words_[i] = other.words_[i];
    return *this;
  }

  /// A position is below `most`.
  void add(std::size_t position) {
    grow(position / word_bits + 1);
    words_[position / word_bits] |= Word{1} << (position % word_bits);
  }

  void add(const PositionSet& more) {
    grow(more.size_);
    for (std::size_t i = 0; i < more.size_; ++i) words_[i] |= more.words_[i];
  }

  /// In ascending order.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < size_; ++i) {
      for (Word rest = words_[i]; rest != 0; rest &= rest - 1) {
        visit(i * word_bits + static_cast<std::size_t>(std::countr_zero(rest)));
      }
    }
  }

  /// Those behind them are zero.
  std::span<const Word> words() const { return {words_.data(), size_}; }

 private:
  void grow(std::size_t size) {
    for (; size_ < size; ++size_) words_[size_] = 0;
  }

  std::size_t size_ = 0;
  std::array<Word, most / word_bits> words_;  // set up to `size_`
};

}  // namespace regreen
