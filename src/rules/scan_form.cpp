#include "rules/scan_form.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

// Rewritings that only widen what a pattern accepts:
//  * `^` and `$` outside of classes become `\n`: in the scanned text a newline stands where they match.
//  * Of a sequence without alternatives at its top, what stands before the first run of plain letters is dropped, and
//    so is a repetition at its end: `(?P<file>\S+):(?P<line>\d+): error: (?P<detail>.+)$` is found by `: error: .`.
//    Without this a scan would have to follow each word of a log as if it were a file's name.
//  * A repetition that may not exceed a number may.

namespace regreen {
namespace {

constexpr std::size_t least_run = 4;  // letters; shorter runs occur everywhere

enum class Kind { letter, anchor, flags, repeated, other };

struct Token {
  std::string_view text;
  std::string_view quantifier;
  Kind kind = Kind::other;
};

bool is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Cuts a pattern that RE2 accepts into pieces.
class Cutter {
 public:
  explicit Cutter(std::string_view pattern) : pattern_(pattern) {}

  bool done() const { return at_ >= pattern_.size(); }
  char next() const { return pattern_[at_]; }

  // `\.`, `\d`, `\x20`, `\x{1F600}`, `\pL`, `\p{Greek}`, `\012`, `\Qas it stands\E`.
  std::string_view escape() {
    const std::size_t start = at_;
    const std::string_view rest = pattern_.substr(std::min(at_ + 1, pattern_.size()));
    const auto up_to = [&](std::string_view end) {
      const auto found = rest.find(end);
      return found == std::string_view::npos ? rest.size() : found + end.size();
    };
    std::size_t length = 1;
    if (rest.starts_with('Q')) {
      length = up_to("\\E");
    } else if (rest.starts_with("x{") || rest.starts_with("p{") || rest.starts_with("P{")) {
      length = up_to("}");
    } else if (rest.starts_with('x')) {
      length = 3;
    } else if (rest.starts_with('p') || rest.starts_with('P')) {
      length = 2;
    } else if (const auto digits = rest.find_first_not_of("01234567"); digits != 0) {
      length = std::min<std::size_t>({digits, rest.size(), 3});
    }
    at_ += 1 + length;
    return since(start);
  }

  std::string_view character_class() {
    const std::size_t start = at_++;
    if (!done() && next() == '^') ++at_;
    if (!done() && next() == ']') ++at_;
    while (!done() && next() != ']') {
      if (next() == '\\') {
        escape();
      } else if (pattern_.substr(at_, 2) == "[:") {
        at_ = pattern_.find(":]", at_) + 2;
      } else {
        ++at_;
      }
    }
    ++at_;
    return since(start);
  }

  std::string_view group() {
    const std::size_t start = at_;
    int depth = 0;
    do {
      if (next() == '\\') {
        escape();
      } else if (next() == '[') {
        character_class();
      } else {
        depth += next() == '(' ? 1 : next() == ')' ? -1 : 0;
        ++at_;
      }
    } while (depth > 0 && !done());
    return since(start);
  }

  std::string_view one() {
    const std::size_t start = at_++;
    return since(start);
  }

  std::string_view quantifier() {
    if (done()) return {};
    const std::size_t start = at_;
    if (std::string_view("*+?").find(next()) != std::string_view::npos) {
      ++at_;
    } else if (next() == '{' && is_counted()) {
      at_ = pattern_.find('}', at_) + 1;
    } else {
      return {};
    }
    if (!done() && next() == '?') ++at_;
    return since(start);
  }

 private:
  // "{3}", "{3,}", "{3,5}"; a brace that counts nothing stands for itself.
  bool is_counted() const {
    const std::size_t end = pattern_.find('}', at_);
    if (end == std::string_view::npos || end == at_ + 1) return false;
    const auto inside = pattern_.substr(at_ + 1, end - at_ - 1);
    return inside.front() != ',' && inside.find_first_not_of("0123456789,") == std::string_view::npos;
  }

