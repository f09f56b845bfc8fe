// js.pack-file: a package, packed or installed, misses a file that is in the project: "files" of its package.json leaves it out.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/json_text.h"
#include "mend/node/fixers.h"
#include "mend/node/script_names.h"
#include "mend/place.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t lines_of_stack = 4;

/// A package of the tree that says what of it is packed.
struct Package {
  std::string file, folder, name, text;
  JsonMember files;
  std::vector<std::string> patterns;
};

std::optional<Package> package_in(const Tree& tree, const std::string& path) {
  auto text = tree.read(path).value_or("");
  const auto root = read_json_object(text);
  const auto* files = root ? root->find("files") : nullptr;
  if (files == nullptr || text[files->value] != '[') return std::nullopt;
  Package package{path, std::string(folder_of(path)), string_in(text, *root, "name").value_or(""), text, *files, {}};
  const auto parts = split(std::string_view(text).substr(files->value, files->value_end - files->value), '"');
  for (std::size_t i = 1; i < parts.size(); i += 2) package.patterns.emplace_back(parts[i]);
  return package;
}

// The path within a package of a file that a log names where it was unpacked or installed; "" where it is another's.
std::string path_within(const Package& package, std::string_view printed) {
  for (const auto& mark : {"/node_modules/" + package.name + "/", std::string("/package/")}) {
    const auto at = printed.rfind(mark);
    if (at != npos && !package.name.empty()) return std::string(printed.substr(at + mark.size()));
  }
  return "";
}

// Does a pattern of "files" take a path in? A folder takes all that is in it.
bool takes(std::string pattern, std::string_view path) {
  if (pattern.starts_with("./")) pattern.erase(0, 2);
  if (pattern.starts_with("/")) pattern.erase(0, 1);
  while (pattern.ends_with('/')) pattern.pop_back();
  if (!contains(pattern, "/") && contains(pattern, "*")) pattern = "**/" + pattern;
  if (pattern == path || path.starts_with(pattern + "/") || glob_matches(pattern, path)) return true;
  for (auto folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
    if (glob_matches(pattern, folder)) return true;
  }
  return false;
}

// The folder of the file where nothing of that is packed yet, else the file itself.
std::string item_for(const Tree& tree, const Package& package, const std::string& path) {
  const auto taken = [&](const std::string& one) {
    return std::ranges::any_of(package.patterns, [&](const auto& pattern) { return takes(pattern, one); });
  };
  const std::string folder(folder_of(path));
  const auto front = path_in(package.folder, folder) + "/";
  const bool is_partly =
      folder.empty() || std::ranges::any_of(tree.list(), [&](const auto& other) {
        return other.starts_with(front) && taken(other.substr(package.folder.empty() ? 0 : package.folder.size() + 1));
      });
  return is_partly ? path : folder;
}

std::optional<Edit> add_item(const Package& package, const std::string& item) {
  const auto list =
      std::string_view(package.text).substr(package.files.value, package.files.value_end - package.files.value);
  const auto last = list.find_last_not_of(" \t\r\n", list.size() - 2);
  if (list[last] != '"') return std::nullopt;
  const auto line = list.rfind('\n', last);
  const auto first = line == npos ? 0 : list.find_first_not_of(" \t", line + 1);
  const auto separator = line == npos ? ", " : "," + std::string(list.substr(line, first - line));
  return Edit{package.files.value + last + 1, 0, separator + "\"" + item + "\""};
}

// The file of the package that a module asks for, without the ending that Node adds; "" where it is not in the tree.
std::string asked_file(const Tree& tree, const Package& package, const std::string& user, std::string_view module) {
  const auto path = resolved(path_in(folder_of(user), module));
  if (!path || user.empty()) return "";
  for (const std::string_view ending : {"", ".js", ".json", ".cjs", ".mjs", ".node", "/index.js", "/index.cjs"}) {
    if (tree.has(path_in(package.folder, *path + std::string(ending)))) return *path + std::string(ending);
  }
  return "";
}

// Who asks: the message names it, or the first row of the stack below.
std::string user_of(const Package& package, const Occurrence& occurrence) {
  if (const auto file = capture(occurrence, "file"); !file.empty()) {
    if (auto user = path_within(package, file); !user.empty()) return user;
  }
  for (std::size_t i = 0; i < std::min(lines_of_stack, occurrence.after.size()); ++i) {
    const auto row = trim(occurrence.after[i]);
    if (row.starts_with("- /")) return path_within(package, row.substr(2));
  }
  return "";
}

}  // namespace

std::vector<Patch> pack_file(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    if (name_of(path) != "package.json" || is_vendored(path)) continue;
    for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
      const auto package = package_in(patient.tree, path);
      if (!package || draft.patch().find(path) != nullptr) break;
      const auto module = capture(occurrence, "module");
      auto missing =
          module.starts_with('.') ? asked_file(patient.tree, *package, user_of(*package, occurrence), module) : "";
      if (missing.empty()) missing = path_within(*package, capture(occurrence, "path"));
      const bool is_there = is_confined_path(missing) && patient.tree.has(path_in(package->folder, missing));
      const bool is_taken = std::ranges::any_of(
          package->patterns, [&](const auto& one) { return takes(one, missing) || one.starts_with('!'); });
      if (!is_there || is_taken) continue;
      if (const auto edit = add_item(*package, item_for(patient.tree, *package, missing))) draft.edit(path, {*edit});
    }
  }
  return draft.patches();
}

}  // namespace regreen
