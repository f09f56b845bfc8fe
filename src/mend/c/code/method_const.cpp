// cpp.make-const: a method that is called on a constant object says that it changes nothing, in its class and where it is
// defined. If it changes a member, the compiler refuses that; what it changes behind a pointer, the compiler does not see. So
// a method that hands out a pointer or reference through which others may change the object is left alone. Virtual methods are
// too: those that override them would quietly stop to do so.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A method as the note below the message tells of it, and where it is declared.
struct Method {
  TreePlace place;
  std::string owner;  ///< its class; "" where clang does not say
  std::string name;

  auto operator<=>(const Method&) const = default;
};

// "in call to ‘std::size_t Route::stops()’" → Route and stops; "'stops' declared here" → stops.
std::optional<Method> method_in(std::string_view note) {
  const auto plain = plain_quotes(note);
  const std::string_view said = between(plain, "'", "'");
  const auto open = said.find('(');
  auto path = said.substr(0, open);
  const auto begin = path.find_last_of(" *&");
  if (begin != npos) path.remove_prefix(begin + 1);
  Method method;
  const auto colon = path.rfind("::");
  method.name = path.substr(colon == npos ? 0 : colon + 2);
  if (colon != npos) {
    method.owner = path.substr(0, colon);
    if (const auto outer = method.owner.rfind("::"); outer != npos) method.owner.erase(0, outer + 2);
  }
  return is_identifier(method.name) && method.name != "operator" ? std::optional(method) : std::nullopt;
}

std::optional<Method> method_of(const Tree& tree, const Occurrence& occurrence) {
  for (auto& note : notes_below(tree, occurrence, {"in call to ", " declared here"})) {
    auto method = method_in(note.text);
    if (!method) continue;
    if (!note.place) return std::nullopt;  // of a library
    method->place = std::move(*note.place);
    return method;
  }
  return std::nullopt;
}

// The edit that makes the function whose name stands at `at` const; nothing where it cannot be, or is already.
std::optional<Edit> made_const(std::string_view code, std::size_t at, std::string_view name) {
  const auto open = code.find_first_not_of(" \t", at + name.size());
  const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
  if (close == npos) return std::nullopt;
  const auto tail = code.substr(close + 1, code.find_first_of(";{", close) - close - 1);
  static constexpr auto settled = std::to_array<std::string_view>({"const", "override", "final", "volatile"});
  if (std::ranges::any_of(settled, [&](auto word) { return !words_in(tail, word).empty(); })) return std::nullopt;
  if (tail.find_first_of("&*=") != npos) return std::nullopt;
  return Edit{close + 1, 0, " const"};
}

// The name of the class whose body the place is in.
std::string class_around(std::string_view code, std::size_t at) {
  std::size_t depth = 0;
  while (at-- > 0) {
    if (code[at] == '}') ++depth;
    if (code[at] != '{' || depth-- > 0) continue;
    const auto head = head_before(code, at);
    for (const std::string_view kind : {"class", "struct"}) {
      const auto found = words_in(head, kind);
      if (found.empty()) continue;
      auto rest = head.substr(found.back() + kind.size());
      rest = rest.substr(0, rest.find(':') == npos ? rest.size() : rest.find(':'));
      const auto words = replace_all(std::string(trim(rest)), "\n", " ");
      std::string name;
      for (const auto word : split(words, ' ')) {
        if (is_identifier(word) && word != "final") name = word;  // behind macros of visibility
      }
      return name;
    }
    return "";
  }
  return "";
}

// Is there a virtual method of that name in the project?
bool is_virtual(const Tree& tree, std::string_view name) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const auto text = is_c_family(path) ? tree.read(path) : std::nullopt;
    if (!text || !contains(*text, name) || !(contains(*text, "virtual") || contains(*text, "override"))) return false;
    return std::ranges::any_of(split_lines(*text), [&](auto line) {
      return (!words_in(line, "virtual").empty() || !words_in(line, "override").empty()) &&
             !words_in(line, name).empty();
    });
  });
}

// What stands in front of a method's name in its class: "static std::size_t ".
std::string_view front_of(std::string_view code, std::size_t at) {
  auto begin = at;
  for (; begin > 0 && !contains(";{}", code.substr(begin - 1, 1)); --begin) {
    const bool is_label = code[begin - 1] == ':' && code[begin] != ':' && (begin < 2 || code[begin - 2] != ':');
    if (is_label) break;  // `public:`
  }
  return code.substr(begin, at - begin);
}

bool is_static(std::string_view front) { return !words_in(front, "static").empty(); }

// Does it return a pointer or reference to what may be changed?
bool hands_out(std::string_view front) {
  front = trim(front);
  return (front.ends_with('*') || front.ends_with('&')) && words_in(front, "const").empty();
}

// `double Route::length() {` in whatever source. One that is overloaded is not told apart.
std::vector<std::pair<std::string, Edit>> outside_of(const Draft& draft, const Tree& tree, const std::string& owner,
                                                     const std::string& name) {
  std::vector<std::pair<std::string, Edit>> edits;
  for (const auto& path : tree.list()) {
    const auto text = is_c_family(path) ? draft.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max || !contains(*text, owner)) continue;
    const auto code = code_only(*text, Speech::c);
    for (const auto at : words_in(code, name)) {
      const std::string_view front = std::string_view(code).substr(0, at);
      if (!front.ends_with("::") ||
          words_in(front.substr(front.size() - std::min(front.size(), owner.size() + 3)), owner).empty())
        continue;
      const auto edit = made_const(code, at, name);
      const auto body = edit ? code.find_first_not_of(" \t\r\n", edit->offset) : npos;
      const bool defines =
          body != npos && (code[body] == '{' || std::string_view(code).substr(body).starts_with("noexcept"));
      if (defines) edits.emplace_back(path, *edit);
    }
  }
  return edits;
}

void make_const(const Patient& patient, const Method& method, Draft& draft) {
  const auto& file = method.place.file;
  const auto text = draft.read(file);
  if (!text) return;
  const auto code = code_only(*text, Speech::c);
  const auto at = offset_of(*text, method.place.line, method.place.column, method.name);
  const auto inside = at ? made_const(code, *at, method.name) : std::nullopt;
  const auto front = inside ? front_of(code, *at) : "";
  if (!inside || is_static(front) || hands_out(front) || is_virtual(patient.tree, method.name)) return;
  const auto owner = class_around(code, *at);
  if (owner.empty() || (!method.owner.empty() && method.owner.substr(0, method.owner.find('<')) != owner)) return;
  const auto body = code.find_first_of(";{", inside->offset);
  if (body != npos && code[body] == '{') return static_cast<void>(draft.edit(file, {*inside}));
  const auto outside = outside_of(draft, patient.tree, owner, method.name);
  if (outside.size() != 1) return;
  const auto& [path, edit] = outside[0];
  if (path == file) return static_cast<void>(draft.edit(file, {*inside, edit}));
  draft.edit(file, {*inside});
  draft.edit(path, {edit});
}

}  // namespace

std::vector<Patch> make_cpp_method_const(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<Method> methods;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (auto method = method_of(patient.tree, occurrence)) methods.insert(std::move(*method));
  }
  // From the last one of a file on: places of those above stay as the compiler named them.
  for (auto method = methods.rbegin(); method != methods.rend(); ++method) make_const(patient, *method, draft);
  return draft.patches();
}

}  // namespace regreen
