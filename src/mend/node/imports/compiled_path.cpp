#include "mend/node/imports/compiled_path.h"

#include "base/text.h"
#include "mend/format/json_text.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/compiled_folders.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/moved_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace regreen {
namespace {

/// The ending of a source, and that of what tsc makes of it.
struct Compiled {
  std::string_view source, made;
};

constexpr auto compiled = std::to_array<Compiled>({
    {".ts", ".js"},
    {".tsx", ".js"},
    {".mts", ".mjs"},
    {".cts", ".cjs"},
    {"/index.ts", "/index.js"},
    {"/index.tsx", "/index.js"},
});

// The folders of the project's calls of tsc, each once.
std::vector<CompiledFolders> folders_for(const Tree& tree, std::string_view file) {
  std::vector<CompiledFolders> all;
  const auto package = package_of_file(tree, file);
  const auto scripts = package ? object_in(package->text, package->root, "scripts") : std::nullopt;
  if (!scripts) return all;
  for (const auto& script : scripts->members) {
    const auto command = string_in(package->text, *scripts, script.key).value_or("");
    auto folders = compiled_folders(tree, std::string(folder_of(package->file)), command);
    const auto is_known = [&](const auto& one) { return one.out == folders->out && one.base == folders->base; };
    if (folders && std::ranges::none_of(all, is_known)) all.push_back(std::move(*folders));
  }
  return all;
}

// The only file whose path differs in case alone; "" where there are several.
std::string in_other_case(const Tree& tree, const std::string& wanted) {
  const auto plain = lower(wanted);
  std::string found;
  for (const auto& path : tree.list()) {
    if (path.size() != plain.size() || lower(path) != plain) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// A source as it is called today; "" where that cannot be told.
std::string source_today(const Patient& patient, const std::string& wanted) {
  auto found = in_other_case(patient.tree, wanted);
  return found.empty() ? moved_file(patient, wanted).value_or("") : found;
}

bool has_source(const Tree& tree, const std::string& stem) {
  return std::ranges::any_of(compiled, [&](const Compiled& one) { return tree.has(stem + std::string(one.source)); });
}

// What is made of the source that was called `stem` and some ending, in the place of `written`; "" where it is no source of the folder.
std::string made_today(const Patient& patient, const CompiledFolders& folders, const std::string& root,
                       const std::string& stem) {
  std::string found;
  for (const auto& one : compiled) {
    const auto today = source_today(patient, stem + std::string(one.source));
    const bool is_below = root.empty() || today.starts_with(root + "/");
    if (today.empty() || !is_below || !today.ends_with(one.source)) continue;
    if (!found.empty()) return "";
    const auto below = std::string_view(today).substr(root.empty() ? 0 : root.size() + 1);
    found = path_in(folders.out, below.substr(0, below.size() - one.source.size()));
  }
  return found;
}

// The options of the nearest tsconfig.json that let imports name the sources as they are.
bool names_sources(const Tree& tree, std::string_view from) {
  const auto file = nearest(tree, from, "tsconfig.json");
  const auto text = plain_json(file.empty() ? "" : tree.read(file).value_or(""));
  const auto root = read_json_object(text);
  const auto options = root ? object_in(text, *root, "compilerOptions") : std::nullopt;
  return options && (options->find("allowImportingTsExtensions") || options->find("rewriteRelativeImportExtensions"));
}

}  // namespace

std::optional<std::string> compiled_path(const Patient& patient, std::string_view from, const std::string& path) {
  const auto target = resolved(path_in(folder_of(from), path));
  if (!target || !path.starts_with('.')) return std::nullopt;
  std::string_view ending;
  for (const auto& one : compiled) {
    if (ending.empty() && target->ends_with(one.made) && !one.made.starts_with('/')) ending = one.made;
  }
  bool is_made = false;
  for (const auto& folders : folders_for(patient.tree, from)) {
    if (!target->starts_with(folders.out + "/")) continue;
    is_made = true;
    const auto stem = target->substr(folders.out.size() + 1, target->size() - folders.out.size() - 1 - ending.size());
    const auto roots = folders.root ? std::vector{*folders.root} : std::vector<std::string>{"", "src"};
    for (const auto& one : roots) {
      const auto root = one.empty() ? folders.base : path_in(folders.base, one);
      if (has_source(patient.tree, path_in(root, stem))) return "";
      const auto today = made_today(patient, folders, root, path_in(root, stem));
      if (today.empty()) continue;
      auto way = path_from(folder_of(from), today) + std::string(ending);
      return way.starts_with("../") ? way : "./" + way;
    }
  }
  const bool is_written = !in_other_case(patient.tree, ending.empty() ? *target + ".js" : *target).empty();
  return is_made && !is_written ? std::optional<std::string>("") : std::nullopt;
}

std::string path_behind_dot(const Tree& tree, std::string_view from, const std::string& path) {
  const auto target = resolved(path_in(folder_of(from), path));
  if (!target || !path.starts_with('.') || !contains(name_of(*target), ".") || tree.has(*target)) return "";
  for (const auto& one : compiled) {
    if (!tree.has(*target + std::string(one.source))) continue;
    return path + std::string(names_sources(tree, from) ? one.source : one.made);
  }
  return "";
}

}  // namespace regreen
