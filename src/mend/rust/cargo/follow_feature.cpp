// rust.follow-feature: sources are built with a feature by the name that it had before the newest commit, so that they never are.
//
//   Cargo.toml: json = [] became export-json = []      #[cfg(feature = "json")] mod json;
//
// A source that the commit changed has to show that the one is the other, by what is built with it, and none may have more that is
// built with the new one. A job shows only which of them is built. Tests of the old feature stay: they are somebody's promise.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t attributes_max = 20;  // lines above an item

/// A feature by the name of before and that of today.
struct Renamed {
  std::string was, is;
};

std::map<std::string, std::string> features_of(const TomlText& toml) {
  std::map<std::string, std::string> features;
  for (const auto* key : toml.keys_of("features")) features.emplace(key->name, toml.value(*key));
  return features;
}

// The only feature that is gone, and the only new one, which turns on the same.
std::optional<Renamed> renamed_in(const std::string& before, const std::string& today) {
  if (!is_toml(before) || !is_toml(today)) return std::nullopt;
  const TomlText was_toml(before), is_toml_text(today);
  const auto was = features_of(was_toml), is = features_of(is_toml_text);
  std::vector<std::string> gone, come;
  for (const auto& [name, value] : was) {
    if (!is.contains(name)) gone.push_back(name);
  }
  for (const auto& [name, value] : is) {
    if (!was.contains(name)) come.push_back(name);
  }
  if (gone.size() != 1 || come.size() != 1 || was.at(gone[0]) != is.at(come[0])) return std::nullopt;
  const bool is_crate = std::ranges::any_of(is_toml_text.keys(), [&](const TomlKey& key) {
    return contains(key.table + "." + key.name + ".", "dependencies." + gone[0] + ".");
  });
  return is_crate ? std::nullopt : std::optional(Renamed{gone[0], come[0]});
}

std::string named(const std::string& feature) { return "feature = \"" + feature + "\""; }

// What a source has for a feature: each line that names it, down to the first line of code that the attributes are of.
std::set<std::string> built_with(std::string_view source, const std::string& feature) {
  std::set<std::string> all;
  const auto lines = split_lines(source);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!contains(lines[i], named(feature))) continue;
    auto last = i;
    while (last + 1 < std::min(lines.size(), i + attributes_max) &&
           (trim(lines[last]).starts_with('#') || trim(lines[last]).starts_with("//")))
      ++last;
    std::string item;
    for (auto k = i; k <= last; ++k) item += std::string(trim(lines[k])) + "\n";
    all.insert(std::move(item));
  }
  return all;
}

// Do the sources that the commit changed have with the new feature what they had with the old one, and only in tests more?
bool is_shown(const Patient& patient, const Renamed& renamed) {
  bool is_any = false;
  for (const auto& [path, before] : patient.last_commit.before) {
    const auto text = path.ends_with(".rs") ? patient.tree.read(path) : std::nullopt;
    if (!text) continue;
    const auto was = built_with(replace_all(before.value_or(""), named(renamed.was), named(renamed.is)), renamed.is);
    for (const auto& item : built_with(*text, renamed.is)) {
      if (!was.contains(item) && !is_test(path)) return false;
      is_any |= was.contains(item);
    }
  }
  return is_any;
}

// Does the text at a byte of a code lie in `cfg(…)` or `cfg_attr(…)`?
bool is_condition(std::string_view code, std::size_t at) {
  for (auto open = bracket_around(code, at); open != npos && open > 0; open = bracket_around(code, open)) {
    const auto word = word_before(code, code[open - 1] == '!' ? open - 1 : open);
    if (word == "cfg" || word == "cfg_attr") return true;
    if (code[open] != '(') return false;
  }
  return false;
}

std::vector<Edit> conditions(const std::string& text, const Renamed& renamed) {
  std::vector<Edit> edits;
  const auto code = code_only(text, Speech::rust);
  for (const auto at : words_in(code, "feature")) {
    const auto open = text.find_first_not_of(" =", at + 7);
    const auto quoted = "\"" + renamed.was + "\"";
    if (open != npos && text.substr(open, quoted.size()) == quoted && at > 0 && is_condition(code, at))
      edits.push_back({open + 1, renamed.was.size(), renamed.is});
  }
  return edits;
}

// Does the package declare what the log misses?
bool declares(const Tree& tree, const std::vector<std::string>& sources, std::string_view name) {
  return is_identifier(name) && std::ranges::any_of(sources, [&](const std::string& path) {
           const auto code = code_only(tree.read(path).value_or(""), Speech::rust);
           return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
             static constexpr auto declaring =
                 std::to_array<std::string_view>({"fn", "struct", "enum", "trait", "mod", "const", "static", "type"});
             return is_among(word_before(code, end_of_code_before(code, at)), declaring);
           });
         });
}

// The last name of what is quoted first: "no method named `to_json` found", "unresolved import `rowdump::json`".
std::string_view missed(const Occurrence& occurrence) {
  const auto path = between(occurrence.at.text, "`", "`");
  return path.substr(path.rfind(':') == npos ? 0 : path.rfind(':') + 1);
}

}  // namespace

std::vector<Patch> follow_rust_feature(const Patient& patient) {
  Draft draft(patient.tree);
  const auto occurrences = occurrences_of(patient.diagnosis);
  for (const auto& [manifest, before] : patient.last_commit.before) {
    const auto today = name_of(manifest) == "Cargo.toml" && before ? patient.tree.read(manifest) : std::nullopt;
    const auto renamed = today ? renamed_in(*before, *today) : std::nullopt;
    if (!renamed || !is_shown(patient, *renamed)) continue;
    auto sources = rust_sources(patient.tree, manifest);
    std::erase_if(sources, [](const auto& path) { return is_test(path) || is_vendored(path); });
    const bool is_missed =
        std::ranges::any_of(occurrences, [&](const auto& one) { return declares(patient.tree, sources, missed(one)); });
    for (const auto& path : is_missed ? sources : std::vector<std::string>{}) {
      const auto text = draft.read(path).value_or("");
      if (auto edits = conditions(text, *renamed); !edits.empty() && !says_generated(text))
        draft.edit(path, std::move(edits));
    }
  }
  return draft.patches();
}

}  // namespace regreen
