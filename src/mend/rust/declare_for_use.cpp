// rust.declare-for-use: a crate that Cargo.toml names for another part of the package than the one that uses it.
//
//   error[E0432]: unresolved import `slugs`     in src/lib.rs, where slugs stands in [dev-dependencies]
//   error[E0433]: … `cc`                        in build.rs, where cc stands in [dependencies]
//
// The library sees [dependencies], its tests those and [dev-dependencies], the build script [build-dependencies] alone. What only
// the tests had moves to where all see it; what another part needs as well is named there, too. Code that only tests see is no
// use by the library.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/manifest.h"
#include "mend/rust/rustc_message.h"
#include "mend/rust/test_code.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// The parts of a package by what they see.
struct Part {
  std::string_view table;                  ///< where its crates are named
  std::array<std::string_view, 2> others;  ///< where the crate may stand instead, likeliest first
};

constexpr Part library = {"dependencies", {"dev-dependencies", ""}};
constexpr Part script = {"build-dependencies", {"dependencies", "dev-dependencies"}};
constexpr Part tests = {"dev-dependencies", {"build-dependencies", ""}};

const Part& part_of(std::string_view file, std::string_view manifest) {
  const auto inside = file.substr(folder_of(manifest).empty() ? 0 : folder_of(manifest).size() + 1);
  if (inside == "build.rs") return script;
  return is_rust_test_file(inside) ? tests : library;
}

const TomlKey* crate_in(const TomlText& toml, std::string_view table, std::string_view crate) {
  for (const auto& key : toml.keys()) {
    const auto name = key.name.substr(0, key.name.find('.'));
    if (key.table == table && replace_all(name, "-", "_") == crate) return &key;
  }
  return nullptr;
}

// Do all see what the library needs there? The names that an import brings are used outside of its tests.
bool is_used_always(std::string_view text, std::size_t at, const std::string& crate) {
  const auto code = code_only(text, Speech::rust);
  const auto ranges = rust_test_ranges(code);
  const auto is_tested = [&](std::size_t offset) {
    return std::ranges::any_of(ranges,
                               [&](const auto& range) { return range.first <= offset && offset < range.second; });
  };
  if (is_tested(at)) return false;
  const auto head = trim(head_before(code, at));
  if (head != "use" && !head.ends_with("pub use")) return true;
  const auto end = code.find(';', at);
  if (end == npos || contains(head, "#[")) return false;
  if (head.ends_with("pub use")) return true;
  for (const auto& name : words_of(std::string_view(code).substr(at, end - at))) {
    for (const auto used : words_in(code, name)) {
      if ((used < at || used > end) && !is_tested(used) && name != crate) return true;
    }
  }
  return false;
}

std::vector<Edit> declared(std::string_view text, const std::string& crate, const Part& part) {
  const TomlText toml(text);
  if (crate_in(toml, part.table, crate) != nullptr) return {};
  for (const auto table : part.others) {
    if (table.empty()) break;
    const auto* key = crate_in(toml, table, crate);
    if (key == nullptr) continue;
    const auto* home = toml.find_table(part.table);
    const auto value = toml.value(*key);
    std::vector<Edit> edits = {home != nullptr ? toml.add_key(*home, key->name, value)
                                               : toml.add_table(part.table, key->name + " = " + std::string(value))};
    if (part.table != library.table) return edits;
    const Lines lines(text);
    const auto first = lines.number_at(key->offset), last = lines.number_at(key->value_end);
    edits.push_back({lines.begin(first), lines.begin(last + 1) - lines.begin(first), ""});
    return edits;
  }
  // [dev-dependencies.slugs]
  for (const auto& table : toml.tables()) {
    const auto name = std::string_view(table.name).substr(table.name.rfind('.') + 1);
    if (table.name != "dev-dependencies." + std::string(name) || replace_all(std::string(name), "-", "_") != crate ||
        part.table != library.table)
      continue;
    const auto at = text.find("dev-dependencies", table.header);
    return at == npos ? std::vector<Edit>{} : std::vector<Edit>{{at, 4, ""}};
  }
  return {};
}

}  // namespace

std::vector<Patch> declare_rust_for_use(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& message : rustc_messages(patient.diagnosis)) {
    const auto file = find_file(patient.tree, message.file);
    const auto source = file ? draft.read(*file) : std::nullopt;
    const auto at = source ? offset_of(*source, message.line, message.column) : std::nullopt;
    if (!at) continue;
    const std::string crate(word_at(*source, *at));
    const auto manifest = rust_manifest_of(patient.tree, *file);
    if (!is_identifier(crate) || manifest.empty()) continue;
    const auto& part = part_of(*file, manifest);
    if (part.table == library.table && !is_used_always(*source, *at, crate)) continue;
    const auto text = draft.read(manifest);
    if (!text || !is_toml(*text) || !seen.emplace(manifest, crate).second) continue;
    draft.edit(manifest, declared(*text, crate, part));
  }
  return draft.patches();
}

}  // namespace regreen
