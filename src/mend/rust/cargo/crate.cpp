// rust.install-crate, rust.add-crate: a crate that the sources use and Cargo.toml does not name.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/test_code.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr std::array<std::string_view, 9> not_crates = {"std",   "core",       "alloc", "crate", "self",
                                                        "super", "proc_macro", "test",  "main"};

struct MissingCrate {
  std::string manifest;
  std::string name;
  std::string_view table;  ///< of Cargo.toml, for the part of the package that uses it

  auto operator<=>(const MissingCrate&) const = default;
};

// The package's own library or one of its modules.
bool is_own(const Tree& tree, std::string_view manifest, const std::string& name) {
  if (rust_library(manifest) == name) return true;
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    return path.ends_with("/" + name + ".rs") || path.ends_with("/" + name + "/mod.rs");
  });
}

constexpr auto sources = std::to_array<std::string_view>({"*.rs"});

std::set<MissingCrate> missing_crates(const Patient& patient) {
  std::set<MissingCrate> missing;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string name(capture(occurrence, "module"));
    if (!is_identifier(name) || name.size() > 64 || name != lower(name) || is_among(name, not_crates)) continue;
    const auto places = places_of(patient.tree, occurrence);
    const auto file = places.empty() ? "" : places[0].file;
    const auto manifest = rust_manifest_of(patient.tree, file);
    const auto text = patient.tree.read(manifest).value_or("");
    if (text.empty() || is_own(patient.tree, text, name) || rust_depends_on(text, name)) continue;
    const MissingCrate one{manifest, name, rust_table_for(patient.tree, file, manifest)};
    if (!missing.contains(one) && is_mentioned(patient.tree, sources, name)) missing.insert(one);
  }
  std::erase_if(missing, [&](const MissingCrate& one) {
    return one.table == "dev-dependencies" && missing.contains({one.manifest, one.name, "dependencies"});
  });
  return missing;
}

// cargo takes a name that it does not find for a similar one; such an answer is taken back.
std::string add_command(const MissingCrate& one, std::string_view options) {
  const auto manifest = shell_quoted(one.manifest);
  const std::string option = one.table == "dependencies" ? "" : one.table == "dev-dependencies" ? " --dev" : " --build";
  return "old=$(cat " + manifest + "); cargo add -q" + std::string(options) + option + " --manifest-path " + manifest +
         " " + shell_quoted(one.name) + "; grep -Eq '^" + replace_all(one.name, "_", "[_-]") + " *=' " + manifest +
         " || printf '%s\\n' \"$old\" > " + manifest;
}

}  // namespace

std::vector<ToolCall> install_rust_crate(const Patient& patient) {
  std::vector<ToolCall> calls;
  const auto missing = missing_crates(patient);
  for (const std::string_view options : {" --offline", ""}) {
    std::string command;
    for (const auto& one : missing) command += (command.empty() ? "" : "; ") + add_command(one, options);
    if (!command.empty() && patient.tree.has("Cargo.lock"))
      command += "; cargo metadata" + std::string(options) + " --format-version 1 >/dev/null";
    if (!command.empty()) calls.push_back({command});
  }
  return calls;
}

std::vector<Patch> add_rust_crate(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& one : missing_crates(patient)) {
    const auto text = draft.read(one.manifest);
    if (!text || !is_toml(*text)) continue;
    const TomlText toml(*text);
    const auto* table = toml.find_table(one.table);
    draft.edit(one.manifest, {table != nullptr ? toml.add_key(*table, one.name, "\"*\"")
                                               : toml.add_table(one.table, one.name + " = \"*\"")});
  }
  return draft.patches();
}

}  // namespace regreen
