#include "mend/node/computed_value.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/node/chain.h"
#include "mend/text/code_text.h"

#include <array>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Methods that are given a function, and do no more than ask it.
constexpr auto asking = std::to_array<std::string_view>({"every", "filter", "flatMap", "map", "reduce", "some"});

// Methods of texts and lists alone. "join", "find" or "trim" may well be those of a room, a database or a cache.
constexpr auto answering = std::to_array<std::string_view>(
    {"endsWith", "includes", "indexOf", "slice", "startsWith", "substring", "toFixed", "toLowerCase", "toUpperCase"});

constexpr auto of_object = std::to_array<std::string_view>({"entries", "keys", "values"});

constexpr auto acting = std::to_array<std::string_view>(
    {"async", "await", "class", "delete", "function", "import", "new", "super", "yield"});

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Walks over an expression from its first byte, as long as it only answers.
class Walk {
 public:
  Walk(std::string_view code, std::size_t at) : code_(code), begin_(at), at_(at) {}

  // Where it ends: at its ';' or line end; npos where it may do something.
  std::size_t end() {
    while (at_ < code_.size()) {
      if (open_.empty() && !in_template_ && ends_here()) return at_ == begin_ ? npos : at_;
      if (!step()) return npos;
    }
    return open_.empty() && !in_template_ ? at_ : npos;
  }

 private:
  char before() const {
    const auto end = end_of_code_before(code_, at_);
    return end <= begin_ ? '=' : code_[end - 1];
  }

  bool starts(std::string_view word) const { return code_.substr(at_).starts_with(word); }

  bool ends_here() const {
    if (code_[at_] == ';') return true;
    if (code_[at_] != '\n') return false;
    const auto below = code_.find_first_not_of(" \t\r\n", at_);
    const bool goes_on = below != npos && contains("+-*/%&|?:<>=!.,([`", code_.substr(below, 1));
    return !contains("+-*/%&|?:<>=!.", std::string_view(&code_[end_of_code_before(code_, at_) - 1], 1)) && !goes_on;
  }

  bool step() {
    const char c = code_[at_];
    if (starts("${") && in_template_) return open('{', 2);
    if (is_name_byte(c)) return word();
    if (c == '(') return !contains(")]>.`\"'", std::string_view(&last_, 1)) && open('(', 1);
    if (c == '[') return contains(")]", std::string_view(&last_, 1)) || is_name_byte(last_) ? open('[', 1) : false;
    if (c == ')' || c == ']' || c == '}') return close();
    if (c == '`') return quote();
    if (c == '<' && !is_name_byte(last_) && !contains(")]", std::string_view(&last_, 1))) return false;  // an element
    if (c == '=' || ((c == '!' || c == '<' || c == '>') && code_.substr(at_ + 1, 1) == "=")) return compare();
    if (starts("++") || starts("--")) return false;
    if (c == ',' && open_.empty()) return false;
    if (!is_blank(c) && !contains("+-*/%&|?:<>!.,\"'~", std::string_view(&c, 1))) return false;
    return pass(1);
  }

  bool pass(std::size_t count) {
    for (; count > 0; --count, ++at_) {
      if (!is_blank(code_[at_])) last_ = code_[at_];
    }
    return true;
  }

  bool open(char bracket, std::size_t count) {
    open_.push_back(bracket);
    return pass(count);
  }

  bool close() {
    const char c = code_[at_];
    if (open_.empty()) return false;
    const char wanted = open_.back() == '[' ? ']' : open_.back() == '{' ? '}' : ')';
    open_.pop_back();
    return c == wanted && pass(1);
  }

  // A text with values in it, which is not handed to a function.
  bool quote() {
    if (!in_template_ && (is_name_byte(last_) || contains(")]", std::string_view(&last_, 1)))) return false;
    if (in_template_ && !open_.empty() && open_.back() == '{') return false;
    in_template_ = !in_template_;
    return pass(1);
  }

  bool compare() {
    if (starts("===") || starts("!==")) return pass(3);
    if (starts("=>")) return !open_.empty() && open_.back() == 'c' && pass(2) && !blocks();
    return (starts("==") || starts("!=") || starts("<=") || starts(">=")) && pass(2);
  }

