// c.define-once: a variable that a header defines is in every object that includes it. The header declares it from now on,
// and one source defines it: the one that the header belongs to, else the one with main. Projects of C++17 need but the
// word `inline`. Nothing where the definition is not plain: of a type that is defined with it, under a condition, or with
// more than one value.

#include "base/text.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// `int limit = 4;` of a file: from its type to its semicolon.
struct Definition {
  std::size_t begin = 0, equals = npos, end = 0;  ///< `end` is behind the semicolon
  bool in_namespace = false;
  bool is_alone = true;  ///< and not one of several, `int a = 1, b = 2;`
};

// Has the text between a line's front and a name only words of a type in it?
bool is_type(std::string_view type) {
  static constexpr auto settled = std::to_array<std::string_view>(
      {"static", "inline", "extern", "constexpr", "typedef", "template", "using", "return", "friend", "goto", "case",
       "else", "define", "namespace", "class", "delete"});
  return !trim(type).empty() && is_word_byte(trim(type)[0]) && type.find_first_of("(){};=#\"'+-/!") == npos &&
         std::ranges::none_of(settled, [&](auto word) { return !words_in(type, word).empty(); });
}

enum class Scope { file, name_space, other };

/// What the brackets around a place are, for places in the order in which they stand. Borrows the code.
class Scopes {
 public:
  explicit Scopes(std::string_view code) : code_(code) {}

  Scope around(std::size_t place) {
    for (; read_ < place; ++read_) {
      if (contains("([{", code_.substr(read_, 1))) {
        open_.push_back(opened_at(read_));
        ++count_of(open_.back());
      } else if (contains(")]}", code_.substr(read_, 1)) && !open_.empty()) {
        --count_of(open_.back());
        open_.pop_back();
      }
    }
    if (count_of(Scope::other) > 0) return Scope::other;
    return count_of(Scope::name_space) > 0 ? Scope::name_space : Scope::file;
  }

 private:
  Scope opened_at(std::size_t at) const {
    if (code_[at] != '{') return Scope::other;
    auto head = head_before(code_, end_of_code_before(code_, at));
    head = head.substr(head.rfind('\n') + 1);                                          // npos + 1 is the front
    if (head.ends_with('"') && !words_in(head, "extern").empty()) return Scope::file;  // extern "C"
    return words_in(head, "namespace").empty() ? Scope::other : Scope::name_space;
  }

  std::size_t& count_of(Scope scope) { return counts_[static_cast<std::size_t>(scope)]; }

  std::string_view code_;
  std::size_t read_ = 0;
  std::vector<Scope> open_;
  std::array<std::size_t, 3> counts_ = {};
};

// Does it stand under a condition of the preprocessor, other than the guard of the whole header?
bool is_conditional(std::string_view text, std::size_t at) {
  std::size_t depth = 0, directives = 0, guard = 0;
  for (const auto line : split_lines(text.substr(0, at))) {
    if (!trim(line).starts_with('#')) continue;
    const auto word = trim(trim(line).substr(1));
    if (word.starts_with("if")) ++depth;
    if (word.starts_with("endif") && depth > 0) --depth;
    if (directives++ == 0 && word.starts_with("ifndef")) guard = 1;
  }
  return depth > guard;
}

// Where a declarator ends: at the comma or semicolon behind it that is in no bracket.
std::size_t end_of_declarator(std::string_view code, std::size_t from) {
  auto at = code.find_first_of("([{,;", from);
  while (at != npos && code[at] != ',' && code[at] != ';') {
    const auto close = closing_bracket(code, at);
    at = close == npos ? npos : code.find_first_of("([{,;", close);
  }
  return at;
}

std::vector<Definition> definitions_of(std::string_view text, std::string_view name) {
  const auto code = code_only(text, Speech::c);
  Scopes scopes(code);
  std::vector<Definition> all;
  std::size_t done = 0;  // a statement defines a name once
  for (const auto at : words_in(code, name)) {
    auto front = line_before(code, at);
    if (at < done || front.size() == line_head_max) continue;
    front.remove_prefix(indentation(front).size());
    Definition one;
    one.begin = at - front.size();
    if (!is_type(front)) continue;
    const auto scope = scopes.around(one.begin);
    if (scope == Scope::other) continue;
    auto behind = code.find_first_not_of(" \t", at + name.size());
    while (behind != npos && code[behind] == '[') {
      const auto close = closing_bracket(code, behind);
      behind = close == npos ? npos : code.find_first_not_of(" \t", close + 1);
    }
    if (behind == npos || !contains("=;,", code.substr(behind, 1))) continue;
    auto semicolon = end_of_declarator(code, behind);
    for (; semicolon != npos && code[semicolon] == ','; semicolon = end_of_declarator(code, semicolon + 1))
      one.is_alone = false;
    if (semicolon == npos) break;  // what stands behind is part of it
    one.equals = std::string_view(code).substr(0, semicolon).find('=', behind);
    one.end = done = semicolon + 1;
    one.in_namespace = scope == Scope::name_space;
    all.push_back(one);
  }
  return all;
}

