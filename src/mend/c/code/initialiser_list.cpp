#include "mend/c/code/initialiser_list.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";

std::size_t next_code(std::string_view code, std::size_t at) { return code.find_first_not_of(blanks, at); }

bool is_at(std::string_view code, std::size_t at, char c) { return at < code.size() && code[at] == c; }

// The '<' of `Base<T>` whose '>' stands before `end`.
std::size_t opening_angle(std::string_view code, std::size_t end) {
  for (int depth = 0; end-- > 0;) {
    if (code[end] == '>') ++depth;
    if (code[end] == '<' && --depth == 0) return end;
    if (contains(";{}", code.substr(end, 1))) break;
  }
  return npos;
}

// Where `ns::Base<T>` begins that ends before `end`.
std::size_t begin_of_name(std::string_view code, std::size_t end) {
  while (true) {
    end = end_of_code_before(code, end);
    if (end > 0 && code[end - 1] == '>') end = std::min(end, opening_angle(code, end));
    const auto word = word_before(code, end);
    if (word.empty()) return npos;
    end -= word.size();
    if (end < 2 || code.substr(end - 2, 2) != "::") return end;
    end -= 2;
    if (end == 0 || (!is_word_byte(code[end - 1]) && code[end - 1] != '>')) return end;
  }
}

// The initialiser that stands before a comma; npos where none does.
std::size_t begin_of_item(std::string_view code, std::size_t comma) {
  auto end = end_of_code_before(code, comma);
  if (end >= 3 && code.substr(end - 3, 3) == "...") end = end_of_code_before(code, end - 3);
  if (end == 0 || (code[end - 1] != ')' && code[end - 1] != '}')) return npos;
  const auto open = bracket_around(code, end - 1);
  return open == npos ? npos : begin_of_name(code, open);
}

// The ':' of the list that has an item at `at`.
std::size_t colon_before(std::string_view code, std::size_t at) {
  while (at != npos) {
    const auto end = end_of_code_before(code, at);
    if (end == 0) return npos;
    if (code[end - 1] == ':') return end >= 2 && code[end - 2] == ':' ? npos : end - 1;
    if (code[end - 1] != ',') return npos;
    at = begin_of_item(code, end - 1);
  }
  return npos;
}

// The ':' behind the parameters of the constructor whose name stands at `at`; behind them may stand noexcept(…).
std::size_t colon_behind(std::string_view code, std::size_t at) {
  const auto open = code.find_first_of("(;{}", at);
  if (!is_at(code, open, '(')) return npos;
  for (auto next = closing_bracket(code, open); next != npos;) {
    next = code.find_first_of("(;{}:", next + 1);
    if (!is_at(code, next, '(')) return is_at(code, next, ':') && !is_at(code, next + 1, ':') ? next : npos;
    next = closing_bracket(code, next);
  }
  return npos;
}

// The end of the text's comment that begins at `at`; npos where none does.
std::size_t end_of_comment(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "//") {
    const auto end = text.find_first_of("\r\n", at);
    return end == npos ? text.size() : end;
  }
  const auto end = text.substr(at, 2) == "/*" ? text.find("*/", at + 2) : npos;
  return end == npos ? npos : end + 2;
}

/// What stands between two initialisers, or behind the last.
struct Gap {
  std::size_t comment_begin = 0, comment_end = 0;  // of the one before
  bool ends_line = false;
  std::size_t next = 0;  // where the one behind begins, with its comments
};

// The comment that ends a line, with the blanks before it.
bool comment_on_line(std::string_view text, std::size_t from, std::size_t to, Gap& gap) {
  const auto at = text.find_first_not_of(" \t", from);
  const auto end = at < to ? end_of_comment(text, at) : npos;
  if (end == npos || contains(text.substr(at, end - at), "\n")) return false;
  const auto behind = text.find_first_not_of(" \t", end);
  const bool is_last = behind == npos || text[behind] == '\n' || text[behind] == '\r' || behind == to;
  if (!is_last || end > to) return false;
  gap.comment_begin = from;
  gap.comment_end = end;
  return true;
}

bool ends_line(std::string_view text, std::size_t at) {
  const auto next = text.find_first_not_of(" \t", at);
  return next == npos || text[next] == '\r' || text[next] == '\n';
}

