// cmake.install-header: a header that lies beside an installed one, is included by it, and is not installed.
//
//   /…/prefix/include/tide/tide.hpp:6:10: fatal error: tide/units.hpp: No such file or directory
//
//   file INSTALL cannot find "/…/include/tide/version.hpp": No such file or directory.
//
// It goes into the list that names the other one: of install(FILES …), of the variable that install names, of a file set, or
// of automake's `…_HEADERS`. Only from the same folder: what lies elsewhere is installed elsewhere.
// And a list that installs a file from where it was: it is installed from where the build writes it, or where it lies.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/built_header.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

/// An installed header, and the one beside it that it includes.
struct Pair {
  std::string known, missing;
};

// Does a printed path lie where things are installed, and not in the project's own folders: `/…/build/prefix/include/tide.hpp`?
bool is_in_prefix(std::string_view printed, std::string_view file) {
  constexpr auto prefixes = std::to_array<std::string_view>(
      {"prefix", "install", "installed", "inst", "stage", "staging", "dest", "destdir", "sysroot"});
  const auto root = printed.ends_with(file) ? printed.substr(0, printed.size() - file.size()) : folder_of(printed);
  return std::ranges::any_of(split(root, '/'), [&](auto part) {
    const auto last = part.substr(part.find_last_of("-_.") + 1);  // npos + 1 is the front
    return is_among(lower(last), prefixes);
  });
}

std::optional<Pair> pair_of(const Tree& tree, const Occurrence& occurrence) {
  const auto places = places_of(tree, occurrence);
  const std::string header(capture(occurrence, "path"));
  if (places.empty() || header.empty() || !is_c_header(places[0].file)) return std::nullopt;
  auto printed = capture(occurrence, "file");
  if (printed.empty() && !occurrence.locations.empty()) printed = occurrence.locations[0].file;
  if (!is_in_prefix(printed, places[0].file)) return std::nullopt;
  Pair pair{places[0].file, path_in(folder_of(places[0].file), name_of(header))};
  const bool is_meant = pair.missing == header || pair.missing.ends_with("/" + header);
  return is_meant && tree.has(pair.missing) ? std::optional(pair) : std::nullopt;
}

// Is a word of a list the path of a file, seen from the list's folder?
bool means(std::string_view word, std::string_view folder, std::string_view file) {
  word = unquoted(word);
  for (const std::string_view root : {"${CMAKE_CURRENT_SOURCE_DIR}/", "${CMAKE_CURRENT_LIST_DIR}/", "$(srcdir)/"}) {
    if (word.starts_with(root)) word.remove_prefix(root.size());
  }
  for (const std::string_view root : {"${PROJECT_SOURCE_DIR}/", "${CMAKE_SOURCE_DIR}/"}) {
    if (word.starts_with(root)) return word.substr(root.size()) == file;
  }
  return path_in(folder, word) == file;
}

// The file of the project that a word of a list means, where it is the one that is printed; "" where it is not.
std::string find_file_named(std::string_view word, std::string_view folder, std::string_view printed) {
  for (auto rest = printed; !rest.empty(); rest = contains(rest, "/") ? rest.substr(rest.find('/') + 1) : "") {
    if (!rest.starts_with('/') && means(word, folder, rest)) return std::string(rest);
  }
  return "";
}

// The other header among the words: in order where they are sorted, else behind the one that includes it.
std::vector<Edit> with_header(std::string_view text, const std::vector<std::string_view>& words,
                              std::string_view folder, const Pair& pair) {
  const auto known = std::ranges::find_if(words, [&](auto word) { return means(word, folder, pair.known); });
  if (known == words.end()) return {};
  if (std::ranges::any_of(words, [&](auto word) { return means(word, folder, pair.missing); })) return {};
  auto first = known, last = known + 1;  // the run of headers that it stands in
  while (first != words.begin() && is_c_header(*(first - 1))) --first;
  while (last != words.end() && is_c_header(*last)) ++last;
  const auto written =
      replace_all(std::string(*known), std::string(name_of(pair.known)), std::string(name_of(pair.missing)));
  const auto next = std::find_if(first, last, [&](auto word) { return written < word; });
  const auto behind = !std::is_sorted(first, last) ? known : next == first ? last : next - 1;
  const auto* front = behind == last ? first->data() : behind->data();
  const auto at = static_cast<std::size_t>(front - text.data());
  const auto line = text.substr(text.rfind('\n', at) + 1, at - text.rfind('\n', at) - 1);
  const bool has_own_line = trim(line).empty();
  const std::string gap = has_own_line ? std::string(line_end(text)) + std::string(line) : " ";
  if (behind == last) return {{at, 0, written + gap}};
  return {{at + behind->size(), 0, gap + written}};
}

bool names_variable(std::string_view text, std::string_view command, std::string_view variable) {
  return std::ranges::any_of(cmake_calls(text, command), [&](const CMakeCall& call) {
    const auto inside = text.substr(call.open, call.close - call.open);
    return contains(inside, "${" + std::string(variable) + "}") &&
           (command == "install" || contains(inside, "PUBLIC_HEADER"));
  });
}

