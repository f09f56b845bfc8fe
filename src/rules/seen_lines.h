#pragma once

#include "base/hash.h"
#include "rules/finder.h"

#include <functional>
#include <string>
#include <vector>

namespace regreen {

/// What patterns said of lines that were seen before. Lines that differ in nothing but digits, each in its place, are of
/// one kind, and builds print the same kinds over and over: only new ones are looked at. Not for several threads.
class SeenLines {
 public:
  /// Finds the sightings of lines, in order; what it says of one line must hold for its whole kind.
  using Look = std::function<void(const LinesText& lines, std::vector<Sighting>& found)>;

  SeenLines();

  /// The same as `look` finds, which is asked about lines of new kinds only. Adds to `found`, in order.
  void find(const LinesText& lines, const Look& look, std::vector<Sighting>& found);

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t bytes = 0;  // of the line; none is empty
    std::uint32_t answer = 0;
  };
  struct Answer {
    std::uint32_t first = 0, count = 0;  // of sightings_
  };
  struct Asked {
    std::uint32_t line, answer;
  };

  // One at hand, and where its kind may be known: nowhere that of a long one.
  struct Line {
    std::uint64_t hash = 0;
    std::uint32_t bytes = 0;
    std::uint32_t slot = 0;
  };

  void forget();
  void grow();
  void look_up(const LinesText& lines);
  void fold(std::string_view text);
  Line line_at(std::string_view line, std::size_t begin) const;
  std::uint32_t answer_for(const Line& line, const LinesText& lines, std::size_t index);
  std::uint32_t ask(std::string_view line, std::uint32_t slot);
  void learn(const Look& look);

  KeyedHash hash_;
  std::vector<Entry> entries_;  // by hash; a newer kind takes the place of an older one
  std::size_t taken_ = 0;       // of them
  std::vector<Answer> answers_;
  std::vector<Sighting> sightings_;

  // Of the lines at hand.
  std::string folded_;
  std::vector<Line> lines_;
  std::vector<Asked> asked_;
  std::string new_text_;
  std::vector<std::uint32_t> new_begins_;
  std::vector<std::uint32_t> new_slots_;
  std::vector<Sighting> new_found_;
  std::vector<Answer> new_answers_;
};

}  // namespace regreen
