#include "mend/place.h"

#include "base/among.h"
#include "base/text.h"
#include "model/of_others.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr long line_max = 1'000'000;

TreePlace believed(TreePlace place) {
  if (place.line > line_max) place.line = place.column = 0;
  return place;
}

// Folders of other people's code, wherever they lie.
constexpr std::array<std::string_view, 9> foreign_parts = {"/site-packages/",   "/dist-packages/", "/node_modules/",
                                                           "/.cargo/registry/", "/pkg/mod/",       "/rustlib/",
                                                           "/hostedtoolcache/", "/.rustup/",       "/_internal/"};
constexpr std::array<std::string_view, 12> foreign_roots = {
    "/usr/include/",  "/usr/lib/",           "/usr/lib64/", "/usr/share/", "/usr/bin/", "/usr/local/lib/",
    "/usr/local/go/", "/usr/local/include/", "/lib/",       "/etc/",       "/proc/",    "/rustc/"};

// A project's own lib/ and etc/ are none of the system's.
bool is_foreign(std::string_view path) {
  for (const auto root : foreign_roots) {
    if (path.starts_with(root)) return true;
  }
  const auto below = "/" + std::string(path);
  for (const auto part : foreign_parts) {
    if (contains(below, part)) return true;
  }
  const auto python = below.find("/lib/python");  // …/lib/python3.12/json/decoder.py of any installation
  return python != std::string::npos && contains(std::string_view(below).substr(python + 11, 5), "/");
}

std::string with_plain_slashes(std::string_view printed) {
  std::string path = replace_all(std::string(trim(printed)), "\\", "/");
  if (path.size() > 2 && path[1] == ':' && path[2] == '/') path.erase(0, 2);  // C:/…
  if (path.starts_with("file://")) path.erase(0, 7);
  return path;
}

// The path's parts without "." and with ".." resolved as far as that goes.
std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (const auto part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
      continue;
    }
    parts.push_back(part);
  }
  return parts;
}

std::string joined(std::span<const std::string_view> parts) {
  std::string path;
  for (const auto part : parts) path += (path.empty() ? "" : "/") + std::string(part);
  return path;
}

// The only file that ends in the path; more than one: nothing.
std::optional<std::string> only_file_below(const Tree& tree, const std::string& tail) {
  const std::string* found = nullptr;
  for (const auto& path : tree.list()) {
    if (!path.ends_with(tail) || path.size() == tail.size() || path[path.size() - tail.size() - 1] != '/') continue;
    if (found != nullptr) return std::nullopt;
    found = &path;
  }
  if (found == nullptr) return std::nullopt;
  return *found;
}

void add_once(std::vector<TreePlace>& places, TreePlace place) {
  if (!is_among(place, places)) places.push_back(std::move(place));
}

}  // namespace

std::optional<std::string> find_file(const Tree& tree, std::string_view printed) {
  if (is_confined_path(printed) && tree.has(printed)) return std::string(printed);
  const auto path = with_plain_slashes(printed);
  if (is_foreign(path)) return std::nullopt;
  const auto parts = parts_of(path);
  for (std::size_t skip = 0; skip < parts.size(); ++skip) {
    const auto tail = joined(std::span(parts).subspan(skip));
    if (!is_confined_path(tail)) return std::nullopt;
    if (tree.has(tail)) return tail;
  }
  for (std::size_t skip = 0; skip < parts.size(); ++skip) {
    if (auto found = only_file_below(tree, joined(std::span(parts).subspan(skip)))) return found;
  }
  return std::nullopt;
}

std::optional<long> line_number(std::string_view digits) {
  const auto number = parse_number(digits);
  return number && *number >= 0 && *number <= line_max ? number : std::nullopt;
}

