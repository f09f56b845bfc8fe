// c.link-library: the library that defines a symbol, added behind the objects where a Makefile or CMakeLists.txt links;
// or the project's own source that defines it and is not part of the link.

#include "mend/c/build/link.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/cmake_library.h"
#include "mend/c/build/split_source.h"
#include "mend/c/fixers.h"
#include "mend/c/language/declared.h"
#include "mend/c/language/source.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/libraries.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

FailedLink failed_link(const Diagnosis& diagnosis) {
  FailedLink link;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    std::string symbol(trim(capture(occurrence, "symbol")));
    if (!symbol.empty() && symbol.size() <= 300) link.symbols.insert(std::move(symbol));
    for (const auto& line : occurrence.before) {
      if (line.starts_with("FAILED: ")) note_target(line, link);
    }
    for (const auto& line : occurrence.after) note_target(line, link);
  }
  return link;
}

// "tests/clock.cpp", "src/fake_clock.cpp", "src/ClockMock.cpp": what tests take instead of another source, or a test itself.
bool is_stand_in(const std::string& path) {
  static constexpr auto parts =
      std::to_array<std::string_view>({"fake", "fakes", "mock", "mocks", "stub", "stubs", "dummy", "test", "tests"});
  std::string words;
  for (const char byte : path) {
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    if (is_capital || !is_word_byte(byte) || byte == '_') words += ' ';
    if (is_word_byte(byte) && byte != '_') words += byte;
  }
  const auto is_part = [](std::string_view word) { return is_among(word, parts); };
  words = lower(words);
  return is_aside(path) || std::ranges::any_of(split(words, ' '), is_part);
}

// The only header that is called as a source is, wherever it lies; "" where there are several.
std::string header_called_as(const Tree& tree, std::string_view source) {
  const auto stem = name_of(source).substr(0, name_of(source).rfind('.') + 1);
  std::string found;
  for (const auto& path : tree.list()) {
    if (!is_c_header(path) || name_of(path).substr(0, name_of(path).rfind('.') + 1) != stem) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// Does a text of a build take sources that it does not name?
bool takes_unnamed(std::string_view text) {
  return contains(text, "GLOB") || contains(text, "aux_source_directory") || contains(text, "$(wildcard");
}

// Does a list or Makefile name one of the sources, or its object, or take all that are there? Which of them is built is a choice that it
// makes.
bool is_built_somewhere(const Tree& tree, const std::vector<std::string>& sources) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const auto text =
        is_cmake_list(path) || is_makefile(path) || path.ends_with("meson.build") ? tree.read(path).value_or("") : "";
    return takes_unnamed(text) || std::ranges::any_of(sources, [&](const auto& source) {
             const auto name = name_of(source);
             return contains(text, name) || contains(text, std::string(name.substr(0, name.rfind('.'))) + ".o");
           });
  });
}

// Of sources of one name that no list names, the one beside the only header of that name, which declares the function:
// src/checksum.cpp beside src/checksum.h, not legacy/checksum.cpp.
std::string beside_its_header(const Tree& tree, const std::vector<std::string>& sources, const std::string& function) {
  std::string found;
  for (const auto& source : sources) {
    const auto header = header_called_as(tree, source);
    const auto text = !header.empty() && folder_of(header) == folder_of(source) ? tree.read(header) : std::nullopt;
    const auto name = function.substr(function.rfind(':') + 1);
    if (!text || text->size() > source_bytes_max || !declares(code_only(*text, Speech::c), name)) continue;
    if (!found.empty()) return "";
    found = source;
  }
  return is_built_somewhere(tree, sources) ? "" : found;
}

