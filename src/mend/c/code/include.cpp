// c.add-include: the header that declares a name, as the compiler or our tables know it, or the only header of the
// project that declares it.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/declared.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

// Headers of C that C++ has as <cNAME>.
constexpr std::array<std::string_view, 17> twice_named = {
    "assert.h", "ctype.h",  "errno.h",  "float.h",  "inttypes.h", "limits.h", "locale.h", "math.h", "setjmp.h",
    "signal.h", "stdarg.h", "stddef.h", "stdint.h", "stdio.h",    "stdlib.h", "string.h", "time.h"};

// What POSIX and BSD have beyond standard C.
constexpr std::array<std::string_view, 26> beyond_standard = {
    "strdup", "strndup",   "strnlen", "strtok_r", "strcasecmp",    "strncasecmp", "getline",     "getdelim", "popen",
    "pclose", "fileno",    "dprintf", "setenv",   "unsetenv",      "putenv",      "realpath",    "mkstemp",  "mkdtemp",
    "usleep", "nanosleep", "random",  "srandom",  "clock_gettime", "M_PI",        "localtime_r", "gmtime_r"};

bool is_header_name(std::string_view name) {
  return !name.empty() && name.size() <= 100 &&
         std::ranges::all_of(name,
                             [](char c) {
                               return is_word_byte(c) || contains("./+-", {&c, 1});
                             }) &&
         !contains(name, "..") && !name.starts_with('/');
}

std::string bracketed(std::string_view header, std::string_view file) {
  const bool known = is_among(header, twice_named);
  if (known && is_cpp(file)) return "<c" + std::string(header.substr(0, header.size() - 2)) + ">";
  return "<" + std::string(header) + ">";
}

// What the compiler says itself: "defined in header <x>", "include ‘<x>’ or provide", "include the header <x>".
std::string told_header(const Occurrence& occurrence) {
  std::vector<std::string> lines = {occurrence.at.text};
  for (const auto& line : occurrence.after) {
    if (contains(line, ": error:") || contains(line, ": warning:") || lines.size() > 8) break;
    if (contains(line, ": note:")) lines.push_back(line);
  }
  for (const auto& line : lines) {
    if (!contains(line, "include") && !contains(line, "header")) continue;
    const auto open = line.find('<');
    const auto close = line.find('>', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos) continue;
    if (is_header_name(std::string_view(line).substr(open + 1, close - open - 1)))
      return line.substr(open, close - open + 1);
  }
  return "";
}

// How other files write a header of the project; else its path from the file or from an include folder.
std::string spelling(const Tree& tree, const std::string& header, std::string_view file) {
  if (folder_of(header) == folder_of(file)) return std::string(name_of(header));
  for (const auto& path : tree.list()) {
    if (!is_c_family(path)) continue;
    const auto text = tree.read(path);
    if (!text) continue;
    for (const auto line : split_lines(*text)) {
      const auto open = line.find('"');
      if (!trim(line).starts_with("#include") || open == std::string_view::npos) continue;
      const auto name = line.substr(open + 1, line.find('"', open + 1) - open - 1);
      if (!name.starts_with('.') && (header == name || header.ends_with("/" + std::string(name))))
        return std::string(name);
    }
  }
  const auto include = header.find("include/");
  return include == std::string::npos ? std::string(name_of(header)) : header.substr(include + 8);
}

std::string own_header(const Tree& tree, std::string_view symbol, std::string_view file) {
  std::string found;
  for (const auto& path : tree.list()) {
    const bool is_read = path != file && is_c_header(path) && !path.ends_with(".ipp");  // a header includes that one
    const auto text = is_read ? tree.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max || !contains(*text, symbol)) continue;
    if (!declares(code_only(*text, Speech::c), symbol)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found.empty() ? "" : "\"" + spelling(tree, found, file) + "\"";
}

/// The headers of the project that were looked for, by symbol and by the file that asks.
using OwnHeaders = std::map<std::pair<std::string, std::string>, std::string>;

std::string header_for(const Patient& patient, const Occurrence& occurrence, const std::string& file, OwnHeaders& own) {
  std::string symbol(capture(occurrence, "symbol"));
  const bool is_std =
      symbol.starts_with("std::") || contains(occurrence.at.text, "‘std") || contains(occurrence.at.text, "'std");
  if (symbol.starts_with("std::")) symbol.erase(0, 5);
  if (auto told = told_header(occurrence); !told.empty()) return told;
  if (!is_identifier(symbol)) return "";
  const auto& table = patient.rules.table(is_std ? "cpp-headers" : "c-headers");
  if (const auto row = table.find(symbol); row != table.end())
    return is_std ? "<" + row->second + ">" : bracketed(row->second, file);
  if (is_std || contains(occurrence.at.text, "did you mean")) return "";
  const auto [known, is_new] = own.try_emplace({symbol, file});
  if (is_new) known->second = own_header(patient.tree, symbol, file);
  return known->second;
}

// Does a header of the project that the file reads include it, since a moment ago?
bool comes_with_header(const Draft& draft, std::string_view text, const std::string& header) {
  return std::ranges::any_of(draft.patch().changes, [&](const FileChange& change) {
    return is_c_header(change.path) && includes_file(text, change.path) && includes(change.after.value_or(""), header);
  });
}

// glibc hides what strict C does not know; this asks for it.
std::optional<Edit> feature_macro(std::string_view text) {
  if (contains(text, "_SOURCE")) return std::nullopt;
  const auto at = text.find("#include");
  if (at == std::string_view::npos || (at > 0 && text[at - 1] != '\n')) return std::nullopt;
  return Edit{at, 0, "#define _DEFAULT_SOURCE" + std::string(line_end(text)) + std::string(line_end(text))};
}

}  // namespace

std::vector<Patch> add_c_include(const Patient& patient) {
  Draft draft(patient.tree);
  OwnHeaders own;
  std::set<std::string> hidden;  // files that include the header already, and the compiler does not see the name
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_c_family(places[0].file)) continue;
    const auto& file = places[0].file;
    const auto text = draft.read(file);
    const auto header = text ? header_for(patient, occurrence, file, own) : "";
    if (header.empty()) continue;
    if (comes_with_header(draft, *text, header)) continue;
    if (includes(*text, header)) {
      if (file.ends_with(".c") && is_among(capture(occurrence, "symbol"), beyond_standard)) hidden.insert(file);
    } else if (auto edit = add_include(file, *text, header)) {
      draft.edit(file, {*edit});
    }
  }
  if (!draft.patch().empty()) return draft.patches();
  for (const auto& file : hidden) {
    if (auto edit = feature_macro(*draft.read(file))) draft.edit(file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
