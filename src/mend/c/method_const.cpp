// cpp.make-const: a method that is called on a constant object says that it changes nothing, in its class and where it is
// defined. If it does change something, the compiler refuses that; so what is written here is never a lie. Virtual methods
// are left alone: those that override them would quietly stop to do so.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t note_lines = 20;  // below a message, in which its note stands: behind those of the includes

/// A method as the note below the message tells of it, and where it is declared.
struct Method {
  TreePlace place;
  std::string owner;  ///< its class; "" where clang does not say
  std::string name;

  auto operator<=>(const Method&) const = default;
};

// "in call to ‘std::size_t Route::stops()’" → Route and stops; "'stops' declared here" → stops.
std::optional<Method> method_in(std::string_view note) {
  const auto plain = replace_all(replace_all(std::string(note), "‘", "'"), "’", "'");
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
  return is_identifier(method.name) ? std::optional(method) : std::nullopt;
}

std::optional<Method> method_of(const Tree& tree, const Occurrence& occurrence) {
  const auto count = std::min(occurrence.after.size(), note_lines);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& line = occurrence.after[i];
    if (contains(line, " error: ")) return std::nullopt;
    const auto note = line.find(": note: ");
    const bool tells = note != npos && (contains(line, "in call to ") || contains(line, " declared here"));
    auto method = tells ? method_in(std::string_view(line).substr(note)) : std::nullopt;
    if (!method) continue;
    const auto front = std::string_view(line).substr(0, note);  // "src/pier.h:3:7"
    const auto behind_line = front.rfind(':');
    const auto behind_file = behind_line == npos || behind_line == 0 ? npos : front.rfind(':', behind_line - 1);
    if (behind_file == npos) return std::nullopt;
    const auto file = find_file(tree, front.substr(0, behind_file));
    const auto number = line_number(front.substr(behind_file + 1, behind_line - behind_file - 1));
    const auto column = line_number(front.substr(behind_line + 1));
    if (!file || !number || !column) return std::nullopt;
    method->place = {*file, static_cast<std::size_t>(*number), static_cast<std::size_t>(*column)};
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
  if (contains(tail, "&") || contains(tail, "=")) return std::nullopt;
  return Edit{close + 1, 0, " const"};
}

// The name of the class whose body the place is in.
std::string class_around(std::string_view code, std::size_t at) {
  std::size_t depth = 0;
  while (at-- > 0) {
    if (code[at] == '}') ++depth;
    if (code[at] != '{' || depth-- > 0) continue;
    const auto from = code.substr(0, at).find_last_of(";{}");
    const auto head = code.substr(from == npos ? 0 : from + 1, at - (from == npos ? 0 : from + 1));
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

bool is_static(std::string_view code, std::size_t at) {
  const auto begin = code.substr(0, at).find_last_of(";{}:") + 1;
  return !words_in(code.substr(begin, at - begin), "static").empty();
}

// `double Route::length() {` in whatever source. One that is overloaded is not told apart.
std::vector<std::pair<std::string, Edit>> outside_of(const Draft& draft, const Tree& tree, const std::string& owner,
                                                     const std::string& name) {
  std::vector<std::pair<std::string, Edit>> edits;
  for (const auto& path : tree.list()) {
    const auto text = is_c_family(path) ? draft.read(path) : std::nullopt;
    if (!text || !contains(*text, owner)) continue;
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
  const auto text = draft.read(method.place.file);
  const auto code = text ? code_only(*text, Speech::c) : "";
  const auto at = offset_of(code, method.place.line, method.place.column, method.name);
  const auto inside = at ? made_const(code, *at, method.name) : std::nullopt;
  if (!inside || is_static(code, *at) || is_virtual(patient.tree, method.name)) return;
  const auto owner = class_around(code, *at);
  if (owner.empty() || (!method.owner.empty() && method.owner.substr(0, method.owner.find('<')) != owner)) return;
  const auto body = code.find_first_of(";{", inside->offset);
  const bool is_defined = body != npos && code[body] == '{';
  if (!is_defined && outside_of(draft, patient.tree, owner, method.name).size() != 1) return;
  draft.edit(method.place.file, {*inside});
  if (is_defined) return;
  for (const auto& [path, edit] : outside_of(draft, patient.tree, owner, method.name)) draft.edit(path, {edit});
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
