#include "mend/text/code_text.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t tab_width = 8;
constexpr std::size_t nesting_max = 16;   // of templates in templates
constexpr std::size_t head_max = 10'000;  // bytes

/// Walks over a text and blanks what is no code. One function per kind of thing that begins at `at`.
class Blanker {
 public:
  Blanker(std::string_view text, Speech speech) : text_(text), code_(text), speech_(speech) {}

  std::string blanked() && {
    while (at_ < text_.size()) {
      if (!comment() && !raw_string() && !string() && !character()) ++at_;
    }
    return std::move(code_);
  }

 private:
  bool starts(std::string_view mark) const { return text_.substr(at_).starts_with(mark); }

  // Blanks up to `end`, line ends apart.
  void blank_to(std::size_t end) {
    end = std::min(end, text_.size());
    for (; at_ < end; ++at_) {
      if (code_[at_] != '\n' && code_[at_] != '\r') code_[at_] = ' ';
    }
  }

  std::size_t behind(std::string_view mark, std::size_t from) const {
    const auto found = text_.find(mark, from);
    return found == std::string_view::npos ? text_.size() : found + mark.size();
  }

  bool comment() {
    if (starts("//")) {
      const auto end = text_.find('\n', at_);
      blank_to(end);
      return true;
    }
    if (!starts("/*")) return false;
    std::size_t end = behind("*/", at_ + 2);
    if (speech_ == Speech::rust) end = end_of_nested_comment();
    blank_to(end);
    return true;
  }

  std::size_t end_of_nested_comment() const {
    std::size_t depth = 1, at = at_ + 2;
    while (at < text_.size() && depth > 0) {
      const auto pair = text_.substr(at, 2);
      if (pair == "/*") ++depth;
      if (pair == "*/") --depth;
      at += pair == "/*" || pair == "*/" ? 2 : 1;
    }
    return at;
  }

  bool after_word() const { return at_ > 0 && is_word_byte(text_[at_ - 1]); }

  bool raw_string() {
    if ((speech_ == Speech::go || speech_ == Speech::javascript) && starts("`")) {
      if (speech_ == Speech::go) return blank_inside(1, behind("`", at_ + 1), 1);
      return template_string();
    }
    if (speech_ == Speech::java && starts("\"\"\"")) return blank_inside(3, behind("\"\"\"", at_ + 3), 3);
    if (speech_ == Speech::c && starts("R\"") &&
        !(at_ > 0 && is_word_byte(text_[at_ - 1]) && text_[at_ - 1] != '8' && text_[at_ - 1] != 'u' &&
          text_[at_ - 1] != 'U' && text_[at_ - 1] != 'L')) {
      const auto open = text_.find('(', at_);
      if (open == std::string_view::npos || open - at_ > 18) return false;
      const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
      return blank_inside(2, behind(close, open), 1);
    }
    if (speech_ == Speech::rust && !after_word() && (starts("r\"") || starts("r#"))) {
      std::size_t at = at_ + 1;
      while (at < text_.size() && text_[at] == '#') ++at;
      if (at >= text_.size() || text_[at] != '"') return false;
      const std::string close = "\"" + std::string(at - at_ - 1, '#');
      return blank_inside(at - at_ + 1, behind(close, at + 1), close.size());
    }
    return false;
  }

  // What stands in ${…} is code.
  bool template_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '`';) {
      if (starts("${") && nesting_ < nesting_max)
        interpolation();
      else
        blank_to(at_ + (text_[at_] == '\\' ? 2 : 1));
    }
    at_ = std::min(at_ + 1, text_.size());
    return true;
  }

  void interpolation() {
    ++nesting_;
    at_ += 2;
    for (int depth = 1; depth > 0 && at_ < text_.size();) {
      if (comment() || raw_string() || string() || character()) continue;
      if (text_[at_] == '{') ++depth;
      if (text_[at_] == '}') --depth;
      ++at_;
    }
    --nesting_;
  }

  // Keeps `head` and `tail` bytes of what ends at `end`.
  bool blank_inside(std::size_t head, std::size_t end, std::size_t tail) {
    at_ = std::min(at_ + head, text_.size());
    end = std::min(end, text_.size());
    if (end >= tail && end - tail > at_) blank_to(end - tail);
    at_ = std::max(at_, end);
    return true;
  }

  bool quoted(char quote) {
    std::size_t at = at_ + 1;
    while (at < text_.size() && text_[at] != quote && (text_[at] != '\n' || speech_ == Speech::rust)) {
      at += text_[at] == '\\' ? 2 : 1;
    }
    return blank_inside(1, at + 1, 1);
  }

  bool string() { return starts("\"") && quoted('"'); }

  bool character() {
    if (!starts("'")) return false;
    if (speech_ == Speech::c && at_ > 0 && text_[at_ - 1] >= '0' && text_[at_ - 1] <= '9') return false;  // 1'000
    if (speech_ == Speech::rust && !starts("'\\")) {
      // A character has its quote behind one character (of up to four bytes); else it is a lifetime.
      const auto close = text_.find('\'', at_ + 1);
      const auto length = close == std::string_view::npos ? 0 : close - at_ - 1;
      const bool one =
          length == 1 || (length > 1 && length <= 4 && (static_cast<unsigned char>(text_[at_ + 1]) & 0x80) != 0);
      if (!one) return false;
    }
    return quoted('\'');
  }

  std::string_view text_;
  std::string code_;
  Speech speech_;
  std::size_t at_ = 0, nesting_ = 0;
};

}  // namespace

