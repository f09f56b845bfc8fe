// java.fix-code: what javac refuses and says how it must be: modifiers, boxes, `==`, getters, names of overridden methods.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/jvm/java_code_text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Refused {
  const Tree& tree;
  std::string_view text, code;
  const Lines& lines;
  std::size_t number = 0;
  std::size_t at = npos;  // where the '^' stands
  const Occurrence& said;

  std::string_view line() const { return lines.line(number); }
  std::string_view line_code() const { return code.substr(lines.begin(number), line().size()); }
  bool says_below(std::string_view words) const {
    return std::ranges::any_of(
        said.after.begin(),
        said.after.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(said.after.size(), 4)),
        [&](const auto& one) { return contains(one, words); });
  }
};

// "attempting to assign weaker access privileges; was public"
std::vector<Edit> widen_access(const Refused& it) {
  const std::string wanted = it.says_below("was public") ? "public" : it.says_below("was protected") ? "protected" : "";
  const auto begin = it.lines.begin(it.number) + indentation(it.line()).size();
  if (wanted.empty()) return {};
  for (const std::string_view word : {"private", "protected"}) {
    if (it.code.substr(begin).starts_with(word) && word != wanted) return {{begin, word.size(), wanted}};
  }
  if (it.code.substr(begin).starts_with("@") || it.code.substr(begin).starts_with(wanted)) return {};
  return {{begin, 0, wanted + " "}};
}

struct Box {
  std::string_view primitive, box;
};
constexpr auto boxes = std::to_array<Box>({{"int", "Integer"},
                                           {"long", "Long"},
                                           {"double", "Double"},
                                           {"float", "Float"},
                                           {"boolean", "Boolean"},
                                           {"char", "Character"},
                                           {"byte", "Byte"},
                                           {"short", "Short"}});

// Map<String, int> → Map<String, Integer>
std::vector<Edit> box_arguments(const Refused& it) {
  std::vector<Edit> edits;
  const auto code = it.line_code();
  for (const auto& [primitive, box] : boxes) {
    for (const auto at : words_in(code, primitive)) {
      const auto before = code.find_last_not_of(' ', at == 0 ? 0 : at - 1),
                 behind = code.find_first_not_of(' ', at + primitive.size());
      if (before == npos || behind == npos || !contains("<,", code.substr(before, 1)) ||
          !contains(">,", code.substr(behind, 1)))
        continue;
      const bool inside = std::ranges::count(code.substr(0, at), '<') > std::ranges::count(code.substr(0, at), '>');
      if (inside) edits.push_back({it.lines.begin(it.number) + at, primitive.size(), std::string(box)});
    }
  }
  return edits;
}

// Is the message about a number, and not about an object, of which `==` would ask whether it is the same one?
bool is_of_number(std::string_view said) {
  return std::ranges::any_of(boxes, [&](const Box& box) {
    return contains(said, "incompatible types: " + std::string(box.primitive) + " cannot be converted");
  });
}

// if (n = 5) → if (n == 5). A loop, and what is called, may have been meant to set the value.
std::vector<Edit> compare(const Refused& it) {
  const auto code = it.line_code();
  const auto word = trim(code);
  if (!word.starts_with("if (") && !word.starts_with("} else if (") && !word.starts_with("else if (")) return {};
  const auto open = code.find('(');
  const auto close = closing_bracket(code, open);
  const auto sign = code.find(" = ", open);
  if (close == npos || sign == npos || sign > close || code.find(" = ", sign + 1) < close) return {};
  if (contains(code.substr(sign, close - sign), "(")) return {};
  return {{it.lines.begin(it.number) + sign + 1, 1, "=="}};
}

// `String text = n;`, `return n;` → String.valueOf(n)
std::vector<Edit> as_text(const Refused& it) {
  const auto code = it.line_code();
  const auto first = trim(code);
  const auto sign = code.find(" = ");
  auto begin = first.starts_with("return ") ? code.find("return ") + 7 : sign == npos ? npos : sign + 3;
  const auto end = code.rfind(';');
  if (begin == npos || end == npos || end <= begin || code.find(';') != end || contains(code, "->")) return {};
  if (trim(code.substr(end + 1)) != "") return {};
  const auto from = it.lines.begin(it.number);
  return {{from + begin, 0, "String.valueOf("}, {from + end, 0, ")"}};
}

