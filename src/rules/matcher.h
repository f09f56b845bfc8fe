#pragma once

#include "rules/finder.h"
#include "rules/lazy_pattern.h"
#include "rules/load.h"
#include "rules/seen_lines.h"

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace regreen {

/// The patterns of rules and of noise, matched together: on a line that noise matches no rule counts. Immutable, safe to
/// use from many threads.
class Matcher {
 public:
  /// The content must outlive this; RE2 must have accepted its patterns, and it must be prepared.
  Matcher(const RuleFileContent& content, Matching matching);

  /// Where patterns match, or may. Lines like those of earlier calls cost next to nothing.
  void find(const LinesText& lines, std::vector<Sighting>& found) const;

  /// The same for one line, anew.
  std::vector<Sighting> find(std::string_view line) const;

  /// Visits the rows of the rules whose sightings are matches on a line, ascending; none where it is noise.
  template <class Visit>
  void settle(std::string_view line, std::span<const Sighting> sightings, Visit visit) const {
    if (any_noise(line, sightings)) return;
    std::optional<std::uint32_t> last;
    for (const auto& one : sightings) {
      const std::uint32_t row = tried_[one.pattern].row;
      if (last != row && !is_noise(one) && is_match(line, one)) visit(*(last = row));
    }
  }

  /// Is one of them a match of noise?
  bool any_noise(std::string_view line, std::span<const Sighting> sightings) const;

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

  // A pattern that is tried: a branch, or the plain way, a whole one.
  struct Tried {
    std::uint32_t row = 0;
    bool is_of_noise = false, tells_digits = true;
  };

  bool is_noise(const Sighting& sighting) const { return tried_[sighting.pattern].is_of_noise; }
  bool is_sure_noise(const Sighting& sighting) const {
    return is_noise(sighting) && !tried_[sighting.pattern].tells_digits;
  }
  void look(const LinesText& lines, std::vector<Sighting>& found) const;
  bool is_match(std::string_view line, const Sighting& sighting) const;
  bool stays(std::string_view line, Sighting& sighting) const;

  std::vector<Tried> tried_;
  std::unique_ptr<LazyPattern[]> patterns_;
  Matching matching_;
  std::unique_ptr<Finder> finder_;
  mutable Memories memories_;
};

}  // namespace regreen
