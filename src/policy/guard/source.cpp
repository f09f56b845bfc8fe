// One pass that knows enough of each language to tell comments and strings from code.
#include "policy/guard/source.h"

#include "base/character.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// How a language writes comments and strings.
struct Speech {
  unsigned languages;
  std::string_view line = "";  // two ways to begin a comment that ends with its line
  std::string_view other = "";
  std::string_view open = "", close = "";
  std::string_view quotes = "";  // one-line strings
  bool triple = false;           // """ and '''
  bool ticks = false;            // `…` over many lines
  bool patterns = false;         // /…/
  bool at_word_start = false;    // a comment's sign counts at the start of a line or behind a blank only
};

// clang-format off
constexpr auto speeches = std::to_array<Speech>({
    {.languages = python, .line = "#", .quotes = "\"'", .triple = true},
    {.languages = javascript, .line = "//", .open = "/*", .close = "*/", .quotes = "\"'", .ticks = true, .patterns = true},
    {.languages = go, .line = "//", .open = "/*", .close = "*/", .quotes = "\"'", .ticks = true},
    {.languages = rust | c, .line = "//", .open = "/*", .close = "*/", .quotes = "\"'"},
    {.languages = java | kotlin | csharp, .line = "//", .open = "/*", .close = "*/", .quotes = "\"'", .triple = true},
    {.languages = php, .line = "//", .other = "#", .open = "/*", .close = "*/", .quotes = "\"'"},
    {.languages = ruby, .line = "#", .open = "\n=begin", .close = "\n=end", .quotes = "\"'`", .patterns = true},
    {.languages = shell, .line = "#", .quotes = "\"'", .at_word_start = true},
    {.languages = yaml | make | docker, .line = "#", .at_word_start = true},
    {.languages = toml, .line = "#", .quotes = "\"'", .triple = true},
    {.languages = ini, .line = "#", .other = ";", .at_word_start = true},
    {.languages = json, .line = "//", .open = "/*", .close = "*/", .quotes = "\""},
    {.languages = xml, .open = "<!--", .close = "-->"},
    {.languages = cmake, .line = "#", .open = "#[[", .close = "]]", .quotes = "\""},
});
// clang-format on

class Scanner {
 public:
  Scanner(std::string_view text, Language language, const Speech& speech)
      : text_(text), language_(language), speech_(speech) {
    source_.text = source_.code = source_.kept = text;
    source_.comments = blank(text);
  }

  CodeText scan() {
    while (at_ < text_.size()) step();
    if (language_ == c) drop_disabled();
    return std::move(source_);
  }

 private:
  static std::string blank(std::string_view text) {
    std::string result(text);
    for (char& byte : result) {
      if (byte != '\n') byte = ' ';
    }
    return result;
  }

  bool here(std::string_view what) const { return !what.empty() && text_.substr(at_).starts_with(what); }
  char before() const { return at_ == 0 ? '\n' : text_[at_ - 1]; }

  bool begins_comment(std::string_view sign) const {
    if (!here(sign)) return false;
    if (language_ == php && sign == "#" && here("#[")) return false;
    if (language_ == cmake && here("#[[")) return false;
    if (!speech_.at_word_start) return true;
    if (language_ == ini && sign == ";") return before() == '\n';
    return before() == '\n' || before() == ' ' || before() == '\t' || (language_ == shell && before() == ';');
  }

  void step() {
    if (here(speech_.open)) return comment(text_.find(speech_.close, at_ + speech_.open.size()), speech_.close.size());
    if (begins_comment(speech_.line) || begins_comment(speech_.other)) return comment(text_.find('\n', at_), 0);
    const char byte = text_[at_];
    if (language_ == rust && byte == 'r' && raw_rust()) return;
    if (language_ == c && here("R\"") && raw_c()) return;
    if (speech_.ticks && byte == '`') return literal(1, "`", Lines::many);
    if (speech_.patterns && byte == '/' && pattern_may_begin()) return pattern();
    if (speech_.quotes.find(byte) == std::string_view::npos) {
      ++at_;
      return;
    }
    if (byte == '\'' && !begins_character()) {
      if (language_ == rust) source_.code[at_] = ' ';  // of a lifetime
      ++at_;
      return;
    }
    const std::string three(3, byte);
    if (speech_.triple && here(three)) return literal(3, three, Lines::many);
    const bool many = language_ == shell || language_ == php || language_ == ruby || language_ == rust;
    literal(1, text_.substr(at_, 1), many ? Lines::many : Lines::one);
  }

