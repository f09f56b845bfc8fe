#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace regreen {

/// A text that only grows, and is begun anew again and again in the same memory: appending costs a copy and a comparison.
class GrowingText {
 public:
  GrowingText() = default;
  GrowingText(GrowingText&& other) noexcept
      : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, 0)), room_(std::exchange(other.room_, 0)) {}
  GrowingText& operator=(GrowingText&& other) noexcept {
    bytes_ = std::move(other.bytes_);
    size_ = std::exchange(other.size_, 0);
    room_ = std::exchange(other.room_, 0);
    return *this;
  }

  std::string_view text() const { return {bytes_.get(), size_}; }
  std::size_t size() const { return size_; }

  /// Begins anew; what comes until the next time is about as long as this.
  void restart(std::size_t expected) {
    size_ = 0;
    if (room_ < expected + step) grow(expected + step);
  }

  /// Behind `more`, so many bytes may be read as well.
  void add(std::string_view more, std::size_t behind, char end) {
    const std::size_t whole_steps = (more.size() + step - 1) / step * step;
    if (room_ - size_ <= whole_steps) grow(std::max(room_ * 2, size_ + whole_steps + 1));
    char* const to = bytes_.get() + size_;
    if (whole_steps <= more.size() + behind) {
      for (std::size_t at = 0; at < more.size(); at += step) std::memcpy(to + at, more.data() + at, step);
    } else if (!more.empty()) {
      std::memcpy(to, more.data(), more.size());
    }
    to[more.size()] = end;
    size_ += more.size() + 1;
  }

 private:
  // Whole steps are copied, also of what is not long: most lines are as long as one or two, and no way is quicker.
  static constexpr std::size_t step = 64;

  void grow(std::size_t room) {
    auto larger = std::make_unique_for_overwrite<char[]>(room);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    room_ = room;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0, room_ = 0;
};

}  // namespace regreen
