// rust.follow-feature: a crate of the tree has no feature of the name that others ask for.
//
//   the package `shop-cli` depends on `shop-store`, with features: `json` but `shop-store` does not have these features.
//
// What is meant shares a word with the old name, and has items that the package takes from the crate and that nothing else brings:
// without the feature it would not build. All manifests that ask for the old one ask for it.

#include "base/text.h"
#include "base/words.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/rust/declared.h"
#include "mend/rust/feature_gate.h"
#include "mend/rust/fixers.h"
#include "mend/rust/manifest.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view path_bytes = ":_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

using Names = std::set<std::string>;

std::string text_of(const Draft& draft, const std::string& path) {
  auto text = draft.read(path).value_or("");
  return is_toml(text) ? text : "";
}

// The only Cargo.toml of the tree whose package is called so; "" where there is none, or several.
std::string manifest_of(const Tree& tree, std::string_view package) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != "Cargo.toml" || rust_package(tree.read(path).value_or("")) != package) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// The list of features that a key of a dependency holds, by its place in the text.
std::optional<StringList> features_in(std::string_view text, const TomlKey& key) {
  const auto value = text.substr(key.value, key.value_end - key.value);
  if (value.starts_with('[')) return key.name.ends_with("features") ? read_string_list(text, key.value) : std::nullopt;
  for (const auto at : words_in(value, "features")) {
    const auto sign = value.find_first_not_of(" \t", at + 8);
    const auto open = sign == npos || value[sign] != '=' ? npos : value.find_first_not_of(" \t\r\n", sign + 1);
    if (open != npos && value[open] == '[') return read_string_list(text, key.value + open);
  }
  return std::nullopt;
}

// The strings that ask for features of a crate in a manifest: `features = ["json"]`, and `csv = ["store/json"]` of [features].
std::vector<ListedString> asked_in(std::string_view text, const TomlText& toml, const std::string& package) {
  std::vector<ListedString> asked;
  for (const auto& entry : rust_entries(toml, replace_all(package, "-", "_"))) {
    for (const auto* key : entry.keys) {
      if (auto list = features_in(text, *key)) std::ranges::move(list->items, std::back_inserter(asked));
    }
  }
  for (const auto* key : toml.keys_of("features")) {
    const auto list = read_string_list(text, key->value);
    for (auto item : list ? list->items : std::vector<ListedString>()) {
      const auto slash = item.value.find('/');
      const auto crate = item.value.substr(0, slash);
      if (slash == std::string::npos || (crate != package && crate != package + "?")) continue;
      item.offset += slash + 1;
      item.length -= slash + 1;
      item.value.erase(0, slash + 1);
      asked.push_back(std::move(item));
    }
  }
  return asked;
}

// What a code takes from a crate by name: `use store::{load, write::print};`, `store::load()`.
Names taken_from(std::string_view code, std::string_view crate) {
  Names taken;
  for (const auto at : words_in(code, crate)) {
    const auto rest = code.substr(at + crate.size());
    if (!rest.starts_with("::")) continue;
    const bool is_import = trim(head_before(code, at)).ends_with("use");
    const auto end = is_import ? rest.find(';') : rest.find_first_not_of(path_bytes);
    taken.merge(words_of(rest.substr(0, end)));
  }
  return taken;
}

// The features of a crate that alone bring something which sources of a package take from it.
Names used_features(const Tree& tree, const std::string& library, const std::string& user) {
  const auto crate = rust_library(tree.read(library).value_or(""));
  Names used, said;
  for (const auto& [file, code] : rust_code(tree, user)) said.merge(taken_from(code, crate));
  std::map<std::string, Names> features;  // of each name
  for (const auto& one : rust_names(rust_code(tree, library))) {
    if (said.contains(one.name))
      features[one.name].insert(one.is_top ? rust_feature_around(tree, one.file, one.offset) : "");
  }
  for (const auto& [name, of_name] : features) {
    if (of_name.size() == 1) used.insert(*of_name.begin());
  }
  return used;
}

std::string feature_today(const Tree& tree, const std::string& library, const std::string& user, const Names& asked,
                          const std::string& old) {
  const auto text = tree.read(library).value_or("");
  Names free, alike;
  for (const auto* key : TomlText(text).keys_of("features")) {
    if (key->name != "default" && !asked.contains(key->name)) free.insert(key->name);
  }
  if (asked.empty() || free.contains(old)) return "";
  for (const auto& feature : used_features(tree, library, user)) {
    if (free.contains(feature) && (share_word(feature, old) || is_slip(feature, old))) alike.insert(feature);
  }
  return alike.size() == 1 ? *alike.begin() : "";
}

void ask_for(const std::string& package, const std::string& old, const std::string& today, Draft& draft,
             const Tree& tree) {
  for (const auto& path : tree.list()) {
    const auto text = name_of(path) == "Cargo.toml" && !is_vendored(path) ? text_of(draft, path) : "";
    if (!contains(text, old)) continue;
    std::vector<Edit> edits;
    for (const auto& item : asked_in(text, TomlText(text), package)) {
      const auto begin = text.find(old, item.offset);
      if (item.value == old && begin < item.offset + item.length) edits.push_back({begin, old.size(), today});
    }
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
}

// What the package asks for itself, and what it takes over from the workspace.
Names asked_by(const Tree& tree, const Draft& draft, const std::string& user, const std::string& package) {
  Names asked;
  for (auto folder = folder_of(user);; folder = folder_of(folder)) {
    const auto path = path_in(folder, "Cargo.toml");
    const auto text = tree.has(path) ? text_of(draft, path) : "";
    for (const auto& item : asked_in(text, TomlText(text), package)) asked.insert(item.value);
    if (folder.empty()) return asked;
  }
}

}  // namespace

std::vector<Patch> follow_rust_feature(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string package(capture(occurrence, "package")), said(capture(occurrence, "key"));
    const auto library = manifest_of(patient.tree, package);
    const auto user = manifest_of(patient.tree, capture(occurrence, "module"));
    if (library.empty() || user.empty()) continue;
    for (const auto part : split(said, ',')) {
      const std::string old(trim(part));
      if (!is_rust_feature(old)) continue;
      const auto asked = asked_by(patient.tree, draft, user, package);
      const auto today = asked.contains(old) ? feature_today(patient.tree, library, user, asked, old) : "";
      if (!today.empty()) ask_for(package, old, today, draft, patient.tree);
    }
  }
  return draft.patches();
}

}  // namespace regreen
