// js.rename-config: the configuration of a tool is written for the other kind of module than its package is of.
//
//   ReferenceError: Cannot read config file: /app/.eslintrc.js
//   Error: module is not defined in ES module scope                 .eslintrc.js → .eslintrc.cjs, where package.json says "module"
//
// The tool looks for the file under the other ending as well, and whoever names it in full is told. What it says stays as it is.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/node/fixers.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// A file `STEM.js` that its tool finds as `STEM.cjs`, and as `STEM.mjs` where it reads modules.
struct Config {
  std::string_view stem;
  bool may_be_module;
};

constexpr auto configs = std::to_array<Config>({
    {".babelrc", true},        {".commitlintrc", true},      {".eslintrc", false},    {".lintstagedrc", true},
    {".markdownlint", true},   {".mocharc", false},          {".postcssrc", true},    {".prettierrc", true},
    {".releaserc", true},      {".remarkrc", true},          {".stylelintrc", true},  {"ava.config", true},
    {"babel.config", true},    {"commitlint.config", true},  {"eslint.config", true}, {"gulpfile", true},
    {"jest.config", true},     {"lint-staged.config", true}, {"nyc.config", false},   {"postcss.config", true},
    {"prettier.config", true}, {"release.config", true},     {"rollup.config", true}, {"stylelint.config", true},
    {"tailwind.config", true}, {"vite.config", true},        {"vitest.config", true}, {"webpack.config", true},
});

enum class Kind { unknown, commonjs, module };

Kind kind_of(std::string_view text) {
  const auto code = code_only(text, Speech::javascript);
  bool is_module = false;
  for (const auto line : split_lines(code)) is_module |= line.starts_with("import ") || line.starts_with("export ");
  const bool is_common = contains(code, "module.exports") || contains(code, "require(");
  if (is_module == is_common) return Kind::unknown;
  return is_module ? Kind::module : Kind::commonjs;
}

Kind kind_of_package(const Tree& tree, std::string_view file) {
  const auto package = package_of_file(tree, file);
  if (!package) return Kind::unknown;
  return string_in(package->text, package->root, "type").value_or("") == "module" ? Kind::module : Kind::commonjs;
}

// The name under which the tool finds the file and node reads it as it is written; "" where there is none.
std::string right_name(const Tree& tree, const std::string& path) {
  const auto name = name_of(path);
  const auto known =
      std::ranges::find_if(configs, [&](const Config& one) { return name == std::string(one.stem) + ".js"; });
  if (known == configs.end()) return "";
  const auto kind = kind_of(tree.read(path).value_or(""));
  const auto package = kind_of_package(tree, path);
  if (kind == Kind::unknown || package == Kind::unknown || kind == package) return "";
  if (kind == Kind::module && !known->may_be_module) return "";
  const auto stem = path.substr(0, path.size() - 3);
  return stem + (kind == Kind::module ? ".mjs" : ".cjs");
}

bool is_name_byte(char c) { return is_word_byte(c) || c == '-' || c == '.'; }

/// A name as a text writes it, with the folders before it, as far as they are written out.
struct Mention {
  std::size_t at = 0;  ///< of the name
  std::string_view path;
};

// Where a text writes the name as a whole one: not within a longer one.
std::vector<Mention> mentions(std::string_view text, std::string_view name) {
  std::vector<Mention> found;
  std::size_t behind = 0;
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, behind)) {
    const auto end = at + name.size();
    auto begin = at;
    while (begin > behind && (is_name_byte(text[begin - 1]) || text[begin - 1] == '/')) --begin;
    const bool is_part = (at > begin && text[at - 1] != '/') || (end < text.size() && is_name_byte(text[end]));
    if (!is_part) found.push_back({at, text.substr(begin, end - begin)});
    behind = end;
  }
  return found;
}

// Files that name a configuration for a tool to read, or for another tool to look at.
bool is_caller(std::string_view path) {
  static constexpr auto globs =
      std::to_array<std::string_view>({"tsconfig*.json", ".eslintrc*", ".*ignore", ".npmignore", "*.config.js",
                                       "*.config.cjs", "*.config.mjs", ".lintstagedrc*"});
  return calls_tools(path) || std::ranges::any_of(globs, [&](auto glob) { return glob_matches(glob, path); });
}

// What only tells people of a file.
bool is_document(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".txt") || path.ends_with(".rst") || path.ends_with(".adoc");
}

enum class Meant { file, other, unclear };

// Which file does somebody mean who names it so? `is_only`: no other file has its name.
Meant meant(const Tree& tree, std::string_view caller, std::string_view written, std::string_view file, bool is_only) {
  bool leads_elsewhere = is_vendored(written);
  for (const auto& path : {resolved(path_in(folder_of(caller), written)), resolved(written)}) {
    if (path == file) return Meant::file;
    leads_elsewhere |= path && tree.has(*path);
  }
  return leads_elsewhere ? Meant::other : is_only ? Meant::file : Meant::unclear;
}

// The file under its new name, and all who name it. Nothing where it is not clear that they mean it, or they cannot be told.
std::vector<Patch> renamed(const Tree& tree, const std::string& path, const std::string& to) {
  Draft draft(tree);
  if (!draft.move(path, to)) return {};
  const auto name = name_of(path), now = name_of(to);
  const auto is_other = [&](const std::string& one) { return one != path && name_of(one) == name; };
  const bool is_only = std::ranges::none_of(tree.list(), is_other);
  for (const auto& caller : tree.list()) {
    if (caller == path || is_document(caller) || is_vendored(caller)) continue;
    const auto text = draft.read(caller).value_or("");
    std::vector<Edit> edits;
    for (const auto& mention : mentions(text, name)) {
      const auto file = meant(tree, caller, mention.path, path, is_only);
      if (file == Meant::other) continue;
      if (file == Meant::unclear || !is_caller(caller)) return {};
      edits.push_back({mention.at, name.size(), std::string(now)});
    }
    if (!edits.empty()) draft.edit(caller, std::move(edits));
  }
  return draft.patches();
}

// The files that the message can speak of: those that it names, else the configurations of its package.
std::vector<std::string> suspects(const Patient& patient, const Occurrence& occurrence) {
  std::vector<std::string> files;
  if (const auto file = find_file(patient.tree, capture(occurrence, "path"))) files.push_back(*file);
  for (const auto& place : places_around(patient.tree, occurrence)) files.push_back(place.file);
  std::erase_if(files, [&](const auto& file) { return right_name(patient.tree, file).empty(); });
  if (!files.empty()) return files;
  // prettier names the folder alone: "'/app/package.json' contains "type": "module""
  for (const auto& line : lines_of(occurrence)) {
    const auto manifest = find_file(patient.tree, between(line, " and '", "'"));
    if (!manifest || name_of(*manifest) != "package.json") continue;
    for (const auto& path : patient.tree.list()) {
      if (folder_of(path) == folder_of(*manifest) && !right_name(patient.tree, path).empty()) files.push_back(path);
    }
  }
  return files.size() == 1 ? files : std::vector<std::string>();
}

bool is_about_modules(const Occurrence& occurrence) {
  return std::ranges::any_of(lines_of(occurrence), [](const auto& line) {
    return contains(line, "in ES module scope") || contains(line, "outside a module") ||
           contains(line, "Unexpected token 'export'");
  });
}

}  // namespace

std::vector<Patch> rename_script_config(const Patient& patient) {
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!is_about_modules(occurrence)) continue;
    for (const auto& file : suspects(patient, occurrence))
      return renamed(patient.tree, file, right_name(patient.tree, file));
  }
  return {};
}

}  // namespace regreen