bool is_installed(std::string_view text, std::string_view command, const std::vector<std::string_view>& words) {
  if (words.size() < 2) return false;
  if (command == "install") return words[0] == "FILES";
  if (command == "target_sources") return is_among("FILE_SET", words);
  return names_variable(text, "install", words[0]) || names_variable(text, "set_target_properties", words[0]);
}

std::vector<Edit> in_cmake(std::string_view text, std::string_view folder, const Pair& pair) {
  for (const std::string_view command : {"install", "set", "target_sources"}) {
    for (const auto& call : cmake_calls(text, command)) {
      const auto words = words_in_call(text, call);
      if (!is_installed(text, command, words)) continue;
      if (auto edits = with_header(text, words, folder, pair); !edits.empty()) return edits;
    }
  }
  return {};
}

// `include_HEADERS = a.h \` and the lines that go on with it.
std::vector<Edit> in_automake(std::string_view text, std::string_view folder, const Pair& pair) {
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto equals = lines.line(number).find('=');
    if (equals == std::string_view::npos || !contains(lines.line(number).substr(0, equals), "_HEADERS") ||
        trim(lines.line(number).substr(0, equals)).starts_with("noinst"))
      continue;
    auto last = number;
    while (lines.line(last).ends_with('\\') && lines.has(last + 1)) ++last;
    const auto begin = lines.begin(number) + equals + 1;
    std::vector<std::string_view> words;
    for (const auto part : split(text.substr(begin, lines.end(last) - begin), ' ')) {
      for (const auto word : split(part, '\n')) {
        if (const auto one = trim(word); !one.empty() && one != "\\") words.push_back(one);
      }
    }
    auto edits = with_header(text, words, folder, pair);
    for (auto& edit : edits) edit.text = " " + std::string(trim(edit.text));
    const bool is_glued =
        !edits.empty() && edits[0].offset < text.size() && !trim(text.substr(edits[0].offset, 1)).empty();
    if (is_glued) edits[0].text += " ";
    if (!edits.empty()) return edits;
  }
  return {};
}

// "file INSTALL cannot find", and the path on that line or the next: as CMake prints it.
std::string not_found(const Occurrence& occurrence) {
  std::string said(occurrence.at.text);
  if (!contains(said, "file INSTALL cannot find")) return "";
  for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 2); ++i) said += " " + occurrence.after[i];
  return std::string(between(said, "\"", "\""));
}

// Is it of the tests or an example? Nobody installs those.
bool is_beside_project(std::string_view path) {
  constexpr auto folders = std::to_array<std::string_view>(
      {"test", "tests", "testing", "example", "examples", "sample", "samples", "demo", "demos"});
  return std::ranges::any_of(split(folder_of(path), '/'), [&](auto part) { return is_among(lower(part), folders); });
}

// Where a file of the name is: what a list that is read before has written in the build; else the only one of the tree.
std::string place_today(const Tree& tree, const std::string& list, std::string_view name) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != name || is_foreign(path) || is_beside_project(path)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  const auto built = folder_of_built_header(tree, name, list);
  if (found.empty() == built.empty()) return "";  // neither, or one of two
  return built.empty() ? "${PROJECT_SOURCE_DIR}/" + found : built + "/" + std::string(name);
}

// A list that installs what lies elsewhere now, or is made by the build.
void install_from_today(const Tree& tree, const std::string& printed, Draft& draft) {
  for (const auto& path : tree.list()) {
    const auto text = is_cmake(path) && !is_foreign(path) ? draft.read(path).value_or("") : "";
    if (text.size() > source_bytes_max || !contains(text, name_of(printed))) continue;
    std::vector<Edit> edits;
    for (const std::string_view command : {"install", "set", "target_sources"}) {
      for (const auto& call : cmake_calls(text, command)) {
        const auto words = words_in_call(text, call);
        if (!is_installed(text, command, words)) continue;
        for (const auto word : words) {
          const auto file = find_file_named(word, folder_of(path), printed);
          if (file.empty() || tree.has(file)) continue;
          auto today = place_today(tree, path, name_of(printed));
          const bool is_own_project = cmake_project_list(tree, folder_of(path)) == "CMakeLists.txt";
          if (today.empty() || (today.starts_with("${PROJECT_SOURCE_DIR}") && !is_own_project)) continue;
          const auto inner = unquoted(word);
          edits.push_back({offset_in(text, inner), inner.size(), std::move(today)});
        }
      }
    }
    draft.edit(path, std::move(edits));
  }
}

}  // namespace

std::vector<Patch> install_cmake_header(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (const auto printed = not_found(occurrence); !printed.empty()) install_from_today(patient.tree, printed, draft);
    const auto pair = pair_of(patient.tree, occurrence);
    if (!pair) continue;
    for (const auto& path : patient.tree.list()) {
      if ((!is_cmake(path) && name_of(path) != "Makefile.am") || is_foreign(path)) continue;
      const auto text = draft.read(path);
      if (!text || text->size() > source_bytes_max || !contains(*text, name_of(pair->known))) continue;
      draft.edit(path,
                 is_cmake(path) ? in_cmake(*text, folder_of(path), *pair) : in_automake(*text, folder_of(path), *pair));
    }
  }
  return draft.patches();
}

}  // namespace regreen
