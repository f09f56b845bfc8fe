#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace regreen {

/// A line that may say why something failed.
struct TellingLine {
  std::size_t index = 0;  ///< into the lines as given
  float weight = 0;       ///< 0–1: how likely it is part of an explanation, looked at from outside
};

/// Chooses the lines of a text by which a classifier judges it, in reading order. What speaks for a line: words of
/// failure in it or just above it, the marks that tools put before a message, and a place near the end. At most
/// `telling_lines_max`, whatever the length of the text.
std::vector<TellingLine> telling_lines(std::span<const std::string_view> lines);

inline constexpr std::size_t telling_lines_max = 80;

}  // namespace regreen
