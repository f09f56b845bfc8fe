#pragma once

#include "read/learnt_prefix.h"
#include "read/prefix.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {

/// One line of a log as a person would have seen it, and what its bytes said beside that.
struct Line {
  std::size_t number = 0;
  std::string text;   ///< valid UTF-8 without escapes, control characters, and what stands before it; bounded
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
  /// What is known of the text's own prefixes before its first line, if anything is.
  explicit Cleaner(LearntPrefixes learnt = {}) : learnt_(std::move(learnt)) {}

  void add(std::string_view piece);

  /// Fills all of `line` but its number, and starts anew.
  void finish(Line& line);

  /// The columns "job⇥step⇥" of the last line that had them and a timestamp behind them.
  const std::string& columns() const { return columns_; }

  /// What it knows of the text's own prefixes: to be asked of lines that do not go through it.
  LearntPrefixes& learnt() { return learnt_; }

 private:
  enum class Escape { none, began, control, text, text_ending, charset };

  void put(std::string_view plain);
  void put_special(unsigned char byte);
  bool follow_escape(unsigned char byte);
  void end_control(std::string_view parameters, char byte);
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
  LearntPrefixes learnt_;
  Line line_;
};

/// How long the control sequence at the front of a text is ("\e[1;31m", "\e[0K"); 0 where there is another one, or none.
std::size_t control_length(std::string_view text);

/// What the first bytes of a text tell of its prefixes.
LearntPrefixes prefixes_in(std::string_view head);

}  // namespace regreen
