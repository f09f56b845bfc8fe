// java.copy-captured: a lambda or inner class may use a variable of the method only if it is assigned once. It gets a final
// copy, made right before the statement that it is part of: what javac would have to remember at that point anyway. Nothing
// where the variable is assigned later on, or within: then a copy would mean something else.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/jvm/java_code_text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t near_max = 100;  // declarations of one name before its use, and blocks in one another around it

/// A stretch of code.
struct Range {
  std::size_t begin = 0, end = 0;

  bool has(std::size_t at) const { return at >= begin && at < end; }
};

/// A variable of a method: its type as written, its name, and where it can be seen.
struct Variable {
  std::string type, name;
  std::size_t at = 0;
  Range scope;
};

/// A use that javac refuses: the lambda or class body around it, and the statement that this is part of.
struct Capture {
  Range body;
  std::size_t statement = 0;
};

// Where the variable that is declared at `at` can be seen: in its block, or where it is a parameter in the block behind.
Range scope_of(std::string_view code, std::size_t at) {
  const auto open = bracket_around(code, at);
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos) return {};
  if (code[open] == '{') return {open, close};
  const auto block = code.find_first_of("{;", close);
  const auto end = block == npos || code[block] == ';' ? npos : closing_bracket(code, block);
  return end == npos ? Range{} : Range{block, end};
}

// The last declaration of the name whose scope reaches to `at`.
std::optional<Variable> variable_for(std::string_view code, std::string_view name, std::size_t at) {
  const auto words = words_in(code.substr(0, at), name);
  std::size_t declared = 0;
  for (auto word = words.rbegin(); word != words.rend() && declared < near_max; ++word) {
    auto type = java_type_before(code, *word);
    if (type.empty()) continue;
    ++declared;
    if (const auto scope = scope_of(code, *word); scope.has(at))
      return Variable{std::move(type), std::string(name), *word, scope};
  }
  return std::nullopt;
}

bool is_member(std::string_view code, std::size_t at) {
  const auto end = end_of_code_before(code, at);
  return end > 0 && code[end - 1] == '.';
}

bool is_assigned_at(std::string_view code, std::size_t at, std::size_t size) {
  const auto front = code.substr(0, end_of_code_before(code, at));
  const auto rest = trim(code.substr(at + size, 8));
  if (front.ends_with("++") || front.ends_with("--") || rest.starts_with("++") || rest.starts_with("--")) return true;
  if (rest.starts_with("=")) return !rest.starts_with("==");
  return rest.starts_with("<<=") || rest.starts_with(">>=") || rest.starts_with(">>>=") ||
         (rest.size() > 1 && contains("+-*/%&|^", rest.substr(0, 1)) && rest[1] == '=');
}

// `case X ->` is no lambda.
bool is_arm(std::string_view code, std::size_t arrow) {
  const auto head = trim(head_before(code, arrow));
  return head.starts_with("case ") || head.starts_with("default");
}

// The arrow of a lambda that has `at` as its expression, on one level of brackets; npos where there is none.
std::size_t arrow_before(std::string_view code, std::size_t at, std::size_t open) {
  std::size_t depth = 0, found = npos;
  while (--at > open) {
    if (contains(")]}", code.substr(at, 1))) ++depth;
    if (contains("([{", code.substr(at, 1))) --depth;
    if (depth == 0 && contains(";,", code.substr(at, 1))) break;
    if (depth == 0 && code.substr(at, 2) == "->" && !is_arm(code, at)) found = at;
  }
  return found;
}

// Does a class body open at `brace`: that of `new Runnable() {`?
bool opens_inner_class(std::string_view code, std::size_t brace) {
  const auto end = end_of_code_before(code, brace);
  if (end == 0 || code[end - 1] != ')') return false;
  const auto open = bracket_around(code, end - 1);
  const auto front = open == npos ? "" : head_before(code, open);
  const auto words = words_in(front, "new");
  return !words.empty() && front.substr(words.back()).find_first_of(";(){}=") == npos;
}

// The outermost lambda or inner class around `at` within the scope of the variable.
std::optional<Range> body_around(std::string_view code, std::size_t at, const Range& scope) {
  std::optional<Range> body;
  auto inner = at;
  for (std::size_t around = 0; around < near_max; ++around) {
    const auto open = bracket_around(code, inner);
    if (open == npos || open < scope.begin) return body;
    if (const auto arrow = arrow_before(code, inner, open); arrow != npos) {
      auto end = arrow + 2;
      while (end < code.size() && !contains(";,)]}", code.substr(end, 1))) {
        end = contains("([{", code.substr(end, 1)) ? closing_bracket(code, end) : end;
        if (end == npos) return std::nullopt;
        ++end;
      }
      body = Range{arrow + 2, end};
    }
    if (open == scope.begin) return body;
    if (code[open] == '{' && opens_inner_class(code, open)) {
      const auto close = closing_bracket(code, open);
      if (close == npos) return std::nullopt;
      body = Range{open, close};
    }
    inner = open;
  }
  return std::nullopt;
}

