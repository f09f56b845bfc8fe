#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace regreen {

/// Where a pattern may match: the offset behind the last byte of the find, on the line of the match or just behind its
/// newline.
struct Sighting {
  std::uint32_t end = 0;
  std::uint32_t pattern = 0;
};

/// Finds the lines on which one of many patterns may match, in one pass over them whatever the number of patterns.
/// Immutable, safe to use from many threads.
class Finder {
 public:
  virtual ~Finder() = default;

  /// Appends the candidates of a block of lines of valid UTF-8, each between newlines ("\nfirst\nsecond\n"), less than
  /// 4 GB together. Each match of a pattern on a line has a candidate there, sooner or later in the block's order of
  /// ends; not every candidate is a match, and some come twice.
  virtual void find(std::string_view block, std::vector<Sighting>& found) const = 0;
};

/// Keeps what was compiled between runs, by key. What is absent or damaged is made anew.
class DatabaseShelf {
 public:
  virtual ~DatabaseShelf() = default;

  /// Empty where there is none; valid until the next call.
  virtual std::string_view find(const std::string& key) = 0;
  virtual void keep(const std::string& key, std::string_view bytes) = 0;
};

/// The finder of Hyperscan. Patterns are compiled for any processor of this architecture, so that a database can be
/// shipped; the library still uses what this one has. An error where the library refuses a pattern, or does not tell the
/// truth: Vectorscan 5.4.9, which can be installed in its place, misses matches. `shelf` may be null.
Result<std::unique_ptr<Finder>> make_hyperscan_finder(const std::vector<std::string_view>& patterns,
                                                      DatabaseShelf* shelf);

/// The same with RE2 and our own search for words: slower, for where that library is not to be had, and to judge it.
std::unique_ptr<Finder> make_word_finder(const std::vector<std::string_view>& patterns);

}  // namespace regreen
