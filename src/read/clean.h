#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// One line of a log as a person would have seen it, and what its bytes said beside that.
struct Line {
  std::size_t number = 0;
  std::string text;   ///< valid UTF-8 without escapes, control characters, timestamp and job columns; bounded
  std::string stamp;  ///< the timestamp at its front, "" without one
  std::string job;    ///< columns of `gh run view --log`
  std::string step;
  bool has_columns = false;
  bool is_cyan = false;             ///< all of it bold cyan, as GitHub echoes commands
  std::vector<std::string> erased;  ///< marks of CI systems that a carriage return wrote over, in order
};

/// Cleans one line at a time, whose bytes come in pieces. Memory is bounded and time linear, whatever the length.
///
///     for each piece of a line: cleaner.add(piece);
///     at its end: cleaner.finish(line);
class Cleaner {
 public:
  void add(std::string_view piece);

  /// Fills all of `line` but its number, and starts anew.
  void finish(Line& line);

  /// The columns "job⇥step⇥" of the last line that had them and a timestamp behind them.
  const std::string& columns() const { return columns_; }

 private:
  enum class Escape { none, began, control, text, text_ending, charset };

  void put(std::string_view plain);
  void put_special(unsigned char byte);
  bool follow_escape(unsigned char byte);
  void end_control(unsigned char byte);
  void write_over();
  void take_prefix();
  std::size_t take_columns();

  std::string shown_;    // since the last carriage return
  std::string control_;  // parameters of the control sequence we are in
  Escape escape_ = Escape::none;
  bool returned_ = false;      // the last visible thing was a carriage return
  bool prefix_taken_ = false;  // a prefix stands before the first carriage return only
  std::size_t cyan_at_ = std::string::npos;
  bool cyan_ended_ = false;
  std::string columns_;  // "job⇥step⇥" of the last line that had a timestamp behind it
  Line line_;
};

/// How long two columns and their tabs are at the front of a text, as `gh run view --log` prints them; 0 where it has fewer.
std::size_t columns_length(std::string_view text);

/// How long the timestamp at the front of a text is, with what belongs to it; 0 where there is none.
std::size_t stamp_length(std::string_view text);

/// The same with a byte order mark before it.
std::size_t prefix_length(std::string_view text);

/// Does a text begin as a prefix does? Settles nearly all lines.
inline bool may_have_prefix(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[text.size() > 1 && text.front() == '[' ? 1 : 0]);
  return (first >= '0' && first <= '9') || first >= 0x80;
}

/// How long numbers are at the front of a text, each with one of the given bytes behind it: "3.456 " for ". ". 0 where one
/// is missing.
std::size_t numbers_length(std::string_view text, std::string_view behind);

/// How long BuildKit's number and time are at the front of what a build step prints: "#12 3.456 ". 0 where there are none.
std::size_t build_step_length(std::string_view text);

}  // namespace regreen