std::string code_only(std::string_view text, Speech speech) { return Blanker(text, speech).blanked(); }

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::set<std::string> words_of(std::string_view code) {
  std::set<std::string> words;
  for (auto at = code.begin(); at != code.end();) {
    const auto begin = std::find_if(at, code.end(), is_word_byte);
    at = std::find_if_not(begin, code.end(), is_word_byte);
    if (begin != at) words.emplace(begin, at);
  }
  return words;
}

std::string_view word_at(std::string_view code, std::size_t at) {
  auto end = std::min(at, code.size());
  while (end < code.size() && is_word_byte(code[end])) ++end;
  return code.substr(std::min(at, code.size()), end - std::min(at, code.size()));
}

std::string_view word_before(std::string_view code, std::size_t end) {
  end = std::min(end, code.size());
  auto begin = end;
  while (begin > 0 && is_word_byte(code[begin - 1])) --begin;
  return code.substr(begin, end - begin);
}

bool is_identifier(std::string_view text) {
  return !text.empty() && text.size() <= 200 && !is_digit(text[0]) && std::ranges::all_of(text, is_word_byte);
}

std::vector<std::size_t> words_in(std::string_view code, std::string_view word) {
  std::vector<std::size_t> places;
  if (word.empty()) return places;
  for (auto at = code.find(word); at != std::string_view::npos; at = code.find(word, at + word.size())) {
    const auto end = at + word.size();
    const bool alone = (at == 0 || !is_word_byte(code[at - 1])) && (end == code.size() || !is_word_byte(code[end]));
    if (alone) places.push_back(at);
  }
  return places;
}

std::optional<std::size_t> offset_of(std::string_view text, std::size_t line, std::size_t column,
                                     std::string_view word) {
  const Lines lines(text);
  if (!lines.has(line) || column == 0) return std::nullopt;
  const auto content = lines.line(line);
  std::size_t shown = 1, by_screen = content.size();
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (shown >= column) {
      by_screen = i;
      break;
    }
    shown = content[i] == '\t' ? (shown - 1) / tab_width * tab_width + tab_width + 1
                               : shown + ((static_cast<unsigned char>(content[i]) & 0xC0) == 0x80 ? 0 : 1);
  }
  const std::size_t by_bytes = std::min(column - 1, content.size());
  const bool has_tab = content.find('\t') != std::string_view::npos;
  if (word.empty()) {
    // With tabs both counts are in use; that of the screen is only possible where it stays in the line.
    return lines.begin(line) + (has_tab && by_screen < content.size() && column > 8 ? by_screen : by_bytes);
  }
  for (const auto at : {by_bytes, by_screen}) {
    const auto ends = at + word.size();
    if (content.substr(at).starts_with(word) && (ends >= content.size() || !is_word_byte(content[ends]))) {
      return lines.begin(line) + at;
    }
  }
  return std::nullopt;
}

std::size_t end_of_code_before(std::string_view code, std::size_t offset) {
  offset = std::min(offset, code.size());
  while (offset > 0 && (code[offset - 1] == ' ' || code[offset - 1] == '\t' || code[offset - 1] == '\n' ||
                        code[offset - 1] == '\r')) {
    --offset;
  }
  return offset;
}

std::string_view head_before(std::string_view code, std::size_t at) {
  code = code.substr(0, at);
  code.remove_prefix(code.size() - std::min(code.size(), head_max));
  return code.substr(code.find_last_of(";{}") + 1);  // npos + 1 is the front
}

std::string_view line_before(std::string_view code, std::size_t at) {
  code = code.substr(0, at);
  code.remove_prefix(code.size() - std::min(code.size(), line_head_max));
  return code.substr(code.rfind('\n') + 1);  // npos + 1 is the front
}

std::vector<std::string_view> items_of(std::string_view list, Speech speech) {
  const std::string_view opening = speech == Speech::go ? "([{" : "([{<",
                         closing = speech == Speech::go ? ")]}" : ")]}>";
  std::vector<std::string_view> items;
  int depth = 0;
  for (std::size_t at = 0, begin = 0; at <= list.size(); ++at) {
    const bool is_end = at == list.size();
    const bool is_arrow = !is_end && list[at] == '>' && at > 0 && (list[at - 1] == '-' || list[at - 1] == '=');
    if (!is_end && contains(opening, list.substr(at, 1))) ++depth;
    if (!is_end && contains(closing, list.substr(at, 1)) && !is_arrow) --depth;
    if (!is_end && (list[at] != ',' || depth != 0)) continue;
    if (const auto item = trim(list.substr(begin, at - begin)); !item.empty()) items.push_back(item);
    begin = at + 1;
  }
  return items;
}

std::size_t bracket_around(std::string_view code, std::size_t at) {
  std::size_t depth = 0;
  while (at-- > 0) {
    if (std::string_view(")]}").find(code[at]) != std::string_view::npos) ++depth;
    if (std::string_view("([{").find(code[at]) != std::string_view::npos && depth-- == 0) return at;
  }
  return std::string_view::npos;
}

std::size_t closing_bracket(std::string_view code, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') {
      if (--depth == 0) return at;
    }
  }
  return std::string_view::npos;
}

std::size_t closing_angle(std::string_view code, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < code.size(); ++at) {
    if (code[at] == '<') ++depth;
    if (code[at] == '>' && at > 0 && code[at - 1] != '-' && --depth == 0) return at;
  }
  return std::string_view::npos;
}

}  // namespace regreen
