// rust.install-crate, rust.add-crate: a crate that the sources use and Cargo.toml does not name. A name that is nearly that of a
// crate that the package has, or of one that everybody has, is a slip of the finger: who installs it gets what somebody
// registered for such slips.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/test_code.h"
#include "mend/slip.h"
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

/// What many projects use, by the names of sources: long enough that no other word is near by chance.
constexpr auto common_crates = std::to_array<std::string_view>(
    {"actix_web",     "anyhow",       "async_trait", "base64",      "bincode",
     "bitflags",      "chrono",       "criterion",   "crossbeam",   "dashmap",
     "diesel",        "env_logger",   "flate2",      "futures",     "getrandom",
     "hashbrown",     "indexmap",     "itertools",   "lazy_static", "memchr",
     "num_bigint",    "num_cpus",     "num_traits",  "once_cell",   "openssl",
     "parking_lot",   "proc_macro2",  "proptest",    "quickcheck",  "reqwest",
     "rocket",        "rusqlite",     "rustls",      "semver",      "serde",
     "serde_json",    "serde_yaml",   "smallvec",    "structopt",   "tempfile",
     "thiserror",     "tokio_stream", "tokio_util",  "tracing",     "tracing_subscriber",
     "unicode_width", "walkdir",      "winapi"});

std::string without_digits(std::string name) {
  std::erase_if(name, [](char c) { return c >= '0' && c <= '9'; });
  return name;
}

// `serde_josn` for `serde_json`; `sha1` is none of `sha2`.
bool is_slip_of(const std::string& name, const std::string& crate) {
  return name.size() > 4 && is_slip(crate, name) && without_digits(name) != without_digits(crate);
}

bool is_near_dependency(std::string_view manifest, const std::string& name) {
  const TomlText toml(manifest);
  return std::ranges::any_of(toml.keys(), [&](const TomlKey& key) {
    const bool has_table = !is_rust_dependency_table(key.table);
    const auto table = has_table ? key.table.substr(0, key.table.rfind('.')) : key.table;
    const auto crate = has_table ? key.table.substr(key.table.rfind('.') + 1) : key.name.substr(0, key.name.find('.'));
    return is_rust_dependency_table(table) && is_slip_of(name, replace_all(crate, "-", "_"));
  });
}

bool is_near_common(const std::string& name) {
  return !is_among(name, common_crates) &&
         std::ranges::any_of(common_crates, [&](auto crate) { return is_slip_of(name, std::string(crate)); });
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
    if (is_near_dependency(text, name) || is_near_common(name)) continue;
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