  std::string_view since(std::size_t start) {
    at_ = std::min(at_, pattern_.size());
    return pattern_.substr(start, at_ - start);
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
};

// "(?i)", which holds for all that follows; "(?i:…)" is a group like others.
bool is_flags(std::string_view group) {
  return group.starts_with("(?") && group.size() > 3 &&
         std::ranges::all_of(group.substr(2, group.size() - 3), [](char c) { return c == '-' || is_alnum(c); });
}

// The pieces of a sequence; nothing where alternatives stand at the top.
std::optional<std::vector<Token>> cut(std::string_view pattern) {
  std::vector<Token> tokens;
  for (Cutter cutter(pattern); !cutter.done();) {
    Token token;
    switch (cutter.next()) {
      case '|': return std::nullopt;
      case '\\':
        token.text = cutter.escape();
        token.kind = token.text.size() == 2 && !is_alnum(token.text[1]) ? Kind::letter : Kind::other;
        break;
      case '[': token.text = cutter.character_class(); break;
      case '(':
        token.text = cutter.group();
        if (is_flags(token.text)) token.kind = Kind::flags;
        break;
      case '^':
      case '$':
        token.text = cutter.one();
        token.kind = Kind::anchor;
        break;
      case '.': token.text = cutter.one(); break;
      default:
        token.text = cutter.one();
        token.kind = Kind::letter;
    }
    if (token.kind != Kind::flags) token.quantifier = cutter.quantifier();
    if (!token.quantifier.empty()) token.kind = Kind::repeated;
    tokens.push_back(token);
  }
  return tokens;
}

// A byte of a character that has several is no letter by itself.
bool is_plain(const Token& token) {
  return token.kind == Kind::anchor || (token.kind == Kind::letter && static_cast<unsigned char>(token.text[0]) < 0x80);
}

std::size_t first_run(const std::vector<Token>& tokens) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    length = is_plain(tokens[i]) ? length + 1 : 0;
    if (length == least_run) return i + 1 - length;
  }
  return 0;
}

// What a group encloses, where it only captures or brackets: "(?P<name>…)", "(?:…)", "(…)".
std::optional<std::string_view> inside(const Token& token) {
  std::string_view text = token.text;
  if (token.kind != Kind::other || !text.starts_with('(') || !text.ends_with(')')) return std::nullopt;
  text = text.substr(1, text.size() - 2);
  if (text.starts_with("?P<")) return text.substr(std::min(text.find('>') + 1, text.size()));
  if (text.starts_with("?:")) return text.substr(2);
  return text.starts_with('?') ? std::nullopt : std::optional(text);
}

// Puts what stands in groups without alternatives in their place.
void open_groups(std::vector<Token>& tokens) {
  std::vector<Token> flat;
  for (const auto& token : tokens) {
    const auto group = inside(token);
    auto content = group ? cut(*group) : std::nullopt;
    if (content) {
      open_groups(*content);
      flat.insert(flat.end(), content->begin(), content->end());
    } else {
      flat.push_back(token);
    }
  }
  tokens = std::move(flat);
}

// Does the sequence, up to its last piece, take a character of the line for certain? Else what is found could end on the
// line before.
bool is_solid(const std::vector<Token>& tokens) {
  return std::any_of(tokens.begin(), tokens.end() - 1, [](const Token& token) {
    return token.kind == Kind::letter || (token.kind == Kind::other && token.text[0] != '(' && token.text[0] != '\\');
  });
}

// What an end can do without: dropping it means that more is found.
void drop_open_end(std::vector<Token>& tokens) {
  while (tokens.size() > 1 && is_solid(tokens)) {
    Token& last = tokens.back();
    const Token& before = tokens[tokens.size() - 2];
    if (last.kind == Kind::anchor) {
      if (before.kind != Kind::repeated) return;
      tokens.pop_back();
    } else if (last.kind == Kind::repeated && last.quantifier[0] != '{') {
      tokens.pop_back();
    } else {
      return;
    }
  }
}

// A class that excludes something excludes newlines too: matches stay on their line.
void append_class(std::string_view text, std::string& form) {
  if (!text.starts_with("[^")) {
    form += text;
    return;
  }
  const std::size_t front = text.substr(2).starts_with(']') ? 3 : 2;  // a first ']' stands for itself
  form += text.substr(0, front);
  form += "\\n";
  form += text.substr(front);
}

// "{2,80}" costs a scan eighty steps; "{2,}" costs two.
void append_quantifier(std::string_view quantifier, std::string& form) {
  const auto comma = quantifier.find(',');
  if (quantifier.starts_with('{') && comma != std::string_view::npos) {
    form += quantifier.substr(0, comma + 1);
    form += '}';
  } else {
    form += quantifier;
  }
}

void append_with_newlines(std::string_view pattern, std::string& form) {
  for (Cutter cutter(pattern); !cutter.done();) {
    if (const auto quantifier = cutter.quantifier(); !quantifier.empty()) {
      append_quantifier(quantifier, form);
      continue;
    }
    switch (cutter.next()) {
      case '\\': form += cutter.escape(); break;
      case '[': append_class(cutter.character_class(), form); break;
      case '^':
      case '$':
        cutter.one();
        form += "\\n";
        break;
      default: form += cutter.one();
    }
  }
}

}  // namespace

std::string scan_form(std::string_view pattern) {
  std::string form;
  auto tokens = cut(pattern);
  if (!tokens) {
    append_with_newlines(pattern, form);
    return form;
  }
  for (const auto& token : *tokens) {
    if (token.kind == Kind::flags) form += token.text;
  }
  std::erase_if(*tokens, [](const Token& token) { return token.kind == Kind::flags; });
  open_groups(*tokens);
  tokens->erase(tokens->begin(), tokens->begin() + static_cast<std::ptrdiff_t>(first_run(*tokens)));
  drop_open_end(*tokens);
  for (const auto& token : *tokens) {
    append_with_newlines(token.text, form);
    append_quantifier(token.quantifier, form);
  }
  return form;
}

}  // namespace regreen
