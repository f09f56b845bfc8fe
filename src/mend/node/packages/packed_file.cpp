// js.pack-file: a package, packed or installed, misses a file that is in the project: "files" of its package.json leaves it out.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t lines_of_stack = 4;

/// A package of the tree that says what of it is packed.
struct Package {
  std::string file, folder, name, text;
  StringList files;
};

std::optional<Package> package_in(const Tree& tree, const std::string& path) {
  const auto read = package_of_file(tree, path);
  const auto* files = read ? read->root.find("files") : nullptr;
  const auto list = files ? read_string_list(read->text, files->value) : std::nullopt;
  if (!list) return std::nullopt;
  const auto name = string_in(read->text, read->root, "name").value_or("");
  return Package{path, std::string(folder_of(path)), name, read->text, *list};
}

std::vector<Package> packages_of(const Tree& tree) {
  std::vector<Package> packages;
  for (const auto& path : tree.list()) {
    if (name_of(path) != "package.json" || is_vendored(path)) continue;
    if (auto package = package_in(tree, path); package && !package->name.empty())
      packages.push_back(std::move(*package));
  }
  return packages;
}

bool has(const Tree& tree, const Package& package, const std::string& path) {
  return is_confined_path(path) && tree.has(path_in(package.folder, path));
}

std::string behind(std::string_view printed, std::string_view mark) {
  const auto at = printed.rfind(mark);
  return at == npos ? "" : std::string(printed.substr(at + mark.size()));
}

// The path within a package of a file that a log names where it was installed, or unpacked: that folder is called `package` whatever
// is packed, so only what the package holds can be meant. "" where it is another's.
std::string path_within(const Tree& tree, const Package& package, std::string_view printed) {
  if (auto installed = behind(printed, "/node_modules/" + package.name + "/"); !installed.empty()) return installed;
  auto unpacked = behind(printed, "/package/");
  return has(tree, package, unpacked) ? unpacked : "";
}

// Does a pattern of "files" take a path in? A folder takes all that is in it.
bool takes(std::string pattern, std::string_view path) {
  if (pattern.starts_with("./")) pattern.erase(0, 2);
  if (pattern.starts_with("/")) pattern.erase(0, 1);
  while (pattern.ends_with('/')) pattern.pop_back();
  if (pattern.empty() || pattern == ".") return true;
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
    return std::ranges::any_of(package.files.items, [&](const auto& item) { return takes(item.value, one); });
  };
  const std::string folder(folder_of(path));
  const auto front = path_in(package.folder, folder) + "/";
  const bool is_partly =
      folder.empty() || std::ranges::any_of(tree.list(), [&](const auto& other) {
        return other.starts_with(front) && taken(other.substr(package.folder.empty() ? 0 : package.folder.size() + 1));
      });
  return is_partly ? path : folder;
}

std::vector<Edit> add_item(const Package& package, const std::string& item) {
  const auto& list = package.files;
  if (item.find_first_of("\"\\") != npos) return {};
  if (list.items.empty()) return {{list.open, list.close + 1 - list.open, "[\"" + item + "\"]"}};  // JSON: no comma
  return insert_string(package.text, list, item);
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

// Who asks, as the log prints it: the message names it, or the first row of the stack below.
std::string user_of(const Occurrence& occurrence) {
  if (const auto file = capture(occurrence, "file"); contains(file, "/")) return std::string(file);
  for (std::size_t i = 0; i < std::min(lines_of_stack, occurrence.after.size()); ++i) {
    const auto row = trim(occurrence.after[i]);
    if (row.starts_with("- /")) return std::string(row.substr(2));
  }
  return "";
}

/// What a log says of a file that is not there.
struct Missing {
  std::string user, module, path;

  auto operator<=>(const Missing&) const = default;
};

// The file of a package that is missed where it is unpacked; "" where it is not its own, or is packed.
std::string missing_of(const Tree& tree, const Package& package, const Missing& said) {
  const auto user = path_within(tree, package, said.user);
  auto path = said.module.starts_with('.') ? asked_file(tree, package, user, said.module) : "";
  if (path.empty() && !user.empty()) path = path_within(tree, package, said.path);
  const bool is_taken = std::ranges::any_of(
      package.files.items, [&](const auto& item) { return takes(item.value, path) || item.value.starts_with('!'); });
  return has(tree, package, path) && !is_taken ? path : "";
}

// Packages are alike: where two hold both files, the log does not say which of them it speaks of.
void pack(const Tree& tree, const std::vector<Package>& packages, const Missing& said, Draft& draft) {
  const Package* only = nullptr;
  for (const auto& package : packages) {
    if (missing_of(tree, package, said).empty()) continue;
    if (only != nullptr) return;
    only = &package;
  }
  if (only == nullptr || draft.patch().find(only->file) != nullptr) return;
  draft.edit(only->file, add_item(*only, item_for(tree, *only, missing_of(tree, *only, said))));
}

}  // namespace

std::vector<Patch> pack_file(const Patient& patient) {
  std::set<Missing> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    all.insert(
        {user_of(occurrence), std::string(capture(occurrence, "module")), std::string(capture(occurrence, "path"))});
  }
  const auto packages = packages_of(patient.tree);
  Draft draft(patient.tree);
  for (const auto& said : all) pack(patient.tree, packages, said, draft);
  return draft.patches();
}

}  // namespace regreen
