#include "read/clean.h"

#include "base/run.h"
#include "base/text.h"
#include "rules/rule_set.h"

#include <algorithm>
#include <array>

// What a terminal would show in the end, from the bytes that were sent to it.
//
// Bytes come in pieces. Ordinary ones are appended to `shown_`; an escape sequence is followed, byte by byte, and
// dropped; a carriage return that text follows starts the line anew, since that text writes over what was there (so do
// progress bars). What was written over is lost, except the marks with which CI systems structure their logs: those are
// meant to be unseen, and end in "\r\e[0K". Once `shown_` is full, the rest of the line is read but not kept.

namespace regreen {
namespace {

constexpr std::size_t shown_bytes_max = RuleSet::line_limit + prefix_bytes_max;
constexpr std::size_t control_bytes_max = 32;  // colours need less
constexpr std::size_t erased_max = 16;         // Travis writes up to three marks into a line
constexpr std::size_t mark_bytes_max = 300;
constexpr std::size_t head_bytes_max = 1500;  // a score of lines: enough to learn a prefix from

constexpr unsigned char escape = 0x1B, bell = 0x07, del = 0x7F;

constexpr auto marks =
    std::to_array<std::string_view>({"travis_fold:", "travis_time:", "section_start:", "section_end:"});

bool is_mark(std::string_view text) {
  if (text.empty() || (text.front() != 't' && text.front() != 's')) return false;
  return std::ranges::any_of(marks, [&](std::string_view mark) { return text.starts_with(mark); });
}

// How much of a text that begins a line anew is written over again before anything but plain text and carriage returns
// comes: all states of a progress bar but the last one. 0 where a mark is among them. The first of them is `plain` long.
std::size_t lost_length(std::string_view text, std::size_t plain) {
  if (plain == text.size() || text[plain] != '\r') return 0;
  const std::string_view states = text.substr(0, run_of<NoControlButReturn>(text));
  const std::size_t end = states.find_last_not_of('\r');
  const std::size_t last = states.rfind('\r', end);
  if (last == std::string_view::npos || is_mark(text)) return 0;
  const std::string_view lost = states.substr(0, last);
  for (std::size_t at = plain; at < lost.size(); at = lost.find('\r', at + 1)) {
    if (is_mark(lost.substr(at + 1))) return 0;
  }
  return last + 1;
}

}  // namespace

std::size_t control_length(std::string_view text) {
  if (!text.starts_with("\x1B[")) return 0;
  std::size_t at = 2;
  while (at < text.size() && text[at] >= 0x20 && text[at] < 0x40) ++at;
  return at < text.size() && text[at] >= 0x40 && static_cast<unsigned char>(text[at]) < del ? at + 1 : 0;
}

void Cleaner::add(std::string_view piece) {
  while (!piece.empty()) {
    if (escape_ != Escape::none && follow_escape(static_cast<unsigned char>(piece.front()))) {
      piece.remove_prefix(1);
      continue;
    }
    const std::size_t plain = run_of<NoControl>(piece);
    if (plain > 0 && returned_) {
      write_over();
      if (const std::size_t lost = lost_length(piece, plain); lost > 0) {
        piece.remove_prefix(lost);
        continue;
      }
    }
    if (plain > 0) put(piece.substr(0, plain));
    piece.remove_prefix(plain);
    if (piece.empty()) return;
    if (const std::size_t control = control_length(piece); control > 0) {  // nearly all there are: at once
      end_control(piece.substr(2, control - 3), piece[control - 1]);
      piece.remove_prefix(control);
      continue;
    }
    put_special(static_cast<unsigned char>(piece.front()));
    piece.remove_prefix(1);
  }
}

void Cleaner::put(std::string_view plain) {
  if (cyan_ended_ && cyan_at_ != std::string::npos) cyan_at_ = std::string::npos;  // more follows in another colour
  shown_ += plain.substr(0, shown_bytes_max - std::min(shown_bytes_max, shown_.size()));
}

void Cleaner::put_special(unsigned char byte) {
  if (byte == '\r') returned_ = true;
  if (byte == escape) escape_ = Escape::began;
}

// Was the byte part of the escape sequence we are in?
bool Cleaner::follow_escape(unsigned char byte) {
  switch (escape_) {
    case Escape::none: return false;
    case Escape::began:
      control_.clear();
      escape_ = byte == '['                                                                     ? Escape::control
                : contains("]P_^X", std::string_view(reinterpret_cast<const char*>(&byte), 1))  ? Escape::text
                : contains("()*+#%", std::string_view(reinterpret_cast<const char*>(&byte), 1)) ? Escape::charset
                                                                                                : Escape::none;
      return byte >= 0x20 && byte != del;
    case Escape::control:
      if (byte >= 0x20 && byte < 0x40) {
        if (control_.size() < control_bytes_max) control_ += static_cast<char>(byte);
        return true;
      }
      escape_ = Escape::none;
      if (byte < 0x40 || byte >= del) return false;
      end_control(control_, static_cast<char>(byte));
      return true;
    case Escape::text:  // a window title or a link, up to a bell or "\e\\"
      if (byte == bell) escape_ = Escape::none;
      if (byte == escape) escape_ = Escape::text_ending;
      return true;
    case Escape::text_ending: escape_ = byte == '\\' ? Escape::none : Escape::text; return true;
    case Escape::charset: escape_ = Escape::none; return byte >= 0x20;
  }
  return false;
}

void Cleaner::end_control(std::string_view parameters, char byte) {
  if (byte != 'm') return;
  if (parameters == "36;1") {
    if (cyan_at_ == std::string::npos) cyan_at_ = shown_.size();
    cyan_ended_ = false;
  } else {
    cyan_ended_ = true;
  }
}

void Cleaner::write_over() {
  returned_ = false;
  take_prefix();
  if (is_mark(shown_) && line_.erased.size() < erased_max) {
    shown_.resize(std::min(shown_.size(), mark_bytes_max));
    line_.erased.push_back(printable(shown_));
  }
  shown_.clear();
  cyan_at_ = std::string::npos;
}

// The columns of `gh run view --log`; how much of the text they are. A line behind them has a timestamp, unless it goes
// on with what an earlier one began.
std::size_t Cleaner::take_columns() {
  const std::size_t length = columns_length(shown_);
  if (length == 0) return 0;
  const std::string_view columns = std::string_view(shown_).substr(0, length);
  if (prefix_length(std::string_view(shown_).substr(length)) > 0) {
    columns_ = columns;
  } else if (columns != columns_) {
    return 0;
  }
  const std::size_t job = columns.find('\t');
  line_.has_columns = true;
  line_.job = printable(columns.substr(0, job));
  line_.step = printable(columns.substr(job + 1, length - job - 2));
  return length;
}

// Moves columns and timestamp from the front of what is shown to where they belong.
void Cleaner::take_prefix() {
  if (std::exchange(prefix_taken_, true)) return;
  std::size_t taken = take_columns();
  const std::string_view text = std::string_view(shown_).substr(taken);
  if (const std::size_t length = prefix_length(text); length > 0) {
    line_.stamp = trim(text.substr(mark_length(text), length - mark_length(text)));
    taken += length;
  }
  taken += build_step_length(std::string_view(shown_).substr(taken));
  if (cyan_at_ != std::string::npos) cyan_at_ = cyan_at_ == taken ? 0 : std::string::npos;
  taken += learnt_.length(std::string_view(shown_).substr(taken));
  shown_.erase(0, taken);
}

void Cleaner::finish(Line& line) {
  take_prefix();
  line_.text = printable(shown_);
  line_.is_cyan = cyan_at_ == 0 && !shown_.empty();
  line_.number = line.number;
  std::swap(line, line_);
  line_ = {};
  shown_.clear();
  escape_ = Escape::none;
  returned_ = prefix_taken_ = cyan_ended_ = false;
  cyan_at_ = std::string::npos;
}

LearntPrefixes prefixes_in(std::string_view head) {
  head = head.substr(0, head_bytes_max);
  Cleaner cleaner;
  Line line;
  for (std::size_t end; (end = head.find('\n')) != std::string_view::npos; head.remove_prefix(end + 1)) {
    cleaner.add(head.substr(0, end));
    cleaner.finish(line);
  }
  return cleaner.learnt().before_first_line();
}

}  // namespace regreen
