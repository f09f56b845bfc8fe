// rust.declare-for-use: a crate that Cargo.toml names for another part of the package than the one that uses it.
//
//   error[E0432]: unresolved import `slugs`     in src/lib.rs, where slugs stands in [dev-dependencies]
//   error[E0433]: … `cc`                        in build.rs, where cc stands in [dependencies]
//
// The library sees [dependencies], its tests those and [dev-dependencies], the build script [build-dependencies] alone. What only
// the tests had moves to where all see it; what another part needs as well is named there, too. Code that only tests see is no
// use by the library.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/language/test_code.h"
#include "mend/rust/modules/use.h"
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
  std::array<std::string_view, 2> others;  ///< where the crate may stand instead
};

constexpr Part library = {"dependencies", {"dev-dependencies", ""}};
constexpr Part script = {"build-dependencies", {"dependencies", "dev-dependencies"}};
constexpr Part tests = {"dev-dependencies", {"build-dependencies", ""}};

const Part& part_of(std::string_view table) {
  return table == script.table ? script : table == tests.table ? tests : library;
}

// Do all see what the library needs there? Of what an import brings it is asked where its names stand.
bool is_used_always(std::string_view text, std::size_t at) {
  const auto code = code_only(text, Speech::rust);
  const auto ranges = rust_tests_in(code);
  const auto head = head_before(code, at);
  if (is_in_rust_test(ranges, at) || contains(head, "#[cfg(")) return false;
  const auto import = rust_import_at(code, at);
  if (!import) return words_in(head, "use").empty();
  return import->is_public ||
         !std::ranges::all_of(rust_uses(code, *import), [&](auto used) { return is_in_rust_test(ranges, used); });
}

// The line or table of a crate, for another part of the package. What stands in several lines or for several parts is left, and
// so is what comes only on demand.
std::vector<Edit> declared(std::string_view text, const std::string& crate, const Part& part) {
  const TomlText toml(text);
  auto entries = rust_entries(toml, crate);
  std::erase_if(entries, [](const RustEntry& one) { return one.table.starts_with("workspace."); });
  if (entries.size() != 1 || !is_among(entries[0].table, part.others)) return {};
  const auto& key = *entries[0].keys.front();
  const bool moves = part.table == library.table;
  if (entries[0].has_table) {  // [dev-dependencies.slugs]
    const auto* table = moves ? toml.find_table(entries[0].table + "." + entries[0].name) : nullptr;
    const auto at = table != nullptr ? text.find("dev-dependencies", table->header) : npos;
    return at != npos ? std::vector<Edit>{{at, 4, ""}} : std::vector<Edit>{};
  }
  if (entries[0].keys.size() > 1 || contains(toml.value(key), "optional")) return {};
  const Lines lines(text);
  const auto first = lines.number_at(key.offset), last = lines.number_at(key.value_end);
  const auto value = moves ? text.substr(key.value, lines.end(last) - key.value) : toml.value(key);
  const auto* home = toml.find_table(part.table);
  std::vector<Edit> edits = {home != nullptr ? toml.add_key(*home, key.name, value)
                                             : toml.add_table(part.table, key.name + " = " + std::string(value))};
  if (moves) edits.push_back({lines.begin(first), lines.begin(last + 1) - lines.begin(first), ""});
  return edits;
}

}  // namespace

std::vector<Patch> declare_rust_for_use(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& message : rustc_messages(patient.diagnosis)) {
    const auto file = find_file(patient.tree, message.file);
    const auto source = file ? draft.read(*file) : std::nullopt;
    const auto at = source ? offset_of(*source, message.line, message.column) : std::nullopt;
    if (!at || source->size() > source_bytes_max) continue;
    const std::string crate(word_at(*source, *at));
    const auto manifest = rust_manifest_of(patient.tree, *file);
    if (!is_identifier(crate) || !contains(message.header, "`" + crate) || manifest.empty()) continue;
    const auto& part = part_of(rust_table_for(patient.tree, *file, manifest));
    if (part.table == library.table && !is_used_always(*source, *at)) continue;
    const auto text = draft.read(manifest);
    if (!text || !is_toml(*text) || !seen.emplace(manifest, crate).second) continue;
    auto edits = declared(*text, crate, part);
    const auto after = apply_edits(*text, edits);
    if (after && is_toml(*after)) draft.edit(manifest, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