// The only source; of several the one that is called as the function or its class is: parse.cpp, not legacy_parse.cpp.
std::string likely_home(const Tree& tree, std::vector<std::string> sources, const std::string& function,
                        OfSeveral choice) {
  if (sources.size() == 1) return sources[0];
  const auto stand_ins = std::ranges::count_if(sources, is_stand_in);
  const bool are_mixed = stand_ins > 0 && static_cast<std::size_t>(stand_ins) < sources.size();
  if (are_mixed && choice == OfSeveral::likely_for_test) return "";
  if (are_mixed) std::erase_if(sources, is_stand_in);
  if (sources.size() == 1) return sources[0];
  const std::string lines = replace_all(function, "::", "\n");
  std::vector<std::string> called;
  for (const auto& source : sources) {
    const auto name = name_of(source);
    const auto stem = lower(name.substr(0, name.rfind('.')));
    const auto parts = split(lines, '\n');
    if (std::ranges::any_of(parts, [&](auto part) { return lower(std::string(part)) == stem; }))
      called.push_back(source);
  }
  return called.size() == 1 ? called[0] : beside_its_header(tree, called.empty() ? sources : called, function);
}

// The libraries of the project that hold the sources; none where one of them is in no library.
std::set<std::string> own_libraries(const Tree& tree, const std::set<std::string>& sources, const std::string& target) {
  std::set<std::string> libraries;
  for (const auto& source : sources) {
    const auto library = cmake_library_with(tree, source);
    if (library.empty() || library == target) return {};
    libraries.insert(library);
  }
  return libraries;
}

// "CMakeFiles/loan.dir/…", "bin/loan" → "loan"
std::string cmake_target(const FailedLink& link) {
  const auto dir = link.makefile.find(".dir/");
  if (dir != std::string::npos) return std::string(name_of(std::string_view(link.makefile).substr(0, dir)));
  return std::string(name_of(link.target));
}

}  // namespace

// "make: *** [Makefile:8: build/loan] Error 1", "gmake[2]: *** [CMakeFiles/loan.dir/build.make:97: loan] Error 1",
// "FAILED: loan" of ninja
void note_target(std::string_view line, FailedLink& link) {
  if (line.starts_with("FAILED: ")) {
    auto words = split(line.substr(8), ' ');
    if (words.size() > 1 && words[0].starts_with("[code=")) words.erase(words.begin());
    link.target = words[0];
    return;
  }
  const auto open = line.find("*** [");
  const auto close = line.find("] Error", open == npos ? 0 : open);
  if (open == npos || close == npos || !link.target.empty()) return;
  const auto parts = split(line.substr(open + 5, close - open - 5), ':');
  if (parts.size() == 1) link.target = trim(parts[0]);
  if (parts.size() == 2) link.target = trim(parts[1]);
  if (parts.size() != 3) return;
  link.target = trim(parts[2]);
  link.makefile = parts[0];
  link.line = static_cast<std::size_t>(line_number(parts[1]).value_or(0));
}

std::string function_name(const std::string& symbol) {
  std::string name = symbol.substr(0, std::min(symbol.find_first_of("(@"), symbol.find("[abi:")));
  if (contains(name, " ") || contains(name, "<")) return "";
  const std::string lines = replace_all(name, "::", "\n");
  const auto parts = split(lines, '\n');
  if (parts.size() > 2) name = std::string(parts[parts.size() - 2]) + "::" + std::string(parts.back());
  return name;
}

bool defines_function(std::string_view code, const std::string& name) {
  if (code.size() > source_bytes_max) return false;
  for (const auto& written : {name, name.substr(name.rfind(':') + 1)}) {
    std::size_t done = 0;  // what stands inside of a call is no definition
    for (const auto at : words_in(code, written)) {
      const auto open = code.find_first_not_of(" \t\r\n", at + written.size());
      if (at < done || open == npos || code[open] != '(') continue;
      const auto close = closing_bracket(code, open);
      const auto body = close == npos ? npos : code.find_first_of("{;=,)", close + 1);
      if (body == npos) break;
      done = close;
      const auto line = line_before(code, at);
      if (code[body] == '{' && !line.empty() && !contains("\t }", line.substr(0, 1)) && !contains(line, "static "))
        return true;
    }
    if (contains(name, "::") && !words_in(code, "namespace").empty()) continue;
    break;
  }
  return false;
}

