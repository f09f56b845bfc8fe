// rust.gate-import: what is built only with a feature is imported without it.
//
//   error[E0432]: unresolved import `crate::json`
//
// The import gets the condition of what it imports, `#[cfg(feature = "json")]`, where all that uses it in the file stands under
// the same one: or nothing does, as it is handed on by `pub use`. So does that of an optional crate. A list is left alone where only
// one of its names is missing.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/declared.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/modules/use.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t uses_max = 200;  // of what an import brings; all that is around each of them is looked at

// The condition that stands above a line, `#[cfg(feature = "json")]`; "" where none or several do.
std::string condition_above(const Lines& lines, std::size_t number) {
  std::string found;
  for (auto above = number - 1; above >= 1; --above) {
    const auto line = trim(lines.line(above));
    if (!line.starts_with("#[") && !line.starts_with("//")) break;
    if (!line.starts_with("#[cfg(")) continue;
    if (!found.empty()) return "";
    found = line;
  }
  return contains(found, "feature") && found.ends_with(")]") ? found : "";
}

// The paths that a message names: "unresolved imports `crate::json`, `crate::xml`".
std::vector<std::string> missing_in(std::string_view header) {
  std::vector<std::string> paths;
  const auto parts = split(header, '`');
  for (std::size_t i = 1; i + 1 < parts.size(); i += 2) paths.emplace_back(parts[i]);
  return paths;
}

// Is all of an import missing where paths are? `a::b` of `a::b::{c, d}`.
bool is_all(const RustImport& import, const std::vector<std::string>& missing) {
  return missing.size() == import.names.size() || (missing.size() == 1 && import.path.starts_with(missing[0] + "::"));
}

// Does a path begin in the package, and not in another crate?
bool is_own(std::string_view missing, const std::vector<RustName>& names, std::string_view manifest) {
  const auto first = missing.substr(0, missing.find("::"));
  if (first == "crate" || first == "self" || first == "super" || first == rust_library(manifest)) return true;
  return std::ranges::any_of(names, [&](const RustName& one) { return one.kind == "mod" && one.name == first; });
}

// The condition of all that the package declares by the last name of a path; "" where there is none, or they differ.
std::string own_condition(const Tree& tree, const std::vector<RustName>& names, const std::string& name) {
  std::set<std::string> conditions;
  for (const auto& one : names) {
    if (one.name != name) continue;
    const auto text = tree.read(one.file).value_or("");
    const Lines lines(text);
    conditions.insert(condition_above(lines, lines.number_at(one.offset)));
    if (conditions.size() > 1) return "";
  }
  return conditions.size() == 1 ? *conditions.begin() : "";
}

// The condition of what is missing in the package, or of an optional crate.
std::string condition_of(const Tree& tree, const std::vector<RustName>& names, std::string_view text,
                         const std::string& missing) {
  if (is_own(missing, names, text)) return own_condition(tree, names, last_part(missing));
  const auto feature = is_identifier(missing) ? rust_feature_of(text, missing) : "";
  return feature.empty() ? "" : "#[cfg(feature = \"" + feature + "\")]";
}

/// What the packages declare that messages speak of, by their manifests: each is read once.
using Packages = std::map<std::string, std::vector<RustName>>;

// The condition of all that is missing in a file; "" where there is none, or they differ.
std::string common_condition(const Tree& tree, std::string_view file, const std::vector<std::string>& missing,
                             Packages& packages) {
  const auto manifest = rust_manifest_of(tree, file);
  const auto [package, is_new] = packages.try_emplace(manifest);
  if (is_new) package->second = rust_names(rust_code(tree, manifest));
  std::set<std::string> conditions;
  for (const auto& path : missing)
    conditions.insert(condition_of(tree, package->second, tree.read(manifest).value_or(""), path));
  return conditions.size() == 1 ? *conditions.begin() : "";
}

// Does a piece of a file stand under a condition that belongs to it, and not to a neighbour in the same list?
bool is_under(std::string_view text, std::string_view condition) {
  const auto at = text.rfind(condition);
  return at != npos && items_of(text.substr(at + condition.size()), Speech::rust).size() <= 1;
}

// Does a place stand in what is built only under the condition?
bool is_gated(std::string_view text, std::string_view code, std::size_t at, std::string_view condition) {
  const auto asked = std::string(between(condition, "#[cfg(", ")]")) + ",";
  for (; at != npos; at = bracket_around(code, at)) {
    const auto head = head_before(code, at);
    if (is_under(text.substr(offset_in(code, head), head.size()), condition)) return true;
    const bool is_attribute = code[at] == '(' && word_before(code, at) == "cfg_attr";
    if (is_attribute && text.substr(at + 1).starts_with(asked)) return true;
  }
  return false;
}

bool is_used_only_under(std::string_view text, std::string_view code, const RustImport& import,
                        std::string_view condition) {
  const auto uses = rust_uses(code, import);
  if (uses.size() > uses_max) return false;
  const bool all = std::ranges::all_of(uses, [&](auto at) { return is_gated(text, code, at, condition); });
  return all && (import.is_public || !uses.empty());
}

}  // namespace

std::vector<Patch> gate_rust_import(const Patient& patient) {
  Draft draft(patient.tree);
  Packages packages;
  for (const auto& message : rustc_messages(patient.diagnosis)) {
    if (!contains(message.header, "unresolved import")) continue;
    const auto file = find_file(patient.tree, message.file);
    const auto text = file ? draft.read(*file) : std::nullopt;
    if (!text || text->size() > source_bytes_max || *text != patient.tree.read(*file).value_or(""))
      continue;  // lines below have moved
    const auto at = offset_of(*text, message.line, message.column);
    const auto code = code_only(*text, Speech::rust);
    const auto import = at ? rust_import_at(code, *at) : std::nullopt;
    if (!import || import->names.empty()) continue;
    const auto missing = missing_in(message.header);
    if (!is_all(*import, missing)) continue;
    const auto condition = common_condition(patient.tree, *file, missing, packages);
    if (condition.empty() || is_gated(*text, code, import->begin, condition) ||
        !is_used_only_under(*text, code, *import, condition))
      continue;
    const auto indent = indentation(std::string_view(*text).substr(import->begin));
    draft.edit(*file, {{import->begin, 0, std::string(indent) + condition + std::string(line_end(*text))}});
  }
  return draft.patches();
}

}  // namespace regreen
