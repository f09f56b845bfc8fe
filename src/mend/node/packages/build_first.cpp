// js.build-first: tests load what a script of the package builds, and nobody has built it.
//
//   Error: Cannot find module '../dist/slug.js'        "pretest": "npm run build", above "test"
//
// Only where that script makes the very file: its source lies where the compiler takes it from.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/compiled_folders.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// A file that is asked for and not there, and who asks.
struct Missing {
  std::string path, user;
};

// Who asks, as the log names it: "- /srv/app/test/a.js", "imported from /srv/app/test/a.js", "from 'test/a.test.js'".
std::string user_in(const Tree& tree, std::string_view line, std::string& written) {
  line = trim(line);
  if (line.starts_with("# ")) line = trim(line.substr(2));
  std::string_view name;
  if (line.starts_with("- ")) name = line.substr(2);
  if (const auto at = line.find("imported from "); at != std::string_view::npos) name = line.substr(at + 14);
  if (name.empty()) name = between(line, " from '", "'");
  written = name;
  const auto file = name.empty() ? std::nullopt : find_file(tree, name);
  return file.value_or("");
}

std::optional<Missing> missing_in(const Tree& tree, const Occurrence& occurrence) {
  std::string module(capture(occurrence, "module")), user, written;
  if (module.empty()) module = capture(occurrence, "path");
  for (const auto& line : lines_of(occurrence)) {
    if (user.empty()) user = user_in(tree, line, written);
  }
  if (user.empty() || is_built(user)) {
    const auto places = places_around(tree, occurrence);
    const auto own = std::ranges::find_if(places, [](const auto& place) { return is_script_source(place.file); });
    if (module.starts_with('/') || own == places.end()) return std::nullopt;
    user = own->file;
  }
  if (!module.starts_with('/')) {
    const auto path = resolved(path_in(folder_of(user), module));
    return path ? std::optional(Missing{*path, user}) : std::nullopt;
  }
  if (!written.ends_with(user)) return std::nullopt;
  const auto top = written.substr(0, written.size() - user.size());  // of the tree, where the log was made
  if (top.empty() || !module.starts_with(top)) return std::nullopt;
  return Missing{module.substr(top.size()), user};
}

// The same file, as it is written: "a/slug" of a/slug.js and a/slug.d.ts.
std::string stem_of(const std::string& path) {
  for (const std::string_view end : {".d.ts", ".js", ".cjs", ".mjs", ".jsx"}) {
    if (path.ends_with(end)) return path.substr(0, path.size() - end.size());
  }
  return path;
}

bool has_source(const Tree& tree, const std::string& stem) {
  constexpr auto ends = std::to_array<std::string_view>(
      {".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".coffee", "/index.ts", "/index.tsx", "/index.js"});
  return std::ranges::any_of(ends, [&](auto end) { return tree.has(stem + std::string(end)); });
}

// Is there a source below one of the folders that becomes the file below the built one?
bool is_made_from(const Tree& tree, const std::string& home, const std::string& below,
                  const std::vector<std::string>& roots) {
  return std::ranges::any_of(
      roots, [&](const std::string& root) { return has_source(tree, stem_of(path_in(path_in(home, root), below))); });
}

// tsc puts below `outDir` what lies below `rootDir`.
bool compiles(const Tree& tree, const std::string& home, std::string_view command, const std::string& path) {
  const auto folders = compiled_folders(tree, home, command);
  if (!folders || !path.starts_with(folders->out + "/")) return false;
  const auto below = path.substr(folders->out.size() + 1);
  return is_made_from(tree, folders->base, below,
                      folders->root ? std::vector{*folders->root} : std::vector<std::string>{"", "src"});
}

// Others are told the folder, or the file.
bool bundles(const Tree& tree, const std::string& home, std::string_view command, const std::string& path) {
  constexpr auto options = std::to_array<std::string_view>(
      {"--out-dir", "--outdir", "--outDir", "-d", "--outfile", "--out-file", "-o", "--dir"});
  for (const auto option : options) {
    const auto out = resolved(path_in(home, option_of(command, option))).value_or("");
    if (out.empty() || out == home) continue;
    if (path == out) return true;
    if (path.starts_with(out + "/") &&
        is_made_from(tree, home, path.substr(out.size() + 1), {"src", "lib", "source", ""}))
      return true;
  }
  return false;
}

/// A package whose script builds the file.
struct Builder {
  NodePackage package;
  JsonObject scripts;
};

std::optional<Builder> builder_of(const Tree& tree, const Missing& missing) {
  auto package = package_of_file(tree, missing.user);
  const auto home = package ? std::string(folder_of(package->file)) : "";
  const auto of_file = package_of_file(tree, missing.path);
  if (!package || !of_file || of_file->file != package->file || tree.has(missing.path)) return std::nullopt;
  auto scripts = object_in(package->text, package->root, "scripts");
  if (!scripts || !scripts->find("build")) return std::nullopt;
  const bool is_made = std::ranges::any_of(scripts->members, [&](const JsonMember& one) {
    if (one.key != "build" && !one.key.starts_with("build:")) return false;
    const auto command = string_in(package->text, *scripts, one.key).value_or("");
    return compiles(tree, home, command, missing.path) || bundles(tree, home, command, missing.path);
  });
  if (!is_made) return std::nullopt;
  return Builder{std::move(*package), std::move(*scripts)};
}

// How the project runs its scripts; "" where no script runs before another by its name (Yarn from 2 on).
std::string build_call(const Tree& tree, std::string_view file) {
  if (!nearest(tree, file, ".yarnrc.yml").empty()) return "";
  if (!nearest(tree, file, "pnpm-lock.yaml").empty()) return "pnpm run build";
  return nearest(tree, file, "yarn.lock").empty() ? "npm run build" : "yarn build";
}

std::vector<Edit> built_before_tests(const Tree& tree, const Builder& builder) {
  const auto& text = builder.package.text;
  const auto call = build_call(tree, builder.package.file);
  const auto* test = builder.scripts.find("test");
  const auto command = string_in(text, builder.scripts, "test").value_or("");
  if (call.empty() || test == nullptr || command.empty() || !words_in(command, "build").empty()) return {};
  if (const auto* before = builder.scripts.find("pretest"); before != nullptr) {
    const auto said = string_in(text, builder.scripts, "pretest").value_or("");
    if (said.empty() || !words_in(said, "build").empty()) return {};
    return {{before->value_end - 1, 0, " && " + call}};
  }
  const auto begin = text.rfind('\n', test->offset);
  const bool is_alone = begin != std::string::npos && trim(text.substr(begin, test->offset - begin)).empty();
  const auto gap = is_alone ? std::string(line_end(text)) + text.substr(begin + 1, test->offset - begin - 1) : " ";
  return {{test->offset, 0, "\"pretest\": \"" + call + "\"," + gap}};
}

bool is_test(std::string_view path) { return contains(path, "test") || contains(path, "spec"); }

}  // namespace

std::vector<Patch> build_before_tests(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto missing = missing_in(patient.tree, occurrence);
    const auto builder = missing && is_test(missing->user) ? builder_of(patient.tree, *missing) : std::nullopt;
    if (!builder || draft.read(builder->package.file) != builder->package.text) continue;
    if (auto edits = built_before_tests(patient.tree, *builder); !edits.empty())
      draft.edit(builder->package.file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