  // 'a is a lifetime in Rust, 1'000 a number in C++.
  bool begins_character() const {
    if (language_ == c) return !is(before(), alnum);
    if (language_ != rust) return true;
    const auto rest = text_.substr(at_);
    return rest.size() > 2 && (rest[1] == '\\' || rest[2] == '\'');
  }

  bool pattern_may_begin() const {
    auto last = at_;
    while (last > 0 && (text_[last - 1] == ' ' || text_[last - 1] == '\t')) --last;
    return last == 0 || std::string_view("(,=:[!&|?{};\n").find(text_[last - 1]) != std::string_view::npos;
  }

  // A pattern is a string as well; the code shows it between `.
  void pattern() {
    const auto open = at_;
    literal(1, "/", Lines::one);
    if (text_[at_ - 1] != '/' || at_ - open < 3) return;
    source_.code[open] = source_.code[at_ - 1] = '`';
  }

  bool raw_rust() {
    auto open = at_ + 1;
    while (open < text_.size() && text_[open] == '#') ++open;
    if (open >= text_.size() || text_[open] != '"' || is(before(), word)) return false;
    const auto signs = open - at_ - 1;
    at_ = open;
    literal(1, '"' + std::string(signs, '#'), Lines::raw);
    return true;
  }

  bool raw_c() {
    const auto open = text_.find('(', at_);
    if (open == std::string_view::npos || open - at_ > 18) return false;
    const std::string end = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    literal(open - at_ + 1, end, Lines::raw);
    return true;
  }

  void comment(std::size_t end, std::size_t closing_length) {
    end = end == std::string_view::npos ? text_.size() : end + closing_length;
    for (; at_ < end; ++at_) {
      if (text_[at_] == '\n') continue;
      source_.comments[at_] = text_[at_];
      source_.code[at_] = source_.kept[at_] = ' ';
    }
  }

  enum class Lines { one, many, raw };

  void literal(std::size_t opening, std::string_view end, Lines lines) {
    const std::string close(end);
    const auto open = at_;
    at_ += opening;
    const bool plain_quote =
        lines == Lines::raw || (language_ == shell && close == "'") || (language_ == go && close == "`");
    while (at_ < text_.size() && !here(close)) {
      if (lines == Lines::one && text_[at_] == '\n') {
        source_.code[open] = ' ';  // it was no quote
        return;
      }
      const std::size_t length = text_[at_] == '\\' && !plain_quote ? 2 : 1;
      for (std::size_t i = 0; i < length && at_ < text_.size(); ++i, ++at_) {
        if (text_[at_] != '\n') source_.code[at_] = ' ';
      }
    }
    at_ = std::min(at_ + close.size(), text_.size());
  }

  // What `#if 0` keeps from the compiler is a comment.
  void drop_disabled() {
    std::size_t depth = 0;
    for (std::size_t line = 0; line < text_.size();) {
      const auto end = std::min(source_.code.find('\n', line), text_.size());
      const auto words = trim(std::string_view(source_.code).substr(line, end - line));
      if (depth > 0 || words == "#if 0") {
        if (words.starts_with("#if")) ++depth;
        if (words.starts_with("#endif") || (depth == 1 && words.starts_with("#else"))) --depth;
        for (auto i = line; i < end; ++i) {
          source_.comments[i] = text_[i];
          source_.code[i] = source_.kept[i] = ' ';
        }
      }
      line = end + 1;
    }
  }

  std::string_view text_;
  Language language_;
  const Speech& speech_;
  CodeText source_;
  std::size_t at_ = 0;
};

