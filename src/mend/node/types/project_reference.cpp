#include "mend/node/types/project_reference.h"

#include "base/text.h"
#include "mend/format/json_text.h"
#include "mend/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr int extended_max = 8;

// What tsc switches on for a composite project, unless it is told not to; then it refuses.
constexpr auto needed = std::to_array<std::string_view>({"declaration", "incremental"});

// A file of options, read as JSON.
struct Options {
  std::string text;
  std::optional<JsonObject> root, options;

  explicit Options(std::string_view written) : text(plain_json(written)), root(read_json_object(text)) {
    if (root) options = object_in(text, *root, "compilerOptions");
  }

  std::string_view value(std::string_view name) const {
    const auto* member = options ? options->find(name) : nullptr;
    return member == nullptr ? "" : std::string_view(text).substr(member->value, member->value_end - member->value);
  }
};

// "../model", "../model/tsconfig.build.json" → the file of options that is meant.
std::string config_in(std::string_view path) {
  return path.ends_with(".json") ? std::string(path) : path_in(path, "tsconfig.json");
}

// What an option is for a project: its own word, else that of the file it extends; "" where nobody says.
std::string effective(const Tree& tree, std::string config, std::string_view name) {
  for (int i = 0; i < extended_max; ++i) {
    const Options one(tree.read(config).value_or(""));
    if (const auto value = one.value(name); !value.empty()) return std::string(value);
    const auto base = one.root ? string_in(one.text, *one.root, "extends") : std::nullopt;
    if (!base || !base->starts_with('.')) return "";
    const auto path = resolved(path_in(folder_of(config), base->ends_with(".json") ? *base : *base + ".json"));
    if (!path) return "";
    config = *path;
  }
  return "";
}

// The projects that the files of options refer to, as far as they lie in the repository.
std::set<std::string> projects_referred_to(const Tree& tree) {
  std::set<std::string> projects;
  for (const auto& user : tree.list()) {
    if (!user.ends_with(".json") || !name_of(user).starts_with("tsconfig") || is_vendored(user)) continue;
    const Options one(tree.read(user).value_or(""));
    const auto* list = one.root ? one.root->find("references") : nullptr;
    if (list == nullptr) continue;
    const std::string value = one.text.substr(list->value, list->value_end - list->value);
    for (auto at = value.find("\"path\""); at != std::string::npos; at = value.find("\"path\"", at + 1)) {
      const auto said = between(std::string_view(value).substr(at + 6), "\"", "\"");
      const auto path = resolved(path_in(folder_of(user), said));
      if (path) projects.insert(config_in(*path));
    }
  }
  return projects;
}

// Of the projects that others refer to, the one that a printed path means.
std::string project_at(const Tree& tree, std::string_view printed) {
  std::string found;
  for (const auto& project : projects_referred_to(tree)) {
    if (("/" + std::string(printed)).ends_with("/" + project) && project.size() > found.size()) found = project;
  }
  return tree.has(found) && !is_vendored(found) ? found : "";
}

Edit set_true(const Options& in, std::string_view name) {
  const auto* member = in.options->find(name);
  return member == nullptr ? add_member(in.text, *in.options, name, "true")
                           : Edit{member->value, member->value_end - member->value, "true"};
}

// Does what tsc writes for a project stay where it is? A composite one has its own folder as the root of what it reads, unless it says
// another.
bool keeps_layout(const Tree& tree, const std::string& config) {
  const auto says = [&](std::string_view name) { return !effective(tree, config, name).empty(); };
  return effective(tree, config, "composite") == "true" || says("rootDir") ||
         (!says("outDir") && !says("declarationDir") && !says("outFile"));
}

}  // namespace

std::string project_referred_to(const Tree& tree, std::string_view said) {
  if (contains(said, "must have setting \"composite\": true")) {
    const std::string printed(between(said, "Referenced project '", "'"));
    return project_at(tree, config_in(replace_all(printed, "\\", "/")));
  }
  const auto end = said.find(".json");  // where the option is inherited, no file is named
  if (end == std::string_view::npos || !contains(said, "Composite projects may not disable declaration emit"))
    return "";
  const auto file = find_file(tree, trim(said.substr(0, end + 5)));
  return file && projects_referred_to(tree).contains(*file) ? *file : "";
}

std::vector<Edit> make_composite(const Tree& tree, const std::string& config, std::string_view text) {
  const Options own(text);
  const bool has_options = own.root && own.root->find("compilerOptions") != nullptr;
  if (!own.root || has_options != own.options.has_value()) return {};
  if (own.value("composite") == "false" || effective(tree, config, "noEmit") == "true") return {};
  if (!keeps_layout(tree, config)) return {};
  std::vector<std::string_view> wanted;
  if (effective(tree, config, "composite") != "true") wanted.push_back("composite");
  for (const auto name : needed) {
    if (effective(tree, config, name) == "false") wanted.push_back(name);
  }
  if (!has_options) {
    std::string members;
    for (const auto name : wanted) members += fmt::format("{}\"{}\": true", members.empty() ? "" : ", ", name);
    return {add_member(own.text, *own.root, "compilerOptions", "{ " + members + " }")};
  }
  std::vector<Edit> edits;
  for (const auto name : wanted) edits.push_back(set_true(own, name));
  return edits;
}

}  // namespace regreen
