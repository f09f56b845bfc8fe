// rust.enable-feature: a package uses what another one has only with a feature, and does not ask for the feature.
//
//   error[E0432]: unresolved import `ferry_wire::hex`
//     could not find `hex` in `ferry_wire`
//     the item is gated behind the `hex` feature            (since rustc 1.70)
//
// The dependency gets the feature that rustc names; else the one that all items of the name stand under in the only package of the
// tree that is called so. A trait that comes without its derive macro has it with `derive`. Where the package passes the feature on
// by one of its own, what is wrong is the use, and nothing is done.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/declared.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/module_tree.h"
#include "mend/rust/language/rust_text.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/language/test_code.h"
#include "mend/rust/modules/use.h"
#include "mend/text/code_text.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_feature(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return is_word_byte(c) || c == '-'; });
}

// The lines of the message that an occurrence begins.
std::vector<std::string> lines_of_message(const Occurrence& occurrence) {
  std::vector<std::string> lines;
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error") || line.starts_with("warning")) break;
    lines.push_back(line);
  }
  return lines;
}

// What the lines say between two marks, where all that say it say the same.
std::string said_once(const std::vector<std::string>& lines, std::string_view front, std::string_view back) {
  std::set<std::string> all;
  for (const auto& line : lines) {
    if (contains(line, front) && contains(line, back)) all.emplace(between(line, front, back));
  }
  return all.size() == 1 ? *all.begin() : "";
}

// The first name of the path that stands at a place: `ferry_wire` for each part of `ferry_wire::hex::encode`.
std::string first_of_path(std::string_view code, std::size_t at) {
  if (const auto import = rust_import_at(code, at)) return std::string(word_at(import->path, 0));
  const auto brace = bracket_around(code, at);
  if (brace != npos && code.substr(0, brace).ends_with("::")) return "";  // braces in braces of an import
  while (at >= 2 && code.substr(at - 2, 2) == "::") {
    const auto word = word_before(code, at - 2);
    if (word.empty()) break;
    at -= 2 + word.size();
  }
  return std::string(word_at(code, at));
}

// The crate that a message speaks of: it is the message that knows all braces. "" where that is the package itself.
std::string crate_of(const std::string& header, std::string_view code, std::optional<std::size_t> at) {
  const auto path = contains(header, "unresolved import") ? first_quoted(header) : "";
  const std::string first(path.substr(0, path.find("::")));
  if (first == "crate" || first == "self" || first == "super") return "";
  if (is_identifier(first)) return first;
  if (contains(header, " in crate `")) return std::string(between(header, " in crate `", "`"));
  return at ? first_of_path(code, *at) : "";
}

// The feature alone that an item is built with; "" where it has another condition, or none.
std::string feature_above(const Lines& lines, std::size_t number) {
  std::string found;
  for (auto above = number - 1; above >= 1; --above) {
    const auto line = trim(lines.line(above));
    if (!line.starts_with("#[") && !line.starts_with("//")) break;
    if (!line.starts_with("#[cfg(")) continue;
    const auto condition = replace_all(std::string(between(line, "#[cfg(", ")]")), " ", "");
    const bool is_plain = condition.starts_with("feature=\"") && condition.ends_with('"') && found.empty();
    found = is_plain ? condition.substr(9, condition.size() - 10) : "?";
  }
  return is_feature(found) ? found : "";
}

// The same of an item by the modules that it stands in, where it has no condition of its own.
std::string feature_around(const Tree& tree, const std::string& file, std::size_t offset) {
  const auto text = tree.read(file).value_or("");
  const Lines lines(text);
  auto feature = feature_above(lines, lines.number_at(offset));
  for (const auto& module : rust_module_chain(tree, file)) {
    if (!feature.empty()) break;
    const auto parent = tree.read(module.file).value_or("");
    const Lines above(parent);
    feature = feature_above(above, above.number_at(module.offset));
  }
  return feature;
}

// The lines of a source that hand a name on: `pub use hex::Digits;`.
std::vector<std::size_t> handed_on(const Lines& lines, std::string_view name) {
  std::vector<std::size_t> numbers;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (lines.line(number).starts_with("pub use ") && !words_in(lines.line(number), name).empty())
      numbers.push_back(number);
  }
  return numbers;
}

