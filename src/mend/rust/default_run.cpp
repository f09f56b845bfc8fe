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
#include "mend/rust/manifest.h"

#include <algorithm>
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

// The name of the program of src/main.rs; "" where Cargo.toml calls it otherwise than the package and has another of its name.
std::string main_program(const Tree& tree, const std::string& manifest, std::string_view text) {
  const TomlText toml(text);
  const auto* last_name = static_cast<const TomlKey*>(nullptr);
  for (const auto& key : toml.keys()) {
    if (key.table != "bin") continue;
    if (key.name == "name") last_name = &key;
    if (key.name != "path" || toml.value(key) != "\"src/main.rs\"") continue;
    const auto* after = last_name != nullptr && last_name->offset < key.offset ? last_name : nullptr;
    const auto name = after == nullptr ? std::string_view() : toml.value(*after);
    return name.size() > 2 ? std::string(name.substr(1, name.size() - 2)) : "";
  }
  const auto package = rust_package(text);
  const bool has_main = tree.has(path_in(folder_of(manifest), "src/main.rs"));
  return has_main || rust_programs(tree, manifest).contains(package) ? package : "";
}

}  // namespace

std::vector<Patch> set_rust_default_run(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto programs = programs_said(occurrence);
    if (programs.size() < 2) continue;
    std::vector<std::string> manifests;
    for (const auto& path : patient.tree.list()) {
      if (name_of(path) == "Cargo.toml" && !is_vendored(path) && rust_programs(patient.tree, path) == programs)
        manifests.push_back(path);
    }
    const auto text = manifests.size() == 1 ? draft.read(manifests[0]) : std::nullopt;
    if (!text || !is_toml(*text)) continue;
    const TomlText toml(*text);
    const auto* package = toml.find_table("package");
    const auto name = main_program(patient.tree, manifests[0], *text);
    if (package == nullptr || toml.find("package", "default-run") != nullptr || !programs.contains(name)) continue;
    const bool is_open = package->end > 0 && (*text)[package->end - 1] != '\n';
    draft.edit(manifests[0],
               {{package->end, 0, (is_open ? "\n" : "") + ("default-run = \"" + name + "\"") + (is_open ? "" : "\n")}});
  }
  return draft.patches();
}

}  // namespace regreen
