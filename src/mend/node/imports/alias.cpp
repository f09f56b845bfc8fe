// js.fix-alias: a short name for a folder or file, in package.json ("#store/*": "./src/store/*.js") or in the paths of
// tsconfig.json, leads to where nothing is any more. It leads to the only place where all that is asked for by it is.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/json_text.h"
#include "mend/node/fixers.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// One target of an alias and where it is written. `*` of the specifier stands for the same text in the target.
struct Alias {
  std::string file;         ///< that defines it
  std::size_t offset = 0;   ///< of the target, inside its quotes
  std::string specifier;    ///< "#store/*"
  std::string target;       ///< "./src/store/*.js"
  std::string base;         ///< the folder that targets count from
  std::string askers;       ///< the folder below which others ask for it
  bool is_complete = true;  ///< targets name files with their endings
};

std::string_view front_of(std::string_view pattern) { return pattern.substr(0, pattern.find('*')); }

std::string_view back_of(std::string_view pattern) {
  const auto star = pattern.find('*');
  return star == npos ? std::string_view() : pattern.substr(star + 1);
}

// What `*` stands for where a pattern becomes the text; "" of a pattern without one. Nothing where it does not.
std::optional<std::string> star_in(std::string_view pattern, std::string_view text) {
  if (!contains(pattern, "*")) return text == pattern ? std::optional(std::string()) : std::nullopt;
  const auto front = front_of(pattern), back = back_of(pattern);
  if (text.size() <= front.size() + back.size() || !text.starts_with(front) || !text.ends_with(back))
    return std::nullopt;
  return std::string(text.substr(front.size(), text.size() - front.size() - back.size()));
}

// The strings of a value that are paths: one, a list, or conditions with one each.
void add_targets(std::string_view text, const JsonMember& member, Alias alias, std::vector<Alias>& all) {
  for (auto open = text.find('"', member.value); open < member.value_end;) {
    const auto close = text.find('"', open + 1);
    if (close == npos || close >= member.value_end) return;
    const auto behind = text.find_first_not_of(" \t\r\n", close + 1);
    alias.offset = open + 1;
    alias.target = text.substr(open + 1, close - open - 1);
    const bool is_key = behind != npos && text[behind] == ':';
    if (!is_key && !contains(alias.target, "\\") && (alias.target.starts_with("./") || !alias.is_complete))
      all.push_back(alias);
    open = text.find('"', close + 1);
  }
}

void add_package(const std::string& path, std::string_view text, std::vector<Alias>& all) {
  const auto root = read_json_object(text);
  if (!root) return;
  const auto name = string_in(text, *root, "name").value_or("");
  const std::string home(folder_of(path));  // who asks for what it exports lies beside it
  for (const std::string_view list : {"imports", "exports"}) {
    const auto object = object_in(text, *root, list);
    if (!object) continue;
    for (const auto& member : object->members) {
      const bool is_import = member.key.starts_with('#'), is_export = member.key.starts_with("./") && !name.empty();
      const auto specifier = is_import ? member.key : is_export ? name + member.key.substr(1) : "";
      if (!specifier.empty())
        add_targets(text, member, {path, 0, specifier, "", home, is_import ? home : "", true}, all);
    }
  }
}

/// The configuration of TypeScript: which file is what others build on.
using Extensions = std::multimap<std::string, std::string>;

bool is_tsconfig(std::string_view path) {
  const auto name = name_of(path);
  return (name.starts_with("tsconfig") || name.starts_with("jsconfig")) && name.ends_with(".json");
}