// 1_000 is 1000, 0xAB is 0xab, 1.50 is 1.5; type suffixes go.
std::string number(std::string_view spelled) {
  std::string result;
  for (const char digit : lower(spelled)) {
    if (digit != '_' && digit != '\'') result += digit;
  }
  if (result.starts_with("0x")) return result;
  while (!result.empty() && std::string_view("ulfdn").find(result.back()) != std::string_view::npos) result.pop_back();
  if (contains(result, ".") && !contains(result, "e")) {
    while (result.ends_with('0')) result.pop_back();
    if (result.ends_with('.')) result.pop_back();
  }
  return result;
}

// clang-format off
constexpr auto marks = std::to_array<std::string_view>(
    {"===", "!==", "==", "!=", "<=", ">=", "=>", "->", "::", "&&", "||", "<<", ">>", ":=", "?.", "++", "--"});
// clang-format on

}  // namespace

CodeText read_source(std::string_view text, Language language) {
  if (language == document) {
    const std::string nothing(text.size(), ' ');
    return {std::string(text), nothing, nothing, std::string(text)};
  }
  const auto speech =
      std::ranges::find_if(speeches, [&](const Speech& one) { return (one.languages & language) != 0; });
  if (speech == speeches.end()) return {std::string(text), std::string(text), std::string(text), std::string(text)};
  return Scanner(text, language, *speech).scan();
}

std::vector<Token> tokens_of(const CodeText& source, std::size_t begin, std::size_t end) {
  std::vector<Token> tokens;
  const std::string_view code = source.code;
  end = std::min(end, code.size());
  for (auto i = begin; i < end;) {
    const char byte = code[i];
    if (is(byte, word)) {
      const bool digits = byte >= '0' && byte <= '9';
      auto last = i + 1;
      while (last < end && (is(code[last], word) || (digits && (code[last] == '.' || code[last] == '\'') &&
                                                     last + 1 < end && code[last + 1] >= '0' && code[last + 1] <= '9')))
        ++last;
      const auto spelled = code.substr(i, last - i);
      if (last < end && (code[last] == '"' || code[last] == '\'') && spelled.size() < 3 && !digits) {
        i = last;  // a prefix: f"", rb'', L""
        continue;
      }
      tokens.push_back({digits ? TokenKind::number : TokenKind::word, digits ? number(spelled) : std::string(spelled)});
      i = last;
    } else if (byte == '"' || byte == '\'' || byte == '`') {
      auto first = i;
      while (first < end && code[first] == byte && first - i < 3) ++first;
      const std::size_t quotes = first - i == 3 ? 3 : 1;
      if (first - i == 2) {
        tokens.push_back({TokenKind::string, ""});
        i = first;
        continue;
      }
      auto close = i + quotes;
      while (close < end && code[close] != byte) ++close;
      tokens.push_back({TokenKind::string, std::string(source.kept.substr(i + quotes, close - i - quotes))});
      i = std::min(close + quotes, end);
    } else if (byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\\') {
      ++i;
    } else {
      const auto rest = code.substr(i, end - i);
      const auto known = std::ranges::find_if(marks, [&](std::string_view mark) { return rest.starts_with(mark); });
      tokens.push_back({TokenKind::mark, std::string(known == marks.end() ? rest.substr(0, 1) : *known)});
      i += tokens.back().text.size();
    }
  }
  return tokens;
}

std::size_t closing(std::string_view code, std::size_t open) {
  std::size_t depth = 0;
  for (auto i = open; i < code.size(); ++i) {
    if (code[i] == '(' || code[i] == '[' || code[i] == '{') ++depth;
    if ((code[i] == ')' || code[i] == ']' || code[i] == '}') && --depth == 0) return i;
  }
  return code.size();
}

std::size_t line_start(std::string_view text, std::size_t offset) {
  const auto found = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return found == std::string_view::npos ? 0 : found + 1;
}

std::size_t line_end(std::string_view text, std::size_t offset) {
  return std::min(text.find('\n', offset), text.size());
}

std::size_t indent_at(std::string_view text, std::size_t line) {
  std::size_t blanks = 0;
  while (line + blanks < text.size() && (text[line + blanks] == ' ' || text[line + blanks] == '\t')) ++blanks;
  return blanks;
}

}  // namespace regreen
