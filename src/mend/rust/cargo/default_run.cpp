// rust.set-default-run: the program that `cargo run` meant before the package had a second one.
//
//   error: `cargo run` could not determine which binary to run. Use the `--bin` option to specify a binary, or the `default-run`
//          manifest key.
//   available binaries: gen_fixtures, tally
//
// That is the one of src/main.rs, or the one that is called as the package is.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::string_view listed = "available binaries: ";

std::set<std::string> programs_said(const Occurrence& occurrence) {
  std::set<std::string> programs;
  if (occurrence.after.empty() || !occurrence.after.front().starts_with(listed)) return programs;
  for (const auto name : split(std::string_view(occurrence.after.front()).substr(listed.size()), ','))
    programs.emplace(trim(name));
  return programs;
}

// The name of the program of src/main.rs; that of the package where Cargo.toml gives it none of its own.
std::string main_program(std::string_view manifest) {
  const TomlText toml(manifest);
  for (const auto& binary : rust_binaries(toml)) {
    if (binary.path == "src/main.rs") return binary.name;
  }
  return rust_package(manifest);
}

// The programs of all packages, by their manifests.
std::map<std::string, std::set<std::string>> all_programs(const Tree& tree) {
  std::map<std::string, std::set<std::string>> all;
  for (const auto& path : tree.list()) {
    if (name_of(path) == "Cargo.toml" && !is_vendored(path)) all[path] = rust_programs(tree, path);
  }
  return all;
}

}  // namespace

std::vector<Patch> set_rust_default_run(const Patient& patient) {
  Draft draft(patient.tree);
  const auto all = all_programs(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto programs = programs_said(occurrence);
    const auto builds_them = [&](const auto& one) { return one.second == programs; };
    if (programs.size() < 2 || std::ranges::count_if(all, builds_them) != 1) continue;
    const auto& manifest = std::ranges::find_if(all, builds_them)->first;
    const auto text = draft.read(manifest);
    if (!text || !is_toml(*text)) continue;
    const TomlText toml(*text);
    const auto* package = toml.find_table("package");
    const auto name = main_program(*text);
    if (package == nullptr || toml.find("package", "default-run") != nullptr || !programs.contains(name)) continue;
    const bool is_open = package->end > 0 && (*text)[package->end - 1] != '\n';
    draft.edit(manifest,
               {{package->end, 0, (is_open ? "\n" : "") + ("default-run = \"" + name + "\"") + (is_open ? "" : "\n")}});
  }
  return draft.patches();
}

}  // namespace regreen
