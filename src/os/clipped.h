#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace regreen {

/// A text of any length in bounded memory: its beginning and its end. Failures are told at either.
class Clipped {
 public:
  explicit Clipped(std::size_t limit) : head_limit_(limit / 2), tail_limit_(limit - limit / 2) {}

  void append(std::string_view bytes);

  /// All of it; or the beginning, a line that says how much is left out, and the end.
  std::string text() const;

  std::uint64_t seen() const { return seen_; }

 private:
  std::size_t head_limit_;
  std::size_t tail_limit_;
  std::uint64_t seen_ = 0;
  std::string head_;
  std::string tail_;  // up to twice its limit, cut when it would grow further
};

}  // namespace regreen