// Nothing where a comment stands between that may belong to either.
std::optional<Gap> gap_behind(std::string_view text, std::size_t end, std::optional<std::size_t> comma,
                              std::size_t to) {
  Gap gap{end, end, false, to};
  const auto first = comma.value_or(to);
  const bool has_own = comment_on_line(text, end, first, gap);
  if (comma && !has_own && !trim(text.substr(end, first - end)).empty()) return std::nullopt;
  if (!comma) {
    gap.ends_line = ends_line(text, gap.comment_end);
    return gap;
  }
  if (has_own && !trim(text.substr(gap.comment_end, first - gap.comment_end)).empty()) return std::nullopt;
  const bool is_behind_comma = !has_own && !contains(text.substr(end, first - end), "\n");
  if (is_behind_comma) {
    gap.comment_begin = gap.comment_end = first + 1;
    comment_on_line(text, first + 1, to, gap);
  }
  gap.ends_line = ends_line(text, gap.comment_end);
  if (!gap.ends_line) gap.comment_begin = gap.comment_end = end;
  const auto rest = text.find_first_not_of(blanks, std::max(gap.comment_end, first + 1));
  gap.next = std::min(rest, to);
  return gap;
}

// The comment as it can stand before something else on its line.
std::string closed_comment(std::string_view comment) {
  const auto at = comment.find("//");
  if (at == npos || comment.find("/*") < at || contains(comment, "*/")) return std::string(comment);
  return " /*" + std::string(comment.substr(at + 2)) + " */";
}

// The name, brackets and comma of the initialiser that begins at `begin`; nothing where none does.
std::optional<Initialiser> initialiser(std::string_view code, std::size_t begin) {
  Initialiser one;
  one.begin = begin;
  one.name_at = next_code(code, begin);
  const auto open = code.find_first_of("({;", one.name_at);
  const auto close = open == npos || code[open] == ';' ? npos : closing_bracket(code, open);
  if (close == npos || begin_of_name(code, open) != one.name_at) return std::nullopt;
  auto name_end = end_of_code_before(code, open);
  if (code[name_end - 1] == '>') name_end = end_of_code_before(code, opening_angle(code, name_end));
  one.name = word_before(code, name_end);
  one.end = close + 1;
  auto next = next_code(code, one.end);
  if (next != npos && code.substr(next, 3) == "...") {
    one.end = next + 3;
    next = next_code(code, one.end);
  }
  if (is_at(code, next, ',')) one.comma = next;
  return one.comma || is_at(code, next, '{') ? std::optional(one) : std::nullopt;
}

std::vector<Initialiser> initialisers_behind(std::string_view text, std::string_view code, std::size_t colon) {
  std::vector<Initialiser> all;
  for (auto begin = text.find_first_not_of(blanks, colon + 1); begin != npos;) {
    auto one = initialiser(code, begin);
    if (!one) return {};
    const auto to = next_code(code, one->comma ? *one->comma + 1 : one->end);
    const auto gap = to == npos ? std::nullopt : gap_behind(text, one->end, one->comma, to);
    if (!gap) return {};
    one->comment_begin = gap->comment_begin;
    one->comment_end = gap->comment_end;
    one->ends_line = gap->ends_line;
    begin = one->comma ? gap->next : npos;
    all.push_back(std::move(*one));
  }
  if (all.empty()) return {};
  for (const auto line : split(code.substr(colon, all.back().end - colon), '\n')) {
    if (trim(line).starts_with('#')) return {};
  }
  return all;
}

}  // namespace

std::vector<Initialiser> initialisers_at(std::string_view text, std::string_view code, std::size_t at) {
  for (const auto colon : {colon_before(code, at), colon_behind(code, at)}) {
    auto all = colon == npos ? std::vector<Initialiser>() : initialisers_behind(text, code, colon);
    if (!all.empty()) return all;
  }
  return {};
}

std::vector<Edit> in_order(std::string_view text, const std::vector<Initialiser>& all,
                           const std::vector<std::size_t>& order) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (order[i] == i) continue;
    const auto &slot = all[i], &moved = all[order[i]];
    auto words = std::string(text.substr(moved.begin, moved.end - moved.begin));
    auto comment = std::string(text.substr(moved.comment_begin, moved.comment_end - moved.comment_begin));
    if (!slot.ends_line) comment = closed_comment(comment);
    if (!slot.ends_line && contains(comment, "//")) return {};
    if (slot.comment_begin == slot.end) {
      edits.push_back({slot.begin, slot.comment_end - slot.begin, words + comment});
      continue;
    }
    edits.push_back({slot.begin, slot.end - slot.begin, words});
    edits.push_back({slot.comment_begin, slot.comment_end - slot.comment_begin, comment});
  }
  return edits;
}

}  // namespace regreen
