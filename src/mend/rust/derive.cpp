// rust.derive: a trait that a type of the project lacks and that the compiler can write. `Copy` only for enums whose variants hold
// nothing: they are numbers, and nobody wants to give one away.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/declared.h"
#include "mend/rust/fixers.h"
#include "mend/rust/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto derivable =
    std::to_array<std::string_view>({"Clone", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"});

// "`Train` doesn't implement `Debug`", "the trait bound `Train: Clone` is not satisfied", "binary operation `==` cannot be
// applied to type `Train`"
std::pair<std::string, std::string> lacking(std::string_view said) {
  const auto mark = said.find("` doesn't implement `");
  if (mark != npos) {
    const auto open = said.rfind('`', mark - 1), close = said.find('`', mark + 21);
    if (open == npos || close == npos) return {};
    return {std::string(said.substr(open + 1, mark - open - 1)),
            std::string(said.substr(mark + 21, close - mark - 21))};
  }
  if (contains(said, "binary operation `==` cannot be applied to type `"))
    return {std::string(between(said, "applied to type `", "`")), "PartialEq"};
  if (!contains(said, "the trait bound `") || !contains(said, "is not satisfied")) return {};
  const auto bound = between(said, "the trait bound `", "`");
  const auto colon = bound.find(": ");
  if (colon == npos) return {};
  return {std::string(bound.substr(0, colon)), std::string(bound.substr(colon + 2))};
}

// "move occurs because `self.kind` has type `Kind`, which does not implement the `Copy` trait"
std::string moved_type(const Occurrence& occurrence) {
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error") || line.starts_with("warning")) break;
    if (contains(line, "`, which does not implement the `Copy` trait"))
      return std::string(between(line, " has type `", "`"));
  }
  return "";
}

// The line of the attribute above the definition that derives, or 0.
std::size_t derive_above(const Lines& lines, std::size_t number) {
  while (--number >= 1) {
    const auto line = trim(lines.line(number));
    if (line.starts_with("#[derive(") && line.ends_with(")]")) return number;
    if (!line.starts_with("#[") && !line.starts_with("//")) return 0;
  }
  return 0;
}

Edit derived(const Lines& lines, std::size_t number, const std::string& trait, std::string_view end) {
  const std::string indent(indentation(lines.line(number)));
  const auto above = derive_above(lines, number);
  if (above == 0) return {lines.begin(number), 0, indent + "#[derive(" + trait + ")]" + std::string(end)};
  const auto line = lines.line(above);
  const auto open = line.find('(') + 1, close = line.rfind(')');
  std::vector<std::string> names;
  for (const auto name : split(line.substr(open, close - open), ',')) {
    if (!trim(name).empty()) names.emplace_back(trim(name));
  }
  const bool sorted = std::ranges::is_sorted(names);
  names.insert(sorted ? std::ranges::upper_bound(names, trait) : names.end(), trait);
  return {lines.begin(above) + open, close - open, join(names, ", ")};
}

/// A `struct` or `enum` of the project.
struct Definition {
  std::string file;
  std::size_t line = 0;
};

// The only one of that name, as drafted so far, if the project writes none of the traits for it.
std::optional<Definition> only_definition(const Tree& tree, const Draft& draft, const std::string& type,
                                          std::initializer_list<std::string_view> traits) {
  std::optional<Definition> found;
  for (const auto& path : tree.list()) {
    const auto text = path.ends_with(".rs") ? draft.read(path).value_or("") : "";
    if (!contains(text, type) || text.size() > source_bytes_max) continue;
    const auto code = code_only(text, Speech::rust);
    const Lines lines(code);
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto line = lines.line(number);
      const auto writes = [&](auto trait) { return contains(line, std::string(trait) + " for " + type); };
      if (std::ranges::any_of(traits, writes)) return std::nullopt;
      const auto words = words_in(line, type);
      const auto before = words.empty() ? "" : trim(line.substr(0, words[0]));
      const bool defines =
          before == "struct" || before == "enum" || before.ends_with(" struct") || before.ends_with(" enum");
      if (!defines) continue;
      if (found) return std::nullopt;
      found = Definition{path, number};
    }
  }
  return found;
}

// Is it an enum whose variants hold nothing?
bool is_plain_enum(const Draft& draft, const Definition& definition) {
  const auto text = draft.read(definition.file).value_or("");
  const auto code = code_only(text, Speech::rust);
  const Lines lines(code);
  const auto open = code.find_first_of("{<;", lines.begin(definition.line));
  const auto close = open == npos || code[open] != '{' ? npos : closing_bracket(code, open);
  if (close == npos || words_in(lines.line(definition.line), "enum").empty()) return false;
  const auto variants = rust_items(std::string_view(code).substr(open + 1, close - open - 1));
  return !variants.empty() && std::ranges::all_of(variants, [](std::string_view variant) {
    return is_identifier(trim(variant.substr(0, variant.find('='))));
  });
}

// An enum that is moved where it could be copied.
void derive_copy(const Tree& tree, const std::string& type, Draft& draft) {
  const auto place = only_definition(tree, draft, type, {"Drop", "Clone", "Copy"});
  const auto text = place && is_plain_enum(draft, *place) ? draft.read(place->file) : std::nullopt;
  if (!text) return;
  const Lines lines(*text);
  const auto above = derive_above(lines, place->line);
  if (above != 0 && !words_in(lines.line(above), "Copy").empty()) return;
  const bool has_clone = above != 0 && !words_in(lines.line(above), "Clone").empty();
  draft.edit(place->file, {derived(lines, place->line, has_clone ? "Copy" : "Clone, Copy", line_end(*text))});
}

}  // namespace

std::vector<Patch> derive_rust_trait(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto moved = last_part(moved_type(occurrence));
    if (is_identifier(moved) && seen.emplace(moved, "Copy").second) derive_copy(patient.tree, moved, draft);
    auto [type, trait] = lacking(occurrence.at.text);
    type = type.substr(type.rfind(':') == std::string::npos ? 0 : type.rfind(':') + 1);
    trait = trait.substr(trait.rfind(':') == std::string::npos ? 0 : trait.rfind(':') + 1);
    if (!is_identifier(type) || std::ranges::find(derivable, trait) == derivable.end()) continue;
    if (!seen.emplace(type, trait).second) continue;
    const auto place = only_definition(patient.tree, draft, type, {trait});
    const auto text = place ? draft.read(place->file) : std::nullopt;
    if (!text) continue;
    const Lines lines(*text);
    const auto above = derive_above(lines, place->line);
    if (above != 0 && !words_in(lines.line(above), trait).empty()) continue;
    draft.edit(place->file, {derived(lines, place->line, trait, line_end(*text))});
  }
  return draft.patches();
}

}  // namespace regreen
