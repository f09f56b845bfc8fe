#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace regreen {

/// The lines of a text that were read last, by their count from 1. Of those before, only some are still there.
class Trail {
 public:
  static constexpr std::size_t reach = 64;  ///< so many lines, the last one included, are there in any case

  struct Entry {
    std::size_t number;     ///< the line's, in its file
    std::string_view text;  ///< valid until the next line is read
  };

  virtual ~Trail() = default;
  virtual std::size_t count() const = 0;

  /// `index` lies in (count - reach, count].
  virtual Entry at(std::size_t index) const = 0;
};

/// The trail of lines that come one by one.
class ListedTrail final : public Trail {
 public:
  void add(std::size_t number, std::string_view text) {
    lines_.push_back({number, std::string(text)});
    if (lines_.size() > reach) lines_.pop_front();
    ++count_;
  }

  std::size_t count() const override { return count_; }
  Entry at(std::size_t index) const override {
    const Kept& line = lines_[lines_.size() - 1 - (count_ - index)];
    return {line.number, line.text};
  }

 private:
  struct Kept {
    std::size_t number;
    std::string text;
  };
  std::deque<Kept> lines_;
  std::size_t count_ = 0;
};

}  // namespace regreen
