// cpp.drop-char8: texts in UTF-8 that are used as `char`, as they could be before C++20.
//
//   error: invalid conversion from ‘const char8_t*’ to ‘const char*’
//   error: no match for ‘operator+’ (operand types are ‘std::string’ and ‘const char8_t [5]’)
//
//   return u8"°C";   →   return "°C";
//
// The bytes stay the same where the compiler takes sources and texts for UTF-8, as gcc and clang do unless told otherwise.
// Microsoft's does not: a project that is built with it says `reinterpret_cast<const char *>(u8"°C")`, apart from plain letters.
// Where the project has a use for char8_t itself, only the statements that the compiler names are meant.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// What the project says about those who compile it.
struct Compilers {
  bool has_microsoft = false;
  bool has_other_charset = false;
  bool uses_char8 = false;
};

bool builds(std::string_view path) {
  return path.ends_with("CMakeLists.txt") || path.ends_with(".cmake") || is_makefile(path) || path.ends_with(".yml") ||
         path.ends_with(".yaml") || path.ends_with("meson.build") || path.ends_with(".sln") ||
         path.ends_with(".vcxproj");
}

Compilers compilers_of(const Tree& tree) {
  constexpr auto microsoft =
      std::to_array<std::string_view>({"_MSC_VER", "MSVC", "windows-20", "windows-latest", "_WIN32"});
  Compilers found;
  for (const auto& path : tree.list()) {
    if ((!is_c_family(path) && !builds(path)) || is_foreign(path)) continue;
    const auto text = tree.read(path);
    if (!text || text->size() > source_bytes_max) continue;
    found.has_microsoft |=
        path.ends_with(".vcxproj") || std::ranges::any_of(microsoft, [&](auto word) { return contains(*text, word); });
    found.has_other_charset |= contains(*text, "exec-charset") || contains(*text, "input-charset");
    if (is_c_family(path) && (contains(*text, "char8_t") || contains(*text, "u8string")))
      found.uses_char8 |= !words_in(code_only(*text, Speech::c), "char8_t").empty() || contains(*text, "u8string");
  }
  return found;
}

/// A literal: where `u8` stands, its quote, and where the last of those in a row ends.
struct Text8 {
  std::size_t at = 0, quote = 0, end = 0;
};

// The end of a literal whose opening quote is at `quote`: code_only leaves quotes and blanks what is between them.
std::size_t end_of_literal(std::string_view code, std::size_t quote) {
  const auto close = code.find('"', quote + 1);
  return close == npos ? npos : close + 1;
}

std::vector<Text8> texts_in(std::string_view code) {
  std::vector<Text8> texts;
  for (const std::string_view prefix : {"u8", "u8R"}) {
    for (const auto at : words_in(code, prefix)) {
      const auto quote = at + prefix.size();
      const auto end = code.substr(quote, 1) == "\"" ? end_of_literal(code, quote) : npos;
      if (end != npos) texts.push_back({at, quote, end});
    }
  }
  std::ranges::sort(texts, {}, &Text8::at);
  return texts;
}

bool is_plain(std::string_view literal) {
  return std::ranges::none_of(literal, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) &&
         !contains(literal, "\\u") && !contains(literal, "\\U") && !contains(literal, "\\N");
}

// May `reinterpret_cast` stand there? Not in a constant, nor where an array takes its letters, nor beside another literal.
bool may_be_cast(std::string_view code, const Text8& text) {
  const auto head = head_before(code, text.at);
  const auto before = end_of_code_before(code, text.at), next = code.find_first_not_of(" \t\r\n", text.end);
  const bool is_alone =
      (before == 0 || code[before - 1] != '"') && (next == npos || (code[next] != '"' && code[next] != 'u'));
  return is_alone && words_in(head, "constexpr").empty() && !contains(head, "[]") && !trim(head).starts_with('#');
}

std::vector<Edit> edits_for(std::string_view text, std::string_view code, const Text8& literal,
                            const Compilers& compilers) {
  if (trim(line_before(code, literal.at)).starts_with('#')) return {};
  if (!compilers.has_microsoft || is_plain(text.substr(literal.quote, literal.end - literal.quote)))
    return {{literal.at, 2, ""}};
  if (!may_be_cast(code, literal)) return {};
  return {{literal.at, 0, "reinterpret_cast<const char *>("}, {literal.end, 0, ")"}};
}

bool is_cast(std::string_view code, const Text8& literal) {
  return line_before(code, literal.at).ends_with("reinterpret_cast<const char *>(");
}

// Is a place in the statement that the literal is part of?
bool is_named(std::string_view code, const std::set<std::size_t>& places, const Text8& literal) {
  const auto begin = literal.at - head_before(code, literal.at).size();
  const auto end = std::min(code.find_first_of(";{}", literal.end), code.size());
  const auto found = places.lower_bound(begin);
  return found != places.end() && *found <= end;
}

}  // namespace

std::vector<Patch> drop_cpp_char8(const Patient& patient) {
  std::map<std::string, std::set<std::size_t>> places;
  for (const auto& place : places_of(patient.tree, patient.diagnosis)) {
    const auto text = is_c_family(place.file) && !is_foreign(place.file) ? patient.tree.read(place.file) : std::nullopt;
    if (const auto at = text ? offset_of(*text, place.line, place.column) : std::nullopt)
      places[place.file].insert(*at);
  }
  if (places.empty()) return {};
  const auto compilers = compilers_of(patient.tree);
  if (compilers.has_other_charset) return {};
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    const bool is_meant = places.contains(path) || !compilers.uses_char8;
    const bool may_be_cpp = is_cpp(path) || is_c_header(path);  // in C they were char all along
    const auto text = is_meant && may_be_cpp && !is_foreign(path) ? draft.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max || !contains(*text, "u8")) continue;
    const auto code = code_only(*text, Speech::c);
    std::vector<Edit> edits;
    for (const auto& literal : texts_in(code)) {
      if (is_cast(code, literal) || (compilers.uses_char8 && !is_named(code, places.at(path), literal))) continue;
      for (auto& edit : edits_for(*text, code, literal, compilers)) edits.push_back(std::move(edit));
    }
    draft.edit(path, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