struct Home {
  std::string path;
  Definition definition;
};

std::vector<Home> homes_of(const Draft& draft, const Tree& tree, std::string_view name) {
  std::vector<Home> homes;
  for (const auto& path : tree.list()) {
    const auto text = is_c_family(path) ? draft.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max || !contains(*text, name)) continue;
    for (const auto& one : definitions_of(*text, name)) homes.push_back({path, one});
  }
  return homes;
}

std::string_view stem_of(std::string_view path) { return name_of(path).substr(0, name_of(path).rfind('.')); }

// The only source that the header belongs to by its name; else the only one that includes it and has main.
std::string source_for(const Tree& tree, std::string_view header) {
  std::string twin, program;
  for (const auto& path : tree.list()) {
    const auto text = is_c_family_source(path) ? tree.read(path).value_or("") : "";
    if (!includes_file(text, header)) continue;
    if (stem_of(path) == stem_of(header)) twin = twin.empty() ? path : "?";
    if (!words_in(code_only(text, Speech::c), "main").empty()) program = program.empty() ? path : "?";
  }
  const auto& found = twin.empty() ? program : twin;
  return found == "?" ? "" : found;
}

// Does nothing but C++ of 2017 or later include the headers?
bool has_inline_variables(const Tree& tree) {
  static constexpr auto older =
      std::to_array<std::string_view>({"++98", "++03", "++11", "++0x", "++14", "++1y", "STANDARD 98", "STANDARD 11",
                                       "STANDARD 14", "cxx_std_98", "cxx_std_11", "cxx_std_14"});
  bool has_cpp = false;
  for (const auto& path : tree.list()) {
    if (path.ends_with(".c")) return false;
    has_cpp |= is_c_family_source(path);
    const bool builds = is_cmake(path) || is_makefile(path) || name_of(path) == "meson.build";
    const auto text = builds ? tree.read(path).value_or("") : "";
    if (std::ranges::any_of(older, [&](auto one) { return contains(text, one); })) return false;
  }
  return has_cpp;
}

// Below the includes of a source.
bool define_in(const std::string& source, const std::string& definition, Draft& draft) {
  const auto text = draft.read(source).value_or("");
  const auto last = last_include(text);
  if (last == 0) return false;
  const std::string end(line_end(text));
  const Lines lines(text);
  const bool is_among = !trim(lines.line(last + 1)).empty();
  return draft.edit(source, {{lines.begin(last + 1), 0, end + definition + end + (is_among ? end : "")}});
}

void define_once(const Patient& patient, const std::string& name, Draft& draft) {
  auto homes = homes_of(draft, patient.tree, name);
  const auto in_headers = std::ranges::stable_partition(homes, [](const Home& one) { return is_c_header(one.path); });
  const std::vector<Home> in_sources(in_headers.begin(), in_headers.end());
  homes.erase(in_headers.begin(), in_headers.end());
  if (homes.size() != 1 || in_sources.size() > 1) return;
  const auto& [header, definition] = homes[0];
  const auto text = draft.read(header).value_or("");
  if (is_conditional(text, definition.begin)) return;
  if (in_sources.empty() && has_inline_variables(patient.tree)) {
    draft.edit(header, {{definition.begin, 0, "inline "}});
    return;
  }
  const auto words = text.substr(definition.begin, definition.end - definition.begin);
  const bool has_value = definition.equals != npos;
  // One value of several, a definition elsewhere with a value of its own, a namespace to reopen: not ours to choose.
  if (definition.in_namespace || (has_value && (!definition.is_alone || !in_sources.empty()))) return;
  if (in_sources.empty()) {
    const auto source = source_for(patient.tree, header);
    if (source.empty() || !define_in(source, words, draft)) return;
  }
  std::vector<Edit> edits = {{definition.begin, 0, "extern "}};
  if (has_value) {
    const auto from = end_of_code_before(text, definition.equals);
    edits.push_back({from, definition.end - 1 - from, ""});
  }
  draft.edit(header, std::move(edits));
}

}  // namespace

std::vector<Patch> define_c_variable_once(const Patient& patient) {
  std::set<std::string> names;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    std::string name(trim(capture(occurrence, "symbol")));
    if (const auto colon = name.rfind("::"); colon != std::string::npos) name = name.substr(colon + 2);
    if (name.starts_with('_') && occurrence.at.text.starts_with("duplicate symbol")) name.erase(0, 1);  // Apple's ld
    if (is_identifier(name)) names.insert(std::move(name));
  }
  Draft draft(patient.tree);
  for (const auto& name : names) define_once(patient, name, draft);
  return draft.patches();
}

}  // namespace regreen
