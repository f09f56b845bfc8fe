#include "mend/text/definition.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t telling_min = 4;  // bytes of a body or value

using Words = std::initializer_list<std::string_view>;

// Before a name at the top of a file, or before a function of a type.
constexpr auto definers =
    std::to_array<std::string_view>({"function", "class", "interface", "type", "enum", "const", "let", "var", "fn",
                                     "struct", "trait", "static", "mod", "func", "union", "record", "define"});

constexpr auto type_words =
    std::to_array<std::string_view>({"class", "struct", "union", "enum", "interface", "trait", "impl", "record", "type",
                                     "namespace", "mod", "extern", "module"});

constexpr auto function_words = std::to_array<std::string_view>({"fn", "func", "function", "return", "import", "use"});

constexpr auto modifiers = std::to_array<std::string_view>({"public", "private", "protected", "readonly", "static",
                                                            "async", "get", "set", "export", "default", "declare",
                                                            "abstract", "override", "pub", "crate", "accessor"});

constexpr auto importers =
    std::to_array<std::string_view>({"import", "use", "using", "from", "package", "include", "require", "return"});

char byte_at(std::string_view code, std::size_t at) { return at < code.size() ? code[at] : '\0'; }

std::size_t behind_blanks(std::string_view code, std::size_t at) {
  while (byte_at(code, at) == ' ' || byte_at(code, at) == '\t') ++at;
  return at;
}

bool assigns(std::string_view code, std::size_t at) {
  return byte_at(code, at) == '=' && byte_at(code, at + 1) != '=' && byte_at(code, at + 1) != '>';
}

bool is_telling(std::string_view value) {
  static constexpr auto common = std::to_array<std::string_view>(
      {"True", "False", "None", "true", "false", "null", "nullptr", "undefined", "pass", "return"});
  while (!value.empty() && (value.back() == ';' || value.back() == ',')) value.remove_suffix(1);
  value = trim(value);
  return value.size() >= telling_min && !is_among(value, common);
}

std::vector<std::string_view> tokens_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto word = word_at(text, at);
    if (!word.empty()) words.push_back(word);
    at += std::max<std::size_t>(1, word.size());
  }
  return words;
}

/// Reads a definition in Python.
class PythonReader {
 public:
  PythonReader(std::string_view code, std::size_t at)
      : code_(code), lines_(code), number_(lines_.number_at(at)), at_(at), behind_(at + word_at(code, at).size()) {}

  std::optional<Definition> read() const {
    const auto line = lines_.line(number_);
    const auto front = trim(code_.substr(lines_.begin(number_), at_ - lines_.begin(number_)));
    const bool is_head = is_among(front, Words{"def", "async def", "class"});
    const auto next = behind_blanks(code_, behind_);
    const bool has_value = assigns(code_, next) || byte_at(code_, next) == ':';
    if (front == "self." && has_value) return with_owner(enclosing_class(number_, false), line_end());
    if (!is_head && !(front.empty() && has_value)) return std::nullopt;
    const auto end = is_head ? block_end() : line_end();
    if (indentation(line).empty()) return with_owner("", end);
    return with_owner(enclosing_class(number_, true), end, true);
  }

 private:
  std::optional<Definition> with_owner(std::string owner, std::size_t end, bool is_owned = false) const {
    if (owner.empty() && (is_owned || !indentation(lines_.line(number_)).empty())) return std::nullopt;
    const auto value = code_.substr(behind_, end - behind_);
    const auto open = value.find_first_of("=:");
    return Definition{std::move(owner), end, open != npos && is_telling(value.substr(open + 1))};
  }

  std::size_t line_end() const { return lines_.end(number_); }

  std::size_t block_end() const {
    const auto depth = indentation(lines_.line(number_)).size();
    const auto open = behind_blanks(code_, behind_);
    const auto close = byte_at(code_, open) == '(' ? closing_bracket(code_, open) : npos;
    auto last = close == npos ? number_ : lines_.number_at(close);
    for (auto i = last + 1; lines_.has(i); ++i) {
      if (trim(lines_.line(i)).empty()) continue;
      if (indentation(lines_.line(i)).size() <= depth) break;
      last = i;
    }
    return lines_.end(last);
  }