// Where the statement begins that a place is part of.
std::size_t statement_of(std::string_view code, std::size_t at) {
  while (at-- > 0) {
    const auto c = code.substr(at, 1);
    if (c == ";" || c == "{") break;
    if (c == "}") {
      const auto next = code.find_first_not_of(" \t\r\n", at + 1);
      if (next == npos || !contains(".),", code.substr(next, 1))) break;
    }
    if (c == ")" || c == "]" || c == "}") {
      at = bracket_around(code, at);
      if (at == npos) return npos;
    }
  }
  return code.find_first_not_of(" \t\r\n", at + 1);
}

std::optional<Capture> capture_at(std::string_view code, std::size_t at, const Variable& variable) {
  const auto body = body_around(code, at, variable.scope);
  if (!body) return std::nullopt;
  const auto statement = statement_of(code, body->begin);
  if (statement == npos || statement <= variable.at || !variable.scope.has(statement)) return std::nullopt;
  const auto line = code.substr(code.rfind('\n', statement) + 1);
  for (const std::string_view word : {"else", "case", "default", "catch", "finally"}) {
    if (word_at(code, statement) == word) return std::nullopt;
  }
  if (code.rfind('\n', statement) + 1 + indentation(line).size() != statement) return std::nullopt;
  for (const auto word : words_in(code, variable.name)) {
    if (word < statement || !variable.scope.has(word) || is_member(code, word)) continue;
    if (is_assigned_at(code, word, variable.name.size())) return std::nullopt;
    if (body->has(word) && !java_type_before(code, word).empty()) return std::nullopt;
  }
  return Capture{*body, statement};
}

/// The copies that one file gets: one of a variable for all that stands in the block behind it.
class Copies {
 public:
  Copies(std::string_view text, std::string_view code) : text_(text), code_(code) {}

  void add(std::size_t at) {
    const auto name = word_at(code_, at);
    const auto variable = is_identifier(name) && !is_member(code_, at) ? variable_for(code_, name, at) : std::nullopt;
    const auto capture = variable ? capture_at(code_, at, *variable) : std::nullopt;
    const auto copy = capture ? name_of_copy(variable->name) : "";
    if (copy.empty()) return;
    declare(*variable, *capture, copy);
    for (const auto word : words_in(code_, name)) {
      const bool is_call = trim(code_.substr(word + name.size(), 3)).starts_with("(");
      if (capture->body.has(word) && !is_member(code_, word) && !is_call) edits_[word] = {word, name.size(), copy};
    }
  }

  std::vector<Edit> edits() const {
    std::vector<Edit> all;
    for (const auto& [at, edit] : edits_) all.push_back(edit);
    return all;
  }

 private:
  std::string name_of_copy(std::string name) const {
    auto upper = name;
    if (upper[0] >= 'a' && upper[0] <= 'z') upper[0] = static_cast<char>(upper[0] - 'a' + 'A');
    for (const auto& copy : {"final" + upper, name + "Copy"}) {
      if (words_in(code_, copy).empty()) return copy;
    }
    return "";
  }

  void declare(const Variable& variable, const Capture& capture, const std::string& copy) {
    auto& made = made_[variable.at];
    const auto sees = [&](std::size_t statement) {
      const auto block = bracket_around(code_, statement);
      return statement <= capture.statement && block != npos && closing_bracket(code_, block) > capture.statement;
    };
    if (std::ranges::any_of(made, sees)) return;
    made.insert(capture.statement);
    const auto line = code_.rfind('\n', capture.statement) + 1;
    const auto indent = std::string(text_.substr(line, capture.statement - line));
    edits_[line] = {
        line, 0,
        indent + "final " + variable.type + " " + copy + " = " + variable.name + ";" + std::string(line_end(text_))};
  }

  std::string_view text_, code_;
  std::map<std::size_t, std::set<std::size_t>> made_;  // statements that have a copy above, by variable
  std::map<std::size_t, Edit> edits_;                  // by place
};

}  // namespace

std::vector<Patch> copy_captured_variable(const Patient& patient) {
  std::map<std::string, std::set<std::size_t>> uses;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto text =
        places.empty() || !places[0].file.ends_with(".java") ? std::nullopt : patient.tree.read(places[0].file);
    const auto at = text ? java_caret(*text, occurrence, places[0]) : npos;
    if (at != npos) uses[places[0].file].insert(at);
  }
  Draft draft(patient.tree);
  for (const auto& [file, offsets] : uses) {
    const auto text = patient.tree.read(file).value_or("");
    if (text.size() > source_bytes_max) continue;
    const auto code = code_only(text, Speech::java);
    Copies copies(text, code);
    for (const auto at : offsets) copies.add(at);
    draft.edit(file, copies.edits());
  }
  return draft.patches();
}

}  // namespace regreen
