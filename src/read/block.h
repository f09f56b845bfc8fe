#pragma once

#include "base/growing_text.h"
#include "read/clean.h"
#include "read/pull.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Many lines of a text at once: clean, one under the other. Good until the next block is read.
class Block {
 public:
  std::size_t first() const { return first_; }  ///< the first line's number
  std::size_t size() const { return begins_.size(); }

  /// "\nfirst\nsecond\n": valid UTF-8, each line as Line::text.
  std::string_view text() const { return text_.text(); }
  std::string_view line(std::size_t index) const { return text().substr(begin(index), end(index) - begin(index)); }

  /// Where a line begins and ends in text().
  std::size_t begin(std::size_t index) const { return begins_[index]; }
  std::size_t end(std::size_t index) const {
    return (index + 1 < begins_.size() ? begins_[index + 1] : text_.size()) - 1;
  }
  std::span<const std::uint32_t> begins() const { return begins_; }

  /// A line with all that its bytes said.
  Line whole(std::size_t index) const;

  /// Makes the bytes that it was read from its own: without this they must stay as they are while it is used.
  void keep_bytes();

  /// The indices of lines that may be marks of a CI system, ascending.
  const std::vector<std::uint32_t>& marks() const { return marks_; }

 private:
  friend class Blocks;
  // A line whose bytes said more than its text.
  struct Odd {
    std::uint32_t index;
    std::uint32_t raw, bytes;  // of raw_; or, where bytes is `is_whole`, an index into whole_
    std::uint32_t learnt = 0;  // how much at the text's front is a learnt prefix
  };
  static constexpr std::uint32_t is_whole = UINT32_MAX;

  void start(std::size_t first, std::string_view raw);
  void add(std::string_view text, std::size_t behind, bool is_mark);  // see GrowingText
  void add(Line line);
  void note_odd(std::string_view raw, std::size_t learnt);  // the line that is added next
  std::uint32_t next_index() const { return static_cast<std::uint32_t>(begins_.size()); }

  std::size_t first_ = 1;
  std::string_view raw_;
  std::string own_raw_;
  GrowingText text_;
  std::vector<std::uint32_t> begins_;  // in text_
  std::vector<Odd> odd_;               // by their indices, ascending
  std::vector<Line> whole_;
  std::vector<std::uint32_t> marks_;
};

/// The blocks of a text, one after the other. A line ends at '\n' only; a last one without it counts. Lines are what
/// LineReader makes of the same bytes: plain ones are only looked over and copied, the oddest go through a Cleaner.
class Blocks {
 public:
  explicit Blocks(const Peeked& text) : bytes_(text.all), cleaner_(prefixes_in(text.head)) {}

  /// Fills `block` with the next lines, one at least; false at the end.
  Result<bool> next(Block& block);

  std::size_t count() const { return count_; }

 private:
  void read_chunk(std::string_view chunk, Block& block);
  std::size_t take_plain(std::string_view rest, Block& block);
  bool take(std::string_view raw, Block& block);
  // What the bytes of a line show, and what is known of it.
  struct Shown {
    std::string_view text;
    std::size_t behind = 0;  // how many bytes behind it may be read
    bool is_plain = false;   // printable ASCII, and tabs
    bool may_have_tab = true;
  };
  static std::optional<Shown> show(std::string_view raw, std::string& shown);
  bool put(const Shown& shown, std::string_view raw, Block& block);
  void finish_line(Block& block);

  Pull bytes_;
  Cleaner cleaner_;
  bool amid_line_ = false;  // the last chunk ended within a line, whose first part the cleaner has
  std::string shown_;       // of a line with colours
  std::size_t count_ = 0;
};

}  // namespace regreen