// The feature that everything of the name is built with in a package of the tree.
std::string feature_of_item(const Tree& tree, const std::string& manifest, const std::string& name) {
  std::set<std::string> features;
  const auto code = rust_code(tree, manifest);
  for (const auto& one : rust_names(code)) {
    if (one.name == name && one.is_top) features.insert(feature_around(tree, one.file, one.offset));
  }
  for (const auto& [file, source] : code) {
    const Lines lines(source);
    for (const auto number : handed_on(lines, name)) features.insert(feature_around(tree, file, lines.begin(number)));
  }
  const auto feature = features.size() == 1 ? *features.begin() : "";
  const auto text = tree.read(manifest).value_or("");
  const bool is_declared = TomlText(text).find("features", feature) != nullptr ||
                           rust_feature_of(text, replace_all(feature, "-", "_")) == feature;
  return is_declared ? feature : "";
}

// The only package of the tree whose library is called so; "" where there is none, or several.
std::string package_of(const Tree& tree, const std::string& crate) {
  std::string found;
  for (const auto& file : tree.list()) {
    if (name_of(file) != "Cargo.toml" || rust_library(tree.read(file).value_or("")) != crate) continue;
    if (!found.empty()) return "";
    found = file;
  }
  return found;
}

/// A feature of a crate that a package has to ask for.
struct Wanted {
  std::string manifest, crate, feature;
  std::string_view table;  ///< that the source sees: dependencies, dev-dependencies

  auto operator<=>(const Wanted&) const = default;
};

// `#[tokio::main]` names what it lacks, and which crate it is of.
std::optional<std::pair<std::string, std::string>> said_by_macro(const std::vector<std::string>& lines,
                                                                 const Occurrence& occurrence) {
  const auto feature = said_once({occurrence.at.text}, "but the `", "` feature is disabled");
  const auto path = said_once(lines, "in the attribute macro `", "`");
  if (!is_feature(feature) || !contains(path, "::")) return std::nullopt;
  return std::pair{path.substr(0, path.find(':')), feature};
}

std::string missing_name(std::string_view header) {
  const auto quoted = first_quoted(header);
  return is_rust_path(quoted) ? last_part(quoted) : "";
}

// The crate that a trait without its derive macro is imported from: the path of the import that the note shows.
std::string crate_of_trait(const std::vector<std::string>& lines, const std::string& name) {
  for (const auto& line : lines) {
    const auto at = line.find("| use ");
    if (at == npos || words_in(line, name).empty()) continue;
    const auto path = std::string_view(line).substr(at + 6);
    return std::string(word_at(path, 0));
  }
  return "";
}

std::optional<Wanted> wanted_by(const Tree& tree, const Occurrence& occurrence) {
  const auto place = rustc_place(tree, occurrence);
  if (!place || !place->file.ends_with(".rs")) return std::nullopt;
  Wanted wanted;
  wanted.manifest = rust_manifest_of(tree, place->file);
  wanted.table = rust_table_for(tree, place->file, wanted.manifest);
  const auto lines = lines_of_message(occurrence);
  const auto name = missing_name(occurrence.at.text);
  if (const auto said = said_by_macro(lines, occurrence)) {
    std::tie(wanted.crate, wanted.feature) = *said;
  } else if (contains(occurrence.at.text, "cannot find derive macro")) {
    const bool is_trait = !said_once(lines, "imported here, but it is only a trait, ", "out a derive macro").empty();
    wanted.crate = is_trait ? crate_of_trait(lines, name) : "";
    wanted.feature = "derive";
  } else {
    const RustText source(tree.read(place->file).value_or(""));
    const auto at = offset_of(source.text, place->line, place->column);
    wanted.crate = crate_of(occurrence.at.text, source.code, at);
    wanted.feature = said_once(lines, "gated behind the `", "` feature");
    const auto package = wanted.feature.empty() ? package_of(tree, wanted.crate) : "";
    if (!package.empty() && !name.empty()) wanted.feature = feature_of_item(tree, package, name);
  }
  const bool is_known = !wanted.manifest.empty() && !wanted.crate.empty() && is_feature(wanted.feature);
  return is_known ? std::optional(wanted) : std::nullopt;
}