// "extends": "./config/tsconfig.base" names a file with or without its ending, one or several.
Extensions extensions_in(const Tree& tree) {
  Extensions all;
  for (const auto& path : tree.list()) {
    if (!is_tsconfig(path)) continue;
    const auto plain = plain_json(tree.read(path).value_or(""));
    const auto root = read_json_object(plain);
    const auto* base = root ? root->find("extends") : nullptr;
    if (base == nullptr) continue;
    const auto written = std::string_view(plain).substr(base->value, base->value_end - base->value);
    for (const auto part : split(written, '"')) {
      const auto file = part.starts_with('.') ? resolved(path_in(folder_of(path), part)) : std::nullopt;
      if (!file) continue;
      all.emplace(file->ends_with(".json") ? *file : *file + ".json", path);
    }
  }
  return all;
}

// The folder below which everybody lies who builds on a configuration, and it itself.
std::string folder_of_askers(const Extensions& extensions, const std::string& path) {
  std::set<std::string> askers = {path};
  for (std::vector<std::string> next = {path}; !next.empty();) {
    const auto [first, last] = extensions.equal_range(next.back());
    next.pop_back();
    for (auto one = first; one != last; ++one) {
      if (askers.insert(one->second).second) next.push_back(one->second);
    }
  }
  std::string folder(folder_of(path));
  const auto holds = [&](const std::string& asker) { return asker.starts_with(folder + "/"); };
  while (!folder.empty() && !std::ranges::all_of(askers, holds)) folder = std::string(folder_of(folder));
  return folder;
}

void add_tsconfig(const std::string& path, std::string_view text, const Extensions& extensions,
                  std::vector<Alias>& all) {
  const auto plain = plain_json(text);
  const auto root = read_json_object(plain);
  const auto options = root ? object_in(plain, *root, "compilerOptions") : std::nullopt;
  const auto paths = options ? object_in(plain, *options, "paths") : std::nullopt;
  if (!paths) return;
  const auto written = string_in(plain, *options, "baseUrl").value_or(".");
  const auto within = resolved(path_in(folder_of(path), written + "/*"));  // a folder may be the top one
  const std::string base(within ? folder_of(*within) : "..");
  const auto askers = folder_of_askers(extensions, path);
  for (const auto& member : paths->members)
    add_targets(plain, member, {path, 0, member.key, "", base, askers, false}, all);
}

std::vector<Alias> aliases_in(const Tree& tree) {
  std::vector<Alias> all;
  const auto extensions = extensions_in(tree);
  for (const auto& path : tree.list()) {
    if (contains("/" + path, "/node_modules/")) continue;
    if (name_of(path) == "package.json") add_package(path, tree.read(path).value_or(""), all);
    if (is_tsconfig(path) || extensions.contains(path))
      add_tsconfig(path, tree.read(path).value_or(""), extensions, all);
  }
  return all;
}

// The specifiers that the sources below a folder write.
std::set<std::string> specifiers_below(const Tree& tree, std::string_view folder) {
  std::set<std::string> all;
  for (const auto& path : tree.list()) {
    if (!is_script_source(path) || !(folder.empty() || path.starts_with(std::string(folder) + "/"))) continue;
    const auto text = tree.read(path).value_or("");
    for (const std::string_view mark : {"from ", "import ", "import(", "require("}) {
      for (auto at = text.find(mark); at != npos; at = text.find(mark, at + 1)) {
        const auto open = at + mark.size();
        if (open >= text.size() || !contains("'\"", std::string_view(text).substr(open, 1))) continue;
        const auto close = text.find(text[open], open + 1);
        if (close != npos) all.insert(text.substr(open + 1, close - open - 1));
      }
    }
  }
  return all;
}

bool leads_to(const Tree& tree, const Alias& alias, std::string_view target, std::string_view star) {
  const auto path = std::string(front_of(target)) + std::string(star) + std::string(back_of(target));
  const auto file = resolved(path_in(alias.base, path));
  if (!file) return false;
  if (alias.is_complete) return tree.has(*file);
  return std::ranges::any_of(module_endings, [&](auto end) { return tree.has(*file + std::string(end)); });
}

