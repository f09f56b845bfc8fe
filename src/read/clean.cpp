#include "read/clean.h"

#include "base/character.h"
#include "base/run.h"
#include "base/text.h"
#include "rules/rule_set.h"

#include <algorithm>
#include <array>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// What a terminal would show in the end, from the bytes that were sent to it.
//
// Bytes come in pieces. Ordinary ones are appended to `shown_`; an escape sequence is followed, byte by byte, and
// dropped; a carriage return that text follows starts the line anew, since that text writes over what was there (so do
// progress bars). What was written over is lost, except the marks with which CI systems structure their logs: those are
// meant to be unseen, and end in "\r\e[0K". Once `shown_` is full, the rest of the line is read but not kept.

namespace regreen {
namespace {

constexpr std::size_t prefix_bytes_max = 1024;  // job and step names may have 255 characters each
constexpr std::size_t shown_bytes_max = RuleSet::line_limit + prefix_bytes_max;
constexpr std::size_t control_bytes_max = 32;  // colours need less
constexpr std::size_t erased_max = 16;         // Travis writes up to three marks into a line
constexpr std::size_t mark_bytes_max = 300;

constexpr unsigned char escape = 0x1B, bell = 0x07, del = 0x7F;

bool is_mark(std::string_view text) {
  constexpr std::array marks = {"travis_fold:", "travis_time:", "section_start:", "section_end:"};
  if (text.empty() || (text.front() != 't' && text.front() != 's')) return false;
  return std::ranges::any_of(marks, [&](std::string_view mark) { return text.starts_with(mark); });
}

// Does the text have the form? In it, '0' stands for a digit, everything else for itself.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() < form.size()) return false;
  std::size_t i = 0;
#if defined(__SSE2__)
  for (const __m128i zero = _mm_set1_epi8('0'); i + 16 <= form.size(); i += 16) {
    const __m128i want = _mm_loadu_si128(reinterpret_cast<const __m128i*>(form.data() + i));
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    const __m128i value = _mm_sub_epi8(bytes, zero);  // of a digit 0 to 9, of all else more, as a number without a sign
    const __m128i digit = _mm_cmpeq_epi8(_mm_min_epu8(value, _mm_set1_epi8(9)), value);
    const __m128i fits = _mm_or_si128(_mm_cmpeq_epi8(bytes, want), _mm_and_si128(digit, _mm_cmpeq_epi8(want, zero)));
    if (_mm_movemask_epi8(fits) != 0xFFFF) return false;
  }
#endif
  for (; i < form.size(); ++i) {
    if (form[i] == '0' ? !is_digit(text[i]) : form[i] != text[i]) return false;
  }
  return true;
}

std::size_t digits(std::string_view text) {
  return std::min(text.size(), static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin()));
}

// "2025-05-01T08:38:12.7690321Z", with any fraction and zone.
std::size_t moment_length(std::string_view text) {
  constexpr std::string_view form = "0000-00-00T00:00:00";
  if (!has_form(text, form)) return 0;
  std::size_t at = form.size();
  if (at < text.size() && text[at] == '.') at += 1 + digits(text.substr(at + 1));
  const std::string_view zone = text.substr(at);
  if (zone.starts_with('Z')) return at + 1;
  return has_form(zone, "+00:00") || has_form(zone, "-00:00") ? at + 6 : 0;
}

// GitLab puts "00O " behind its timestamps: a stream's number and kind, and '+' where a line goes on.
std::size_t gitlab_stream_length(std::string_view text) {
  const auto is_hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
  const bool is_stream = text.size() >= 4 && is_hex(text[0]) && is_hex(text[1]) && (text[2] == 'O' || text[2] == 'E') &&
                         (text[3] == ' ' || text[3] == '+');
  return is_stream ? 4 : 0;
}

// A byte order mark, or what a wrong decoding made of one.
std::size_t mark_length(std::string_view text) {
  constexpr std::size_t longest = 12;
  std::size_t length = 0;
  while (length < text.size() && length < longest && static_cast<unsigned char>(text[length]) >= 0x80) ++length;
  return length;
}

}  // namespace

std::size_t columns_length(std::string_view text) {
  const std::string_view front = text.substr(0, prefix_bytes_max);
  const std::size_t first = front.find('\t');
  const std::size_t second = first == std::string_view::npos ? first : front.find('\t', first + 1);
  return second == std::string_view::npos ? 0 : second + 1;
}

std::size_t stamp_length(std::string_view text) {
  const bool bracket = text.starts_with('[');
  std::size_t length = moment_length(text.substr(bracket ? 1 : 0));
  if (length == 0) return 0;
  if (bracket && !text.substr(++length).starts_with(']')) return 0;
  if (bracket) ++length;
  if (length == text.size()) return length;
  if (text[length] != ' ') return 0;
  ++length;
  return length + gitlab_stream_length(text.substr(length));
}

std::size_t prefix_length(std::string_view text) {
  if (!may_have_prefix(text)) return 0;
  const std::size_t mark = mark_length(text), stamp = stamp_length(text.substr(mark));
  return stamp == 0 ? 0 : mark + stamp;
}

std::size_t numbers_length(std::string_view text, std::string_view behind) {
  std::size_t at = 0;
  for (const char byte : behind) {
    const std::size_t number = digits(text.substr(at));
    at += number;
    if (number == 0 || at >= text.size() || text[at++] != byte) return 0;
  }
  return at;
}

std::size_t build_step_length(std::string_view text) {
  if (!text.starts_with('#')) return 0;
  const std::size_t length = numbers_length(text.substr(1), " . ");
  return length == 0 ? 0 : length + 1;
}

void Cleaner::add(std::string_view piece) {
  while (!piece.empty()) {
    if (escape_ != Escape::none && follow_escape(static_cast<unsigned char>(piece.front()))) {
      piece.remove_prefix(1);
      continue;
    }
    const std::size_t plain = run_of<NoControl>(piece);
    put(piece.substr(0, plain));
    piece.remove_prefix(plain);
    if (piece.empty()) return;
    put_special(static_cast<unsigned char>(piece.front()));
    piece.remove_prefix(1);
  }
}

void Cleaner::put(std::string_view plain) {
  if (plain.empty()) return;
  if (returned_) write_over();
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
      end_control(byte);
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

void Cleaner::end_control(unsigned char byte) {
  if (byte != 'm') return;
  if (control_ == "36;1") {
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
  const std::size_t mark = mark_length(text);
  if (const std::size_t length = stamp_length(text.substr(mark)); length > 0) {
    line_.stamp = trim(text.substr(mark, length));
    taken += mark + length;
  }
  taken += build_step_length(std::string_view(shown_).substr(taken));
  if (cyan_at_ != std::string::npos) cyan_at_ = cyan_at_ == taken ? 0 : std::string::npos;
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

}  // namespace regreen