// n.equals(m) → n == m, n.toString() → String.valueOf(n): of primitive values
std::vector<Edit> of_primitive(const Refused& it) {
  if (it.at == npos || it.code.substr(it.at, 1) != ".") return {};
  const std::string name(word_before(it.code, it.at));
  const auto begin = it.at - name.size();
  const bool alone = !name.empty() && (begin == 0 || !contains(".!", it.code.substr(begin - 1, 1)));
  const auto call = it.code.substr(it.at + 1);
  if (!alone) return {};
  if (call.starts_with("toString()")) return {{begin, name.size() + 11, "String.valueOf(" + name + ")"}};
  if (!call.starts_with("equals(")) return {};
  const auto close = closing_bracket(it.code, it.at + 7);
  if (close == npos || std::ranges::any_of(it.code.substr(it.at + 8, close - it.at - 8),
                                           [](char c) { return !is_word_byte(c) && c != '.'; }))
    return {};
  return {{it.at, 8, " == "}, {close, 1, ""}};
}

std::optional<std::string> file_of_class(const Tree& tree, std::string_view name) {
  std::optional<std::string> found;
  const auto file = std::string(name) + ".java";
  for (const auto& path : tree.list()) {
    if (name_of(path) != file) continue;
    if (found) return std::nullopt;
    found = path;
  }
  return found;
}