std::vector<TreePlace> places_of(const Tree& tree, const Occurrence& occurrence) {
  std::vector<TreePlace> places;
  if (const auto file = capture(occurrence, "file"); !file.empty()) {
    const auto line = line_number(capture(occurrence, "line")).value_or(0);
    const auto column = line_number(capture(occurrence, "column")).value_or(0);
    if (auto found = find_file(tree, file)) {
      add_once(places, {*found, static_cast<std::size_t>(line), static_cast<std::size_t>(column)});
    }
  }
  for (const auto& location : occurrence.locations) {
    if (auto found = find_file(tree, location.file))
      add_once(places, believed({*found, location.line, location.column}));
  }
  return places;
}

std::vector<TreePlace> places_of(const Tree& tree, const Diagnosis& diagnosis) {
  std::vector<TreePlace> places;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    for (auto& place : places_of(tree, occurrence)) add_once(places, std::move(place));
  }
  for (const auto& location : diagnosis.locations) {
    if (auto found = find_file(tree, location.file))
      add_once(places, believed({*found, location.line, location.column}));
  }
  return places;
}

std::vector<std::string> files_of(const Tree& tree, const Diagnosis& diagnosis) {
  std::vector<std::string> files;
  for (auto& place : places_of(tree, diagnosis)) {
    if (!is_among(place.file, files)) files.push_back(std::move(place.file));
  }
  return files;
}

std::vector<Occurrence> occurrences_of(const Diagnosis& diagnosis) {
  if (!diagnosis.occurrences.empty()) return diagnosis.occurrences;
  Occurrence only;
  if (!diagnosis.evidence.empty()) only.at = diagnosis.evidence.front();
  only.captures = diagnosis.captures;
  only.locations = diagnosis.locations;
  return {only};
}

std::vector<std::string> lines_of(const Occurrence& occurrence) {
  auto lines = occurrence.before;
  lines.push_back(occurrence.at.text);
  lines.insert(lines.end(), occurrence.after.begin(), occurrence.after.end());
  return lines;
}

std::string_view capture(const Occurrence& occurrence, std::string_view name) {
  const auto found = occurrence.captures.find(name);
  return found == occurrence.captures.end() ? std::string_view{} : std::string_view(found->second);
}

bool is_mentioned(const Tree& tree, std::span<const std::string_view> globs, std::string_view text) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const bool is_meant = std::ranges::any_of(globs, [&](auto glob) { return glob_matches(glob, name_of(path)); });
    return is_meant && contains(tree.read(path).value_or(""), text);
  });
}

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_makefile(std::string_view path) {
  const auto name = name_of(path);
  return name == "Makefile" || name == "makefile" || name == "GNUmakefile";
}

std::string top_makefile(const Tree& tree) {
  for (const auto* name : {"GNUmakefile", "makefile", "Makefile"}) {
    if (tree.has(name)) return name;
  }
  return "";
}

bool is_dockerfile(std::string_view path) {
  const auto name = name_of(path);
  return name.starts_with("Dockerfile") || name.starts_with("Containerfile") || lower(name).ends_with(".dockerfile");
}

bool is_vendored(std::string_view path) { return is_of_others(path); }

std::string path_in(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

std::string nearest(const Tree& tree, std::string_view file, std::string_view name) {
  for (auto folder = folder_of(file);; folder = folder_of(folder)) {
    auto path = path_in(folder, name);
    if (tree.has(path)) return path;
    if (folder.empty()) return "";
  }
}

std::string path_from(std::string_view folder, std::string_view to) {
  std::string path;
  while (!folder.empty() && to != folder && !to.starts_with(std::string(folder) + "/")) {
    folder = folder_of(folder);
    path += "../";
  }
  path += folder.empty() ? to : to.substr(std::min(folder.size() + 1, to.size()));
  if (path.ends_with('/')) path.pop_back();
  return path.empty() ? "." : path;
}

std::optional<std::string> resolved(std::string_view path) {
  if (path.starts_with('/')) return std::nullopt;
  std::size_t depth = 0;
  for (const auto part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..")
      ++depth;
    else if (depth-- == 0)
      return std::nullopt;
  }
  auto result = joined(parts_of(path));
  if (!is_confined_path(result)) return std::nullopt;
  return result;
}

}  // namespace regreen
