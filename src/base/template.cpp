#include "base/template.h"

#include "base/among.h"
#include "base/character.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// The line is copied up to the next byte at which something variable may begin or, for a digit, have begun: a digit, '/',
// '\' or a blank. There the longest known form is replaced. One pass, linear: no form looks back further than its word,
// nor forward further than what it replaces.

constexpr std::size_t hex_least = 7;        // git's short form of a commit
constexpr std::size_t id_alternations = 4;  // "x7f2k": letters and digits that alternate this often are no name

constexpr auto is_stop = [] {
  std::array<bool, 256> stops{};
  for (const char c : {' ', '\t', '/', '\\'}) stops[static_cast<unsigned char>(c)] = true;
  for (char c = '0'; c <= '9'; ++c) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}();

constexpr auto units = std::to_array<std::string_view>(
    {"ns",  "us",   "µs",     "ms",      "msec", "msecs", "s",   "sec",  "secs",  "second", "seconds", "m",
     "min", "mins", "minute", "minutes", "h",    "hr",    "hrs", "hour", "hours", "days",   "millis",  "milliseconds"});

// Reads forms in a line. Each function answers where a form that begins at an offset ends; the offset itself where none
// does.
class Forms {
 public:
  explicit Forms(std::string_view line) : line_(line) {}

  bool at_digit(std::size_t at) const { return at < line_.size() && is_digit(line_[at]); }
  bool at_char(std::size_t at, char c) const { return at < line_.size() && line_[at] == c; }
  bool in_word(std::size_t at) const {
    return at < line_.size() && (is(line_[at], word) || static_cast<unsigned char>(line_[at]) >= 0x80);
  }

  template <class Is>
  std::size_t run(std::size_t at, Is is_it) const {
    while (at < line_.size() && is_it(line_[at])) ++at;
    return at;
  }

  std::size_t digits(std::size_t at, std::size_t least, std::size_t most) const {
    const std::size_t end = run(at, is_digit);
    return end - at >= least && end - at <= most ? end : at;
  }

  // 12, 3.14, 1,048,576, 1.2.3
  std::size_t number(std::size_t at) const {
    std::size_t end = run(at, is_digit);
    while (end > at && (at_char(end, '.') || at_char(end, ',')) && at_digit(end + 1)) end = run(end + 1, is_digit);
    return end;
  }

  // 09:41:07, 0:00:05.123
  std::size_t clock(std::size_t at) const {
    const std::size_t hours = digits(at, 1, 2);
    if (hours == at || !at_char(hours, ':')) return at;
    const std::size_t minutes = digits(hours + 1, 2, 2);
    if (minutes == hours + 1 || !at_char(minutes, ':')) return at;
    const std::size_t seconds = digits(minutes + 1, 2, 2);
    return seconds == minutes + 1 ? at : fraction(seconds);
  }

  // 2026-01-31T09:41, 2026/01/31 09:41:07.123Z, 2026-01-31T09:41:07+01:00
  std::size_t moment(std::size_t at) const {
    const std::size_t year = digits(at, 4, 4);
    if (year == at || !(at_char(year, '-') || at_char(year, '/'))) return at;
    const std::size_t month = digits(year + 1, 2, 2);
    if (month == year + 1 || !at_char(month, line_[year])) return at;
    const std::size_t day = digits(month + 1, 2, 2);
    if (day == month + 1 || !(at_char(day, 'T') || at_char(day, ' '))) return at;
    std::size_t end = clock(day + 1);
    if (end == day + 1) {
      const std::size_t hours = digits(day + 1, 2, 2);
      if (hours == day + 1 || !at_char(hours, ':')) return at;
      end = digits(hours + 1, 2, 2);
      if (end == hours + 1) return at;
    }
    return zone(end);
  }

  // 300 ms, 0.2s, 1m23s, 2 h 5 min
  std::size_t duration(std::size_t at) const {
    std::size_t end = at;
    for (std::size_t next = at; at_digit(next);) {
      const std::size_t amount = number(next);
      const std::size_t unit = at_char(amount, ' ') ? amount + 1 : amount;
      const std::size_t behind = run(unit, [](char c) { return is_letter(c) || c == '\xC2' || c == '\xB5'; });
      if (!is_among(line_.substr(unit, behind - unit), units)) break;
      next = behind;
      if (at_digit(next)) continue;
      if (in_word(behind)) break;
      end = behind;
      if (at_char(next, ' ')) ++next;
    }
    return end;
  }

  // 123e4567-e89b-12d3-a456-426614174000
  std::size_t uuid(std::size_t at) const {
    constexpr auto lengths = std::to_array<std::size_t>({8, 4, 4, 4, 12});
    std::size_t end = at;
    for (const std::size_t length : lengths) {
      if (end > at && !at_char(end++, '-')) return at;
      const std::size_t part = run(end, [](char c) { return is(c, hex); });
      if (part - end != length) return at;
      end = part;
    }
    return in_word(end) ? at : end;
  }

  // The folder of a path that begins with one of these, with the one below it, or all below it up to the last part.
  std::size_t home(std::size_t at, char slash, std::string_view root) const {
    if (!line_.substr(at).starts_with(root)) return at;
    const std::size_t end = run(at + root.size(), [&](char c) { return is_in_path(c) && c != slash; });
    return end > at + root.size() && at_char(end, slash) ? end : at;
  }
  std::size_t temporary(std::size_t at, char slash, std::string_view root) const {
    if (!line_.substr(at).starts_with(root)) return at;
    const std::size_t end = run(at + root.size(), is_in_path);
    if (end == at + root.size()) return at;
    const std::size_t last = line_.substr(0, end).rfind(slash);
    return last > at + root.size() ? last : end;
  }

