// go.raise-version: code that a newer Go reads, in a module whose go.mod says that it is written for an older one.
//
//   set.go:5:10: type parameter requires go1.18 or later (-lang was set to go1.16; check go.mod)
//
// The `go` line of the module becomes the oldest version that all messages ask for. Nothing happens where the project
// is built with an older Go as well: there it is the code that is wrong.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "1.18" → 18; 0 for anything else
long minor_of(std::string_view version) {
  if (!version.starts_with("1.")) return 0;
  version.remove_prefix(2);
  std::size_t end = 0;
  while (end < version.size() && is_digit(version[end])) ++end;
  return parse_number(version.substr(0, end)).value_or(0);
}

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

bool names_a_go(std::string_view path, std::string_view line) {
  if (is_dockerfile(path)) return contains(line, "golang:1.");
  if (!path.ends_with(".yml") && !path.ends_with(".yaml")) return false;
  line = trim(line);
  if (line.starts_with("- ")) line = trim(line.substr(2));
  return contains(line, "go-version") || line.starts_with("go:") || line.starts_with("go_version") ||
         contains(line, "golang:1.");
}

// Is the project built with a Go that is older? "^1.16" and ">=1.16" mean the newest.
bool is_built_with_older(const Tree& tree, long minor) {
  for (const auto& path : tree.list()) {
    if (!is_dockerfile(path) && !path.ends_with(".yml") && !path.ends_with(".yaml")) continue;
    const auto text = tree.read(path).value_or("");
    bool listed = false;  // below `go:`
    for (const auto line : split_lines(text)) {
      const auto words = trim(line);
      const bool is_item = words.starts_with("- ");
      if (!is_item) listed = words.ends_with(':') && names_a_go(path, line);
      if (!names_a_go(path, line) && !(is_item && listed)) continue;
      for (auto at = line.find("1."); at != npos; at = line.find("1.", at + 1)) {
        const char front = at == 0 ? ' ' : line[at - 1];
        if (is_digit(front) || front == '.' || front == '^' || front == '=' || front == '>') continue;
        if (const auto named = minor_of(line.substr(at)); named != 0 && named < minor) return true;
      }
    }
  }
  return false;
}

// The `go` line with a version; one more behind `module` where there is none.
std::optional<Edit> with_version(std::string_view text, long minor) {
  const Lines lines(text);
  const std::string version = "1." + std::to_string(minor);
  std::size_t module = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with("module ")) module = number;
    if (line.starts_with("toolchain go") && minor_of(line.substr(12)) < minor) return std::nullopt;
    if (!line.starts_with("go ")) continue;
    const auto today = line.substr(3, line.find_first_of(" \t/", 3) - 3);
    if (minor_of(today) == 0 || minor_of(today) >= minor) return std::nullopt;
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
    const auto minor = minor_of(capture(occurrence, "version"));
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