  std::string enclosing_class(std::size_t number, bool must_be_next) const {
    auto depth = indentation(lines_.line(number)).size();
    for (auto i = number; i >= 1 && depth > 0; --i) {
      const auto line = lines_.line(i);
      if (trim(line).empty() || indentation(line).size() >= depth) continue;
      depth = indentation(line).size();
      if (trim(line).starts_with("class ")) return std::string(word_at(trim(line), 6));
      if (must_be_next) return "";
    }
    return "";
  }

  std::string_view code_;
  Lines lines_;
  std::size_t number_, at_, behind_;
};

/// Where a name stands: in the braces of a type, or at the top.
struct Scope {
  std::string owner;
  std::string_view kind;  ///< the word before the type's name; "" at the top
};

/// Reads a definition in a language with braces.
class BraceReader {
 public:
  BraceReader(Speech speech, std::string_view code, std::size_t at)
      : speech_(speech), code_(code), at_(at), behind_(at + word_at(code, at).size()) {}

  std::optional<Definition> read() const {
    auto scope = scope_of();
    if (!scope || is_import()) return std::nullopt;
    if (const auto owner = receiver(); !owner.empty()) scope->owner = owner;
    const bool is_defined = scope->kind.empty() ? is_at_top() : is_member(scope->kind);
    if (!is_defined) return std::nullopt;
    Definition definition{std::move(scope->owner), behind_, false};
    read_body(definition);
    return definition;
  }

 private:
  std::optional<Scope> scope_of() const {
    const auto open = bracket_around(code_, at_);
    if (open == npos) return Scope{};
    if (code_[open] == '(' && speech_ == Speech::go)
      return is_among(trim(line_before(code_, open)), Words{"const", "var", "type"}) ? std::optional(Scope{"", ""})
                                                                                     : std::nullopt;
    if (code_[open] != '{') return std::nullopt;
    auto head = head_before(code_, open);
    if (const auto close = head.rfind(')'); close != npos) head.remove_prefix(close + 1);
    const auto words = tokens_of(head);
    const auto last =
        std::ranges::find_if(words.rbegin(), words.rend(), [](auto word) { return is_among(word, type_words); });
    const bool is_code = std::ranges::any_of(words, [](auto word) { return is_among(word, function_words); });
    if (last == words.rend() || is_code || contains(head, "->")) return std::nullopt;
    return scope_by(words, static_cast<std::size_t>(words.rend() - last - 1), open);
  }

  std::optional<Scope> scope_by(const std::vector<std::string_view>& words, std::size_t at, std::size_t open) const {
    const auto kind = words[at];
    if (is_among(kind, Words{"namespace", "mod", "extern", "module"})) return Scope{};
    if (kind == "enum" && speech_ == Speech::c) return Scope{"", kind};  // its names are known without it
    std::string_view owner = at + 1 < words.size() ? words[at + 1] : "";
    if (speech_ == Speech::go) owner = at > 0 ? words[at - 1] : "";
    if (const auto implemented = std::ranges::find(words, "for"); kind == "impl" && implemented != words.end())
      owner = implemented + 1 == words.end() ? "" : *(implemented + 1);
    if (const auto close = closing_bracket(code_, open); owner.empty() && words.front() == "typedef" && close != npos)
      owner = word_at(code_, behind_blanks(code_, close + 1));
    return owner.empty() ? std::nullopt : std::optional(Scope{std::string(owner), kind});
  }

  bool is_import() const {
    auto line = trim(line_before(code_, at_));
    for (const std::string_view front : {"#", "pub "}) {
      if (line.starts_with(front)) line = trim(line.substr(front.size()));
    }
    return is_among(word_at(line, 0), importers);
  }

  // "Parcel" of `func (p *Parcel) Heavy(`, "Job" of `int Job::errors(`
  std::string receiver() const {
    const auto line = trim(line_before(code_, at_));
    if (speech_ == Speech::go && line.starts_with("func (") && line.ends_with(")"))
      return std::string(word_before(line, line.size() - 1));
    return speech_ == Speech::c && line.ends_with("::") ? std::string(word_before(line, line.size() - 2)) : "";
  }

  std::string_view word_in_front() const { return word_before(code_, end_of_code_before(code_, at_)); }
  char next() const { return byte_at(code_, behind_blanks(code_, behind_)); }
  bool next_is(std::string_view any) const { return next() != '\0' && any.find(next()) != npos; }

