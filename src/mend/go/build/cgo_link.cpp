// go.link-library: the C part of a Go package calls a library that the package does not link.
//
//   /tmp/go-link-639236382/000002.o: in function `haversine_km':
//   /app/haversine.c:8: undefined reference to `sin'
//
// The comment above `import "C"` gets `#cgo LDFLAGS: -lm`: behind the flags that it has, else as a line of its own.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/libraries.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The line `import "C"`; 0 where the file has none.
std::size_t line_of_import(const Lines& lines) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (trim(lines.line(number)) == "import \"C\"") return number;
  }
  return 0;
}

bool is_cgo_file(const Tree& tree, const std::string& path) {
  if (!path.ends_with(".go") || path.ends_with("_test.go")) return false;
  const auto text = tree.read(path).value_or("");
  return contains(text, "import \"C\"") && line_of_import(Lines(text)) != 0;
}

std::vector<std::string> cgo_files(const Tree& tree) {
  std::vector<std::string> files;
  std::ranges::copy_if(tree.list(), std::back_inserter(files),
                       [&](const auto& path) { return is_cgo_file(tree, path); });
  return files;
}

// Was it Go that linked? Others print the same of a symbol.
bool is_of_go(const Occurrence& occurrence) {
  static constexpr auto marks = std::to_array<std::string_view>(
      {"/go-link-", "cgo-gcc-prolog", "/link: running ", "$WORK/b", "/go-build", "_cgo_"});
  const auto has_mark = [](const std::string& line) {
    return std::ranges::any_of(marks, [&](auto mark) { return contains(line, mark); });
  };
  return has_mark(occurrence.at.text) || std::ranges::any_of(occurrence.before, has_mark);
}

// The folder of the package whose C part it is: that of the source that the linker names, else the only one with such a part.
std::optional<std::string> package_of(const Tree& tree, const std::vector<std::string>& files,
                                      const Occurrence& occurrence) {
  std::set<std::string> folders;
  for (const auto& path : files) folders.emplace(folder_of(path));
  for (const auto& place : places_of(tree, occurrence)) {
    if (folders.contains(std::string(folder_of(place.file)))) return std::string(folder_of(place.file));
  }
  return folders.size() == 1 ? std::optional(*folders.begin()) : std::nullopt;
}

// The file of a package to write flags into, which count for all of it: the one that has some, else the first that is built
// everywhere.
std::string file_for_flags(const Tree& tree, const std::vector<std::string>& files, const std::string& folder) {
  std::string found;
  for (const auto& path : files) {
    if (folder_of(path) != folder || !go_platforms_of(path).empty()) continue;
    const auto text = tree.read(path).value_or("");
    if (text.starts_with("//go:build") || contains(text, "\n//go:build ")) continue;
    if (contains(text, "#cgo ")) return path;
    if (found.empty()) found = path;
  }
  return found;
}

// Some libraries are part of the C library elsewhere, and have no file there.
std::string flags_for(std::string_view library) {
  return library == "dl" || library == "rt" ? "#cgo linux LDFLAGS:" : "#cgo LDFLAGS:";
}

// The comment above the import: its first line; the import's where there is none.
std::size_t first_of_preamble(const Lines& lines, std::size_t import) {
  auto first = import;
  if (trim(lines.line(import - 1)).ends_with("*/")) {
    while (first > 1 && !contains(lines.line(--first), "/*")) {
    }
    return first;
  }
  while (first > 1 && trim(lines.line(first - 1)).starts_with("//")) --first;
  return first;
}

std::optional<Edit> with_library(std::string_view text, const std::string& library) {
  const Lines lines(text);
  const auto import = line_of_import(lines), first = first_of_preamble(lines, import);
  const auto flags = flags_for(library), option = "-l" + library;
  std::size_t last = 0;
  for (auto number = first; number < import; ++number) {
    const auto line = lines.line(number);
    const auto at = line.find("#cgo ");
    if (at == npos) continue;
    const auto words = split(line.substr(at), ' ');
    if (is_among(option, words)) return std::nullopt;
    if (line.substr(at).starts_with(flags) && !line.ends_with("*/")) return Edit{lines.end(number), 0, " " + option};
    last = number;
  }
  const auto directive = flags + " " + option;
  if (last != 0) {
    const auto line = lines.line(last);
    return line_below(text, lines.begin(last), std::string(line.substr(0, line.find("#cgo "))) + directive);
  }
  const auto head = trim(lines.line(first));
  if (head == "/*") return line_below(text, lines.begin(first), directive);
  if (head.starts_with("/*")) return std::nullopt;
  return Edit{lines.begin(first), 0, "// " + directive + std::string(line_end(text))};
}

/// What is to be linked, by the folder of the package, in the order in which the linker asked for it.
using Missing = std::map<std::string, std::vector<std::string>>;

Missing missing_libraries(const Patient& patient, const std::vector<std::string>& files) {
  Missing missing;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!is_of_go(occurrence)) continue;
    const auto libraries =
        libraries_of({std::string(trim(capture(occurrence, "symbol")))}, patient.rules.table("c-libraries"));
    const auto folder = libraries.empty() ? std::nullopt : package_of(patient.tree, files, occurrence);
    for (const auto& library : libraries) {
      if (folder && seen.emplace(*folder, library).second) missing[*folder].push_back(library);
    }
  }
  return missing;
}

}  // namespace

std::vector<Patch> link_cgo_library(const Patient& patient) {
  if (std::ranges::none_of(occurrences_of(patient.diagnosis), is_of_go)) return {};
  Draft draft(patient.tree);
  const auto files = cgo_files(patient.tree);
  for (const auto& [folder, libraries] : missing_libraries(patient, files)) {
    const auto file = file_for_flags(patient.tree, files, folder);
    for (const auto& library : libraries) {
      const auto text = file.empty() ? std::nullopt : draft.read(file);
      const auto edit = text ? with_library(*text, library) : std::nullopt;
      if (edit) draft.edit(file, {*edit});
    }
  }
  return draft.patches();
}

}  // namespace regreen