  bool blocks() const {
    const auto next = code_.find_first_not_of(" \t\r\n", at_);
    return next != npos && code_[next] == '{';
  }

  bool word() {
    auto end = at_;
    while (end < code_.size() && is_name_byte(code_[end])) ++end;
    const auto name = code_.substr(at_, end - at_);
    const bool is_member = last_ == '.';
    if (!is_member && is_among(name, acting)) return false;
    const auto next = code_.find_first_not_of(" \t\r\n", end);
    if (next == npos || code_[next] != '(') return pass(end - at_);
    if (!is_member || !only_answers(name, next)) return false;
    pass(next - at_);
    return open('c', 1);
  }

  // `Math.max(`, `Object.keys(`, `rows.map((row) => `
  bool only_answers(std::string_view method, std::size_t bracket) const {
    const auto owner = word_before(code_, end_of_code_before(code_, at_) - 1);
    const auto front = end_of_code_before(code_, at_) - 1 - owner.size();
    const bool is_plain = !owner.empty() && (front == 0 || code_[front - 1] != '.');
    if (is_plain && owner == "Math") return method != "random";
    if (is_plain && owner == "Object") return is_among(method, of_object);
    return is_among(method, answering) || (is_among(method, asking) && is_given_arrow(bracket));
  }

  bool is_given_arrow(std::size_t bracket) const {
    auto at = code_.find_first_not_of(" \t\r\n", bracket + 1);
    if (at == npos) return false;
    const auto close = code_[at] == '(' ? closing_bracket(code_, at) : npos;
    if (code_[at] == '(' && close == npos) return false;
    if (code_[at] == '(') at = close + 1;
    while (at < code_.size() && is_name_byte(code_[at])) ++at;
    const auto arrow = code_.find_first_not_of(" \t\r\n", at);
    return arrow != npos && code_.substr(arrow, 2) == "=>";
  }

  std::string_view code_;
  std::size_t begin_, at_;
  char last_ = '=';  // before it, blanks apart
  bool in_template_ = false;
  std::vector<char> open_;  // 'c': the bracket of a call
};

// Does a directive speak of the line below it? It would speak of another one then.
bool is_directed(const Lines& lines, std::size_t number) {
  if (number < 2) return false;
  const auto above = lines.line(number - 1);
  return contains(above, "-next-line") || contains(above, "@ts-") || contains(above, "prettier-ignore");
}

// The offset of the value in `const name: Type = value`; npos where the line declares something else, or it is set again.
std::size_t value_of(std::string_view code, std::size_t begin, std::string_view name) {
  const auto head = word_at(code, begin);
  const bool is_set_once = head == "const" || ((head == "let" || head == "var") && words_in(code, name).size() == 1);
  const auto at = begin + head.size() + 1;
  if (!is_set_once || word_at(code, at) != name) return npos;
  const auto equals = code.find(" = ", at);
  const auto between_them = equals == npos ? "," : trim(code.substr(at + name.size(), equals - at - name.size()));
  const bool is_typed = between_them.starts_with(':') && between_them.find_first_of(",;\n={(") == npos;
  if (!between_them.empty() && !is_typed) return npos;
  return code.find_first_not_of(" \t\r\n", equals + 3);
}

}  // namespace

std::optional<Edit> without_computed(std::string_view code, const Lines& lines, std::size_t number,
                                     std::string_view name) {
  const auto value = value_of(code, lines.begin(number) + indentation(lines.line(number)).size(), name);
  const auto end = value == npos || is_directed(lines, number) ? npos : Walk(code, value).end();
  if (end == npos) return std::nullopt;
  const auto line_end = std::min(code.find('\n', end), code.size());
  const auto rest = trim(code.substr(end, line_end - end));
  if (!rest.empty() && rest != ";") return std::nullopt;
  const auto next = std::min(line_end + 1, code.size());
  return Edit{lines.begin(number), next - lines.begin(number), ""};
}

}  // namespace regreen
