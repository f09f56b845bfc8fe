// c.declare-as-c: C and C++ are linked together, and the header between them does not say that its functions are C: each
// compiler gives them another name. The header says so, for C++ alone. Only where a source of C includes it (so that it holds
// nothing but C), and where the source that defines the function includes it too (so that both sides follow).

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

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_c(std::string_view path) { return path.ends_with(".c"); }

/// Who defines a function.
struct Home {
  std::string source;
  bool is_c = false;
};

bool declares(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
    const auto open = code.find_first_not_of(" \t\r\n", at + name.size());
    const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
    const auto behind = close == npos ? npos : code.find_first_not_of(" \t\r\n", close + 1);
    return behind != npos && (code[behind] == ';' || code.substr(behind).starts_with("__attribute__"));
  });
}

// Words that no header of C has.
bool speaks_cpp(std::string_view code) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"class", "template", "namespace", "using", "typename", "virtual", "operator", "__cplusplus"});
  return contains(code, "::") || contains(code, "extern \"") ||
         std::ranges::any_of(words, [&](auto word) { return !words_in(code, word).empty(); });
}

// The only header that declares the function, if it is one of C and both sides see it.
std::string header_of(const Tree& tree, const std::string& name, const Home& home) {
  std::string found;
  for (const auto& path : tree.list()) {
    const auto text = path.ends_with(".h") ? tree.read(path).value_or("") : "";
    if (text.size() > source_bytes_max || !contains(text, name) || !declares(code_only(text, Speech::c), name))
      continue;
    if (!found.empty()) return "";
    found = path;
  }
  if (found.empty() || is_foreign(found)) return "";
  const auto text = tree.read(found).value_or("");
  if (contains(text, "extern \"C\"") || speaks_cpp(code_only(text, Speech::c)) ||
      !includes_file(tree.read(home.source).value_or(""), found))
    return "";
  const bool is_read_by_c = home.is_c || std::ranges::any_of(tree.list(), [&](const auto& path) {
                              return is_c(path) && includes_file(tree.read(path).value_or(""), found);
                            });
  return is_read_by_c ? found : "";
}

// Where the declarations begin: behind the includes, or else behind the opening comment and the guard.
std::size_t begin_of_declarations(const Lines& lines, std::string_view text, std::string_view code) {
  if (const auto last = last_include(text); last != 0) return last + 1;
  std::size_t number = 1;
  for (; lines.has(number); ++number) {
    const auto line = trim(code.substr(lines.begin(number), lines.line(number).size()));
    const bool is_guard = line.starts_with("#ifndef ") && trim(lines.line(number + 1)).starts_with("#define ");
    if (is_guard) ++number;
    if (line.empty() || is_guard || line.starts_with("#pragma once")) continue;
    break;
  }
  while (number > 1 && !trim(lines.line(number - 1)).empty() &&
         trim(code.substr(lines.begin(number - 1), lines.line(number - 1).size())).empty())
    --number;  // a comment right above the first declaration is its own
  return number;
}

// Where they end: before the `#endif` of the guard, or at the end of the file.
std::size_t end_of_declarations(const Lines& lines, std::string_view code) {
  auto number = lines.count();
  const auto line = [&] { return trim(code.substr(lines.begin(number), lines.line(number).size())); };
  while (number > 1 && line().empty()) --number;
  const bool has_guard = contains(code, "#ifndef ") && !contains(code, "#pragma once") && line().starts_with("#endif");
  return has_guard ? number : lines.count() + 1;
}

std::vector<Edit> wrapped(std::string_view text) {
  const auto code = code_only(text, Speech::c);
  const Lines lines(text);
  const auto from = begin_of_declarations(lines, text, code), to = end_of_declarations(lines, code);
  for (auto number = from; number < to; ++number) {
    if (contains(lines.line(number), "#include")) return {};  // under a condition: what it reads need not be C
  }
  if (from >= to) return {};
  const std::string end(line_end(text));
  const auto above = [&](std::size_t number) { return number > 1 && trim(lines.line(number - 1)).empty(); };
  const std::string open = "#ifdef __cplusplus" + end + "extern \"C\" {" + end + "#endif" + end;
  const std::string close = "#ifdef __cplusplus" + end + "}" + end + "#endif" + end;
  const std::string first = (text.ends_with('\n') || to <= lines.count() ? "" : end) + (above(to) ? "" : end);
  const auto gap = [&](bool is_blank) { return is_blank ? std::string() : end; };
  return {{lines.begin(from), 0, gap(above(from)) + open + gap(lines.has(from) && trim(lines.line(from)).empty())},
          {lines.begin(to), 0, first + close + (to <= lines.count() ? end : "")}};
}

}  // namespace

std::vector<Patch> declare_as_c(const Patient& patient) {
  std::set<std::pair<std::string, bool>> missing;  // a function, and whether it is asked for by its name in C++
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string symbol(trim(capture(occurrence, "symbol")));
    const auto name = symbol.substr(0, symbol.find('('));
    if (is_identifier(name) && !contains(symbol, "::") && !contains(symbol, "&"))
      missing.emplace(name, contains(symbol, "("));
  }
  std::set<std::string> names, headers;
  for (const auto& [name, is_mangled] : missing) names.insert(name);
  const auto sources = sources_of(patient.tree, names);
  for (const auto& [name, is_mangled] : missing) {
    const auto source = sources.find(name);
    if (source == sources.end()) continue;
    const Home home{source->second, is_c(source->second)};
    if (home.is_c != is_mangled) continue;  // C++ asks for a function of C, or C for one of C++
    if (auto header = header_of(patient.tree, name, home); !header.empty()) headers.insert(std::move(header));
  }
  Draft draft(patient.tree);
  for (const auto& header : headers) {
    if (const auto text = draft.read(header)) draft.edit(header, wrapped(*text));
  }
  return draft.patches();
}

}  // namespace regreen