std::map<std::string, std::string> sources_of(const Tree& tree, const std::set<std::string>& symbols,
                                              OfSeveral choice) {
  std::map<std::string, std::vector<std::string>> homes;  // by name
  for (const auto& symbol : symbols) homes[function_name(symbol)];
  homes.erase("");
  for (const auto& path : tree.list()) {
    const auto text = is_c_family_source(path) && !homes.empty() ? tree.read(path).value_or("") : "";
    if (text.size() > source_bytes_max) continue;
    std::string code;
    for (auto& [name, found] : homes) {
      if (!contains(text, name.substr(name.rfind(':') + 1))) continue;
      if (code.empty()) code = code_only(text, Speech::c);
      if (defines_function(code, name)) found.push_back(path);
    }
  }
  std::map<std::string, std::string> sources;
  for (const auto& symbol : symbols) {
    const auto home = homes.find(function_name(symbol));
    if (home == homes.end() || (home->second.size() > 1 && choice == OfSeveral::none)) continue;
    const auto source = likely_home(tree, home->second, home->first, choice);
    if (!source.empty()) sources.emplace(symbol, source);
  }
  return sources;
}

std::string cmake_library_with(const Tree& tree, const std::string& source) {
  for (const auto& path : tree.list()) {
    if (!is_cmake(path)) continue;
    if (auto library = cmake_library_of(tree.read(path).value_or(""), folder_of(path), source); !library.empty())
      return library;
  }
  return "";
}

bool lists_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '=';
    if (begins && (end == text.size() || contains(" \t\r\n)\\", text.substr(end, 1)))) return true;
  }
  return false;
}

std::vector<Patch> link_c_library(const Patient& patient) {
  const auto failed = failed_link(patient.diagnosis);
  const auto libraries = libraries_of(failed.symbols, patient.rules.table("c-libraries"));
  std::set<std::string> own;
  const auto choice = contains(lower(failed.target), "test") ? OfSeveral::likely_for_test : OfSeveral::likely;
  for (const auto& [symbol, source] : sources_of(patient.tree, failed.symbols, choice)) own.insert(source);
  const bool by_cmake =
      contains(failed.makefile, "CMakeFiles/") || contains(failed.makefile, ".make") ||
      (failed.makefile.empty() && patient.tree.has("CMakeLists.txt") && top_makefile(patient.tree).empty());
  const auto makefile = failed.makefile.empty() ? std::nullopt : find_file(patient.tree, failed.makefile);
  Draft draft(patient.tree);
  list_split_sources(patient, failed.symbols, draft);
  if (!draft.patch().empty()) return draft.patches();
  const auto built = by_cmake ? own_libraries(patient.tree, own, cmake_target(failed)) : std::set<std::string>();
  if (by_cmake && built.empty()) {
    for (const auto& source : own) list_in_cmake(patient.tree, source, cmake_target(failed), draft);
    if (!draft.patch().empty()) return draft.patches();
  }
  if (by_cmake && !built.empty()) {
    bool builds_itself = false;
    for (const auto& source : own)
      builds_itself |= list_beside_in_cmake(patient.tree, source, cmake_target(failed), draft);
    if (builds_itself) return draft.patches();
  }
  for (const auto& path : patient.tree.list()) {
    if (by_cmake ? !is_cmake(path) : !is_makefile(path) && path != makefile) continue;
    if (!by_cmake && makefile && path != *makefile) continue;
    if (!built.empty()) {
      link_in_cmake(path, built, cmake_target(failed), {}, draft);
      continue;
    }
    for (const auto& source : own) {
      if (by_cmake) build_in_cmake(path, source, cmake_target(failed), draft);
      if (!by_cmake) build_in_makefile(path, source, failed, draft);
    }
    if (!own.empty() || libraries.empty()) continue;
    if (by_cmake) link_in_cmake(path, libraries, cmake_target(failed), patient.rules.table("cmake-targets"), draft);
    if (!by_cmake) link_in_makefile(path, libraries, failed, draft);
  }
  if (draft.patch().empty() && failed.makefile.empty() && own.empty() && !libraries.empty()) {
    for (const auto& path : patient.tree.list()) {
      if (path.ends_with(".sh")) link_in_script(path, libraries, draft);
    }
  }
  return draft.patches();
}

}  // namespace regreen