 private:
  static bool is_in_path(char c) {
    return !is_blank(c) && std::string_view(":'\"),]").find(c) == std::string_view::npos;
  }

  std::size_t fraction(std::size_t at) const {
    return (at_char(at, '.') || at_char(at, ',')) && at_digit(at + 1) ? run(at + 1, is_digit) : at;
  }

  std::size_t zone(std::size_t at) const {
    if (at_char(at, 'Z')) return at + 1;
    if (!at_char(at, '+') && !at_char(at, '-')) return at;
    const std::size_t hours = digits(at + 1, 2, 4);
    if (hours == at + 1) return at;
    return at_char(hours, ':') && at_digit(hours + 1) ? run(hours + 1, is_digit) : hours;
  }

  std::string_view line_;
};

class Writer {
 public:
  Writer(std::string_view line, std::string& out) : line_(line), forms_(line), out_(out), start_(out.size()) {}

  void write() {
    while (at_ < line_.size()) {
      const std::size_t plain = at_;
      while (at_ < line_.size() && !is_stop[static_cast<unsigned char>(line_[at_])]) ++at_;
      out_.append(line_, plain, at_ - plain);
      if (at_ == line_.size()) break;
      const char c = line_[at_];
      if (is_blank(c)) {
        blank();
      } else if (is_digit(c)) {
        word_with_digit(plain);
      } else {
        slash(c);
      }
    }
    if (out_.size() > start_ && out_.back() == ' ') out_.pop_back();
  }

 private:
  void blank() {
    at_ = forms_.run(at_, is_blank);
    if (out_.size() > start_) out_ += ' ';
  }

  void replace(std::size_t end, std::string_view by) {
    out_ += by;
    at_ = end;
  }

  void slash(char c) {
    const bool is_root = at_ == 0 || !(is(line_[at_ - 1], word) || line_[at_ - 1] == '.');
    if (c == '/' && is_root) {
      for (const std::string_view root : {"/tmp/", "/var/tmp/", "/private/var/folders/", "/var/folders/"}) {
        if (const std::size_t end = forms_.temporary(at_, c, root); end > at_) return replace(end, "<tmp>");
      }
      for (const std::string_view root : {"/home/", "/Users/"}) {
        if (const std::size_t end = forms_.home(at_, c, root); end > at_) return replace(end, "~");
      }
    } else if (c == '\\') {
      if (const std::size_t end = forms_.temporary(at_, c, "\\Temp\\"); end > at_) return replace(end, "<tmp>");
      if (const std::size_t end = forms_.home(at_, c, "\\Users\\"); end > at_) return replace(end, "~");
    }
    out_ += c;
    ++at_;
  }

  // A digit was met in a word whose first letters, from `plain` on or later, are written already.
  void word_with_digit(std::size_t plain) {
    std::size_t begin = at_;
    while (begin > plain && is(line_[begin - 1], word)) --begin;
    out_.resize(out_.size() - (at_ - begin));
    at_ = begin;
    if (const std::size_t end = forms_.uuid(at_); end > at_) return replace(end, "<uuid>");
    if (is_digit(line_[at_])) {
      if (const std::size_t end = forms_.moment(at_); end > at_) return replace(end, "<time>");
      if (const std::size_t end = forms_.clock(at_); end > at_) return replace(end, "<time>");
      if (const std::size_t end = forms_.duration(at_); end > at_) return replace(end, "<duration>");
    }
    plain_word(forms_.run(at_, [](char c) { return is(c, regreen::word); }));
  }

  void plain_word(std::size_t end) {
    const std::string_view text = line_.substr(at_, end - at_);
    const auto is_hex = [](char c) { return is(c, hex); };
    if (text.size() > 2 && text.starts_with("0x") && std::ranges::all_of(text.substr(2), is_hex)) {
      return replace(end, "<hex>");
    }
    if (std::ranges::all_of(text, is_digit)) return number();
    if (text.size() >= hex_least && std::ranges::all_of(text, is_hex)) return replace(end, "<hex>");
    if (alternations(text) >= id_alternations) return replace(end, "<id>");
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!is_digit(text[i])) {
        out_ += text[i];
      } else if (i == 0 || !is_digit(text[i - 1])) {
        out_ += 'N';
      }
    }
    at_ = end;
  }

  void number() {
    const std::size_t end = forms_.number(at_);
    replace(end, line_.substr(at_, end - at_) == "0" && stands_alone(at_) ? "0" : "N");
  }

  // Not part of "1.0" behind a letter, of "0:05", nor of "5:0".
  bool stands_alone(std::size_t at) const {
    const char before = at > 1 ? line_[at - 1] : ' ';
    if (before == '.' && is(line_[at - 2], word)) return false;
    if (before == ':' && is_digit(line_[at - 2])) return false;
    return !(forms_.at_char(at + 1, ':') && forms_.at_digit(at + 2));
  }

  static std::size_t alternations(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
      const bool both_count = text[i] != '_' && text[i - 1] != '_';
      if (both_count && is_digit(text[i]) != is_digit(text[i - 1])) ++count;
    }
    return count;
  }

  std::string_view line_;
  Forms forms_;
  std::string& out_;
  std::size_t start_;
  std::size_t at_ = 0;
};

}  // namespace

void append_template(std::string_view line, std::string& out) { Writer(line, out).write(); }

std::string template_of(std::string_view line) {
  std::string text;
  append_template(line, text);
  return text;
}

}  // namespace regreen