// Does a feature of the package itself bring it: `json = ["wire/hex"]`?
bool is_passed_on(const TomlText& toml, const std::string& name, const std::string& feature) {
  return std::ranges::any_of(toml.keys_of("features"), [&](const TomlKey* key) {
    const auto value = toml.value(*key);
    return contains(value, "\"" + name + "/" + feature + "\"") || contains(value, "\"" + name + "?/" + feature + "\"");
  });
}

std::string quoted_list(const std::string& feature) { return "[\"" + feature + "\"]"; }

std::vector<Edit> put_in_list(std::string_view text, std::size_t open, const std::string& feature) {
  const auto list = read_string_list(text, open);
  const auto is_same = [&](const ListedString& item) { return item.value == feature; };
  if (!list || std::ranges::any_of(list->items, is_same)) return {};
  return insert_string(text, *list, feature);
}

// `"1.2"` and `{ path = "../wire" }`: the value of the crate's only key.
std::vector<Edit> put_in_value(std::string_view text, const TomlKey& key, const std::string& feature) {
  const auto value = text.substr(key.value, key.value_end - key.value);
  if (value.starts_with('"') || value.starts_with('\''))
    return {{key.value, 0, "{ version = "}, {key.value_end, 0, ", features = " + quoted_list(feature) + " }"}};
  if (!value.starts_with('{') || !value.ends_with('}')) return {};
  for (const auto at : words_in(value, "features")) {
    const auto sign = value.find_first_not_of(" \t", at + 8);
    const auto open = sign == npos || value[sign] != '=' ? npos : value.find_first_not_of(" \t", sign + 1);
    if (at > 0 && value[at - 1] == '-') continue;  // default-features
    return open == npos || value[open] != '[' ? std::vector<Edit>{} : put_in_list(text, key.value + open, feature);
  }
  auto end = value.size() - 1;
  while (end > 1 && (value[end - 1] == ' ' || value[end - 1] == ',')) --end;
  return {{key.value + end, 0, ", features = " + quoted_list(feature)}};
}

std::vector<Edit> put_in_entry(std::string_view text, const TomlText& toml, const RustEntry& entry,
                               const std::string& feature) {
  const auto own = entry.has_table ? std::string("features") : entry.name + ".features";
  for (const auto* key : entry.keys) {
    if (key->name == own) return put_in_list(text, key->value, feature);
  }
  if (entry.has_table) {
    const auto* table = toml.find_table(entry.table + "." + entry.name);
    return table == nullptr ? std::vector<Edit>{} : std::vector{toml.add_key(*table, "features", quoted_list(feature))};
  }
  if (entry.keys.size() == 1 && entry.keys[0]->name == entry.name) return put_in_value(text, *entry.keys[0], feature);
  const auto* last = entry.keys.back();
  return {line_below(text, last->value_end, own + " = " + quoted_list(feature))};
}

// The entry that the source sees: that of its own kind, else that of all.
const RustEntry* entry_for(const std::vector<RustEntry>& entries, std::string_view table) {
  for (const auto wanted : {table, std::string_view("dependencies")}) {
    const auto found = std::ranges::find(entries, wanted, &RustEntry::table);
    if (found != entries.end()) return &*found;
  }
  return entries.size() == 1 ? entries.data() : nullptr;
}

}  // namespace

std::vector<Patch> enable_rust_feature(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<Wanted> all;
  std::set<std::pair<std::string, std::vector<Location>>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!seen.emplace(occurrence.at.text, occurrence.locations).second) continue;
    if (auto wanted = wanted_by(patient.tree, occurrence)) all.insert(std::move(*wanted));
  }
  for (const auto& one : all) {
    const auto text = draft.read(one.manifest).value_or("");
    if (!is_toml(text)) continue;
    const TomlText toml(text);
    const auto entries = rust_entries(toml, one.crate);
    const auto* entry = entry_for(entries, one.table);
    if (entry == nullptr || is_passed_on(toml, entry->name, one.feature)) continue;
    draft.edit(one.manifest, put_in_entry(text, toml, *entry, one.feature));
  }
  return draft.patches();
}

}  // namespace regreen