// Targets like that of the alias under which one of its files is found: other folders, the same ending.
std::set<std::string> targets_for(const Tree& tree, const Alias& alias, const std::string& star) {
  std::set<std::string> targets;
  const bool is_outside = alias.target.starts_with("../");
  const std::string start = alias.target.starts_with("./") ? "./" : "",
                    home = alias.base.empty() || is_outside ? "" : alias.base + "/";
  const bool has_star = contains(alias.target, "*");
  const auto last = std::string(name_of(front_of(alias.target)));  // "store-" of "./src/store-*.js"
  const auto name = has_star ? last + star + std::string(back_of(alias.target)) : last;
  for (const auto& path : tree.list()) {
    if (!path.starts_with(home) || (is_built(path) && !is_built(alias.target))) continue;
    for (const auto end : module_endings) {
      const auto wanted = "/" + name + std::string(end);
      if ((!alias.is_complete || end.empty()) && ("/" + path).ends_with(wanted)) {
        const auto end_of_folder = path.size() - (wanted.size() - 1);
        if (end_of_folder < home.size()) continue;
        auto folder = path.substr(home.size(), end_of_folder - home.size());
        if (is_outside) folder = path_from(alias.base, folder_of(folder)) + "/";
        if (is_outside && !folder.starts_with("./") && !folder.starts_with("../")) folder.insert(0, "./");
        targets.insert(start + folder + last + (has_star ? "*" + std::string(back_of(alias.target)) : ""));
      }
    }
  }
  return targets;
}

// The only target under which all that is asked for is found; of several the only one beside the old folder.
std::string right_target(const Tree& tree, const Alias& alias, const std::set<std::string>& stars) {
  std::vector<std::string> found;
  for (const auto& target : targets_for(tree, alias, *stars.begin())) {
    if (std::ranges::all_of(stars, [&](const auto& star) { return leads_to(tree, alias, target, star); }))
      found.push_back(target);
  }
  if (found.size() > 1) {
    const auto above = [](std::string_view target) { return folder_of(folder_of(front_of(target))); };
    std::erase_if(found, [&](const auto& target) { return above(target) != above(alias.target); });
  }
  return found.size() == 1 ? found[0] : "";
}

// Does the failure say that the alias leads nowhere? Node names the file, TypeScript the specifier.
bool is_said(const Alias& alias, const Occurrence& occurrence) {
  const std::string path(between(occurrence.at.text, "Cannot find module '", "'"));
  if (!path.starts_with('/')) return star_in(alias.specifier, path).has_value();
  const auto front = resolved(path_in(alias.base, std::string(front_of(alias.target))));
  const auto back = back_of(alias.target);
  if (!front) return false;
  const bool is_folder = front_of(alias.target).ends_with('/');
  return contains(path, "/" + *front + (is_folder ? "/" : "")) && path.ends_with(back);
}

}  // namespace

std::vector<Patch> fix_script_alias(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::size_t>> done;
  std::map<std::string, std::vector<Edit>> by_file;
  std::map<std::string, std::set<std::string>> specifiers;  // by the folder below which they are written
  const auto aliases = aliases_in(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& alias : aliases) {
      if (!is_said(alias, occurrence) || !done.emplace(alias.file, alias.offset).second) continue;
      std::set<std::string> stars;
      auto below = specifiers.find(alias.askers);
      if (below == specifiers.end())
        below = specifiers.emplace(alias.askers, specifiers_below(patient.tree, alias.askers)).first;
      for (const auto& specifier : below->second) {
        if (auto star = star_in(alias.specifier, specifier)) stars.insert(std::move(*star));
      }
      const bool leads = std::ranges::any_of(
          stars, [&](const auto& star) { return leads_to(patient.tree, alias, alias.target, star); });
      const auto target = stars.empty() || leads ? "" : right_target(patient.tree, alias, stars);
      if (!target.empty()) by_file[alias.file].push_back({alias.offset, alias.target.size(), target});
    }
  }
  for (auto& [file, edits] : by_file) draft.edit(file, std::move(edits));
  return draft.patches();
}

}  // namespace regreen