// Does a public method of a class do nothing but answer a field?
bool is_getter(const std::string& source, const std::string& method, const std::string& field) {
  const auto code = code_only(source, Speech::java);
  return std::ranges::any_of(words_in(code, method), [&](auto at) {
    const auto line = code.substr(code.rfind('\n', at) + 1, 200);
    if (!trim(line).starts_with("public ") || !code.substr(at + method.size()).starts_with("()")) return false;
    auto body = code.substr(at + method.size() + 2, 200);
    std::erase_if(body, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return body.starts_with("{return" + field + ";}") || body.starts_with("{returnthis." + field + ";}");
  });
}

// "name has private access in Customer", which has a getter
std::vector<Edit> use_getter(const Refused& it) {
  const std::string_view said = it.said.at.text;
  const auto mark = said.find(" has private access in ");
  if (mark == npos) return {};
  const auto front = said.substr(0, mark);
  const std::string field(front.substr(front.rfind(' ') + 1)), owner(trim(said.substr(mark + 23)));
  const auto file = file_of_class(it.tree, owner);
  const auto source = file ? it.tree.read(*file).value_or("") : "";
  if (it.at == npos || !is_identifier(field) || it.code.substr(it.at, field.size() + 1) != "." + field) return {};
  const auto rest = trim(it.code.substr(it.at + 1 + field.size(), 4));
  const bool written = (rest.starts_with('=') && !rest.starts_with("==")) || rest.starts_with("+=") ||
                       rest.starts_with("++") || rest.starts_with("--") || rest.starts_with("-=");
  auto upper = field;
  if (upper[0] >= 'a' && upper[0] <= 'z') upper[0] = static_cast<char>(upper[0] - 'a' + 'A');
  for (const auto& getter : {"get" + upper, "is" + upper, field}) {
    if (!written && is_getter(source, getter, field)) return {{it.at + 1, field.size(), getter + "()"}};
  }
  return {};
}

// The methods that a class can override: of everything, and of the project's classes that its head names.
std::set<std::string> inherited(const Refused& it) {
  std::set<std::string> names = {"toString", "equals",   "hashCode", "clone",  "compareTo",
                                 "compare",  "iterator", "hasNext",  "accept", "apply"};
  for (const auto& word : words_of(it.code.substr(0, it.code.find('{')))) {
    const auto file = file_of_class(it.tree, word);
    const auto text = file ? it.tree.read(*file).value_or("") : "";
    if (text == it.text) continue;
    for (const auto line : split_lines(text)) {
      const auto open = line.find('(');
      if (open == npos || open == 0 || contains(line.substr(0, open), "=") || trim(line).starts_with("*") ||
          trim(line).starts_with("//"))
        continue;
      const auto name = word_before(line, open);
      if (line.substr(0, open - name.size()).ends_with(' ')) names.emplace(name);
    }
  }
  return names;
}

// @Override above a method whose name is a slip of an inherited one
std::vector<Edit> name_as_inherited(const Refused& it) {
  for (auto number = it.number; number <= it.number + 3 && it.lines.has(number); ++number) {
    const auto begin = it.lines.begin(number);
    const auto code = it.code.substr(begin, it.lines.line(number).size());
    if (trim(code).starts_with("@") && !contains(code, "(")) continue;
    const auto open = code.find('(');
    if (open == npos) continue;
    const std::string name(word_before(code, open));
    const auto names = inherited(it);
    std::string right;
    for (const auto& one : names) {
      if (lower(one) == lower(name) && one != name) right = one;
    }
    if (right.empty() && !names.contains(name)) right = only_near(names, name);
    if (right.empty() || name.empty()) return {};
    std::vector<Edit> edits;
    for (const auto at : words_in(it.code, name)) edits.push_back({at, name.size(), right});
    return edits;
  }
  return {};
}

// "invalid method declaration; return type required": a constructor under a slip of its class's name, or no result
std::vector<Edit> name_or_void(const Refused& it) {
  const auto code = it.line_code();
  const auto open = code.find('(');
  const std::string name(open == npos ? "" : word_before(code, open));
  if (!is_identifier(name)) return {};
  const auto at = it.lines.begin(it.number) + open - name.size();
  const auto head = it.code.rfind("class ", at);
  const auto rest = head == npos ? std::string_view() : it.code.substr(head + 6);
  const std::string owner(rest.substr(0, rest.find_first_of(" <{\n")));
  if (name[0] >= 'A' && name[0] <= 'Z') {
    const bool is_static = !words_in(code, "static").empty();
    return is_identifier(owner) && !is_static && !only_near(std::set<std::string>{owner}, name).empty()
               ? std::vector<Edit>{{at, name.size(), owner}}
               : std::vector<Edit>{};
  }
  const auto brace = it.code.find('{', at);
  const auto close = brace == npos ? npos : closing_bracket(it.code, brace);
  if (close == npos) return {};
  const auto body = it.code.substr(brace, close - brace);
  const bool answers = std::ranges::any_of(
      words_in(body, "return"), [&](std::size_t one) { return trim(body.substr(one + 6, 2)).substr(0, 1) != ";"; });
  return answers ? std::vector<Edit>{} : std::vector<Edit>{{at, 0, "void "}};
}

std::vector<Edit> mend_code(const Refused& it) {
  constexpr auto shown = std::to_array<std::string_view>(
      {"int", "long", "double", "float", "boolean", "char", "short", "byte"});  // an Integer may be none: "null"
  const std::string_view said = it.said.at.text;
  if (it.says_below("attempting to assign weaker access")) return widen_access(it);
  if (contains(said, "unexpected type") && it.says_below("required: reference")) return box_arguments(it);
  if (contains(said, "cannot be converted to boolean")) return is_of_number(said) ? compare(it) : std::vector<Edit>{};
  for (const auto type : shown) {
    if (contains(said, "incompatible types: " + std::string(type) + " cannot be converted to String"))
      return as_text(it);
  }
  if (contains(said, "cannot be dereferenced")) return of_primitive(it);
  if (contains(said, "has private access in")) return use_getter(it);
  if (contains(said, "does not override or implement a method")) return name_as_inherited(it);
  if (contains(said, "invalid method declaration; return type required")) return name_or_void(it);
  return {};
}

}  // namespace

std::vector<Patch> fix_java_code(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::size_t>> mended;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".java") || mended.contains({places[0].file, places[0].line}))
      continue;
    const auto text = draft.read(places[0].file);
    if (!text) continue;
    const auto code = code_only(*text, Speech::java);
    const Lines lines(*text);
    if (!lines.has(places[0].line)) continue;
    auto edits = mend_code(
        {patient.tree, *text, code, lines, places[0].line, java_caret(*text, occurrence, places[0]), occurrence});
    if (!edits.empty() && draft.edit(places[0].file, std::move(edits))) mended.insert({places[0].file, places[0].line});
  }
  return draft.patches();
}

}  // namespace regreen
