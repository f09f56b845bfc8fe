#pragma once

#include "read/trail.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Lines one behind the other in one text: however many, they cost two allocations.
class PackedLines {
 public:
  void add(std::size_t number, std::string_view text) {
    text_ += text;
    lines_.push_back({number, text_.size()});
  }

  void clear() {
    text_.clear();
    lines_.clear();
  }

  void reserve(std::size_t lines, std::size_t bytes) {
    lines_.reserve(lines);
    text_.reserve(bytes);
  }

  std::size_t size() const { return lines_.size(); }

  /// Good until a line is added.
  Trail::Entry operator[](std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : lines_[index - 1].end;
    return {lines_[index].number, std::string_view(text_).substr(begin, lines_[index].end - begin)};
  }

 private:
  struct Line {
    std::size_t number, end;  // the end of its text
  };
  std::string text_;
  std::vector<Line> lines_;
};

}  // namespace regreen
