// go.raise-version: code that a newer Go reads, in a module whose go.mod says that it is written for an older one.
//
//   set.go:5:10: type parameter requires go1.18 or later (-lang was set to go1.16; check go.mod)
//
// The `go` line of the module becomes the oldest version that all messages ask for. Nothing happens where the project
// is built with an older Go as well: there it is the code that is wrong.

#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/modules/built_with.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

// The go.mod of the module that a file belongs to; for a message without a place the only one that there is.
std::string manifest_of(const Tree& tree, const Occurrence& occurrence) {
  const auto places = places_of(tree, occurrence);
  if (places.empty()) {
    const auto is_manifest = [](const std::string& path) { return name_of(path) == "go.mod"; };
    const auto& paths = tree.list();
    const bool only = std::ranges::count_if(paths, is_manifest) == 1 && capture(occurrence, "file").empty();
    return only ? *std::ranges::find_if(paths, is_manifest) : "";
  }
  if (!places[0].file.ends_with(".go") || is_vendored(places[0].file)) return "";
  return nearest(tree, places[0].file, "go.mod");
}

// Is the project built with a Go that is older?
bool is_built_with_older(const Tree& tree, long minor) {
  const auto named = go_minors_named(tree, [](const std::string&) { return true; });
  return !named.empty() && *named.begin() < minor;
}

// The `go` line with a version; one more behind `module` where there is none.
std::optional<Edit> with_version(std::string_view text, long minor) {
  const Lines lines(text);
  const std::string version = "1." + std::to_string(minor);
  std::size_t module = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with("module ")) module = number;
    if (line.starts_with("toolchain go") && go_minor_of(line.substr(12)) < minor) return std::nullopt;
    if (!line.starts_with("go ")) continue;
    const auto today = line.substr(3, line.find_first_of(" \t/", 3) - 3);
    if (go_minor_of(today) == 0 || go_minor_of(today) >= minor) return std::nullopt;
    return Edit{lines.begin(number) + 3, today.size(), version};
  }
  if (module == 0) return std::nullopt;
  const std::string end(line_end(text));
  return Edit{lines.end(module), 0, end + end + "go " + version};
}

}  // namespace

std::vector<Patch> raise_go_version(const Patient& patient) {
  std::map<std::string, long> wanted;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto minor = go_minor_of(capture(occurrence, "version"));
    const auto manifest = minor == 0 ? "" : manifest_of(patient.tree, occurrence);
    if (!manifest.empty()) wanted[manifest] = std::max(wanted[manifest], minor);
  }
  Draft draft(patient.tree);
  for (const auto& [manifest, minor] : wanted) {
    const auto text = draft.read(manifest);
    const auto edit = text ? with_version(*text, minor) : std::nullopt;
    if (edit && !is_built_with_older(patient.tree, minor)) draft.edit(manifest, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
