#pragma once

#include "rules/finder.h"
#include "rules/lazy_pattern.h"
#include "rules/seen_lines.h"

#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

namespace regreen {

/// Many patterns, each with its number, matched together. From a number on they are of noise: on a line that one of those
/// matches no pattern counts. Immutable, safe to use from many threads.
class Matcher {
 public:
  /// The patterns must outlive this; RE2 must have accepted them.
  Matcher(const std::vector<SearchedPattern>& patterns, std::uint32_t first_noise, Matching matching);

  /// Where patterns match, or may. Lines like those of earlier calls cost next to nothing.
  void find(const LinesText& lines, std::vector<Sighting>& found) const;

  /// The same for one line, anew.
  std::vector<Sighting> find(std::string_view line) const;

  /// Which of its sightings are matches on a line; none where it is noise.
  std::vector<std::uint32_t> settle(std::string_view line, std::span<const Sighting> sightings) const;

  /// Is one of them a match of noise?
  bool any_noise(std::string_view line, std::span<const Sighting> sightings) const;

  const RE2& pattern(std::uint32_t number) const { return patterns_[number].get(); }

 private:
  // What threads remember of lines: each borrows one for as long as it looks.
  class Memories {
   public:
    std::unique_ptr<SeenLines> take();
    void give_back(std::unique_ptr<SeenLines> memory);

   private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<SeenLines>> idle_;
  };

  void look(const LinesText& lines, std::vector<Sighting>& found) const;
  bool is_match(std::string_view line, const Sighting& sighting) const;
  bool stays(std::string_view line, Sighting& sighting) const;

  std::unique_ptr<LazyPattern[]> patterns_;
  std::vector<bool> tells_digits_;
  std::uint32_t first_noise_;
  Matching matching_;
  std::unique_ptr<Finder> finder_;
  mutable Memories memories_;
};

}  // namespace regreen