  bool is_at_top() const {
    if (is_among(word_in_front(), definers)) return true;
    const auto line = trim(line_before(code_, at_));
    if (speech_ == Speech::go) return (line.empty() && bracket_around(code_, at_) != npos) || !receiver().empty();
    return speech_ == Speech::c && is_typed(line) && next_is("(;=[{");
  }

  // "static const int", "Ring<T>&", "int Job::"
  static bool is_typed(std::string_view front) {
    return !tokens_of(front).empty() && front.find_first_of("=(,.!?+") == npos && !contains(front, "->");
  }

  // What stands on the line before the name, without what ended there.
  std::string_view front() const {
    const auto line = line_before(code_, at_);
    return trim(line.substr(line.find_last_of(";{},") + 1));
  }

  bool is_member(std::string_view kind) const {
    const bool is_modified =
        std::ranges::all_of(tokens_of(front()), [](auto word) { return is_among(word, modifiers); });
    switch (speech_) {
      case Speech::go: return front().empty() && (next_is("(,*[") || is_word_byte(next()));
      case Speech::rust:
        if (is_among(word_in_front(), Words{"fn", "const", "type"})) return true;
        if (kind == "enum") return front().empty() && next_is(",({=}\r\n");
        return kind == "struct" && is_modified && next() == ':' && byte_at(code_, behind_ + 1) != ':';
      case Speech::javascript: return is_modified && front().find_first_of(":=(<") == npos && next_is(":?!(=;<,}\r\n");
      case Speech::java:
      case Speech::c: break;
    }
    if (kind == "enum" && front().empty()) return next_is(",;(=}\r\n");
    return is_typed(front()) && next_is("(;=[");
  }

  // To the end of the block or value behind the name.
  void read_body(Definition& definition) const {
    std::size_t value = npos;
    for (auto at = behind_; at < code_.size(); ++at) {
      const char c = code_[at];
      if (c == '(' || c == '[') {
        const auto close = closing_bracket(code_, at);
        if (close == npos) return;
        at = close;
      } else if (c == '{') {
        definition.end = block_end(at);
        definition.says_more = definition.says_more || is_telling(code_.substr(at + 1, definition.end - at - 1));
        return;
      } else if (c == ';' || c == ',' || c == '}' || c == ')' || (c == '\n' && ends_line(at))) {
        definition.end = at;
        definition.says_more = value != npos && is_telling(code_.substr(value, at - value));
        return;
      } else if (value == npos && assigns(code_, at)) {
        value = at + 1;
      }
    }
    definition.end = code_.size();
  }

  // A block may follow another one: the type of what is answered.
  std::size_t block_end(std::size_t open) const {
    auto close = closing_bracket(code_, open);
    if (close == npos) return code_.size();
    const auto next = behind_blanks(code_, close + 1);
    return byte_at(code_, next) == '{' ? block_end(next) : close;
  }

  // In C, Java and Rust only a sign ends what was begun.
  bool ends_line(std::size_t at) const {
    if (speech_ == Speech::go) return true;
    return speech_ == Speech::javascript && end_of_code_before(code_, at) != 0 &&
           !contains("=(,+|&?:", code_.substr(end_of_code_before(code_, at) - 1, 1));
  }

  Speech speech_;
  std::string_view code_;
  std::size_t at_, behind_;
};

}  // namespace

std::optional<Definition> definition_at(std::string_view file, std::string_view code, std::size_t at) {
  if (is_python_file(file)) return PythonReader(code, at).read();
  const auto speech = speech_of(file);
  return speech ? BraceReader(*speech, code, at).read() : std::nullopt;
}

bool is_type_at(std::string_view code, std::size_t at, std::string_view name) {
  static constexpr auto words =
      std::to_array<std::string_view>({"class", "struct", "union", "enum", "interface", "trait", "record", "type"});
  const auto behind = behind_blanks(code, at + name.size());
  const auto word = word_at(code, behind);
  return is_among(word_before(code, end_of_code_before(code, at)), words) &&
         (contains("{:<=(\r\n", code.substr(std::min(behind, code.size()), 1)) ||
          is_among(word, Words{"struct", "interface", "extends", "implements", "final", "where", "permits"}));
}

}  // namespace regreen
