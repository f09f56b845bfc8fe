// rust.declare-feature: a feature that the sources ask for and Cargo.toml does not declare.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/slip.h"

#include <algorithm>

namespace regreen {
namespace {

// The only package whose sources are built differently with the feature.
std::string manifest_with(const Tree& tree, const std::string& feature) {
  std::string found;
  for (const auto& path : tree.list()) {
    const auto text = path.ends_with(".rs") ? tree.read(path).value_or("") : "";
    if (!contains(text, "feature = \"" + feature + "\"")) continue;
    const auto manifest = nearest(tree, path, "Cargo.toml");
    if (!found.empty() && found != manifest) return "";
    found = manifest;
  }
  return found;
}

bool can_declare(const TomlText& toml, const std::string& feature) {
  std::vector<std::string> names;
  for (const auto* key : toml.keys_of("features")) names.push_back(key->name);
  const bool is_dependency = std::ranges::any_of(toml.keys(), [&](const TomlKey& key) {
    const auto whole = key.table + "." + key.name + ".";
    return contains(whole, "dependencies." + feature + ".");
  });
  return !is_dependency && !is_among(feature, names) && only_near(names, feature).empty();
}

}  // namespace

std::vector<Patch> declare_rust_feature(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string feature(capture(occurrence, "key"));
    const auto manifest = feature.empty() ? "" : manifest_with(patient.tree, feature);
    const auto text = manifest.empty() ? std::nullopt : draft.read(manifest);
    if (!text || !is_toml(*text)) continue;
    const TomlText toml(*text);
    if (toml.find_table("package") == nullptr || !can_declare(toml, feature)) continue;
    const auto* table = toml.find_table("features");
    draft.edit(manifest, {table != nullptr ? toml.add_key(*table, feature, "[]")
                                           : toml.add_table("features", feature + " = []")});
  }
  return draft.patches();
}

}  // namespace regreen
