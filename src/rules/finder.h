#pragma once

#include "rules/branches.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace regreen {

/// Lines of valid UTF-8, one under the other, each between newlines ("\nfirst\nsecond\n"), less than 4 GB together.
struct LinesText {
  std::string_view text;
  std::span<const std::uint32_t> begins;  ///< where each line begins in the text

  /// Without its newline.
  std::string_view line(std::size_t index) const {
    const std::size_t end = index + 1 < begins.size() ? begins[index + 1] : text.size();
    return text.substr(begins[index], end - 1 - begins[index]);
  }
};

/// A pattern may match on a line, or is known to.
struct Sighting {
  std::uint32_t line = 0;  ///< its index
  std::uint32_t pattern = 0;
  bool is_sure = false;

  friend auto operator<=>(const Sighting&, const Sighting&) = default;
};

/// How patterns are matched; what they match is the same.
enum class Matching {
  by_needles,  ///< the quick way
  plain,       ///< the way that judges it
};

inline constexpr std::size_t matched_bytes_max = 64 * 1024;  ///< of a line; the rest of it is not looked at

/// Finds the lines on which one of many patterns may match, in one pass over them whatever the number of patterns.
/// Immutable, safe to use from many threads.
class Finder {
 public:
  virtual ~Finder() = default;

  /// The candidates of lines, ascending, each once: a sighting wherever a pattern matches, and some where none does.
  virtual void find(const LinesText& lines, std::vector<Sighting>& found) const = 0;
};

/// By needles: the quick one. What it finds on a line it finds on each that differs from it in nothing but digits. The
/// branches must outlive it; their numbers are those of the patterns.
std::unique_ptr<Finder> make_needle_finder(const Branches& branches);

/// With RE2 and the automaton of Aho and Corasick: slower, to judge the other.
std::unique_ptr<Finder> make_plain_finder(const std::vector<std::string_view>& patterns);

}  // namespace regreen
