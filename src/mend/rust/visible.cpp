// rust.make-visible: an item that another module of the crate uses is private where it is defined, as rustc's note says.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// "note: the function `pair` is defined here" and below it " --> src/parse.rs:1:1"
std::optional<TreePlace> definition(const Tree& tree, const Occurrence& occurrence) {
  bool noted = false;
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error")) break;
    noted |= line.starts_with("note: the ") && contains(line, "is defined here");
    const auto arrow = line.find("--> ");
    if (!noted || arrow == std::string::npos) continue;
    const auto parts = split(std::string_view(line).substr(arrow + 4), ':');
    const auto file = parts.size() == 3 ? find_file(tree, parts[0]) : std::nullopt;
    const auto row = parts.size() == 3 ? line_number(parts[1]) : std::nullopt,
               column = parts.size() == 3 ? line_number(parts[2]) : std::nullopt;
    if (!file || !row || !column) return std::nullopt;
    return TreePlace{*file, static_cast<std::size_t>(*row), static_cast<std::size_t>(*column)};
  }
  return std::nullopt;
}

bool begins_item(std::string_view text) {
  constexpr auto words = std::to_array<std::string_view>(
      {"fn ", "struct ", "enum ", "const ", "static ", "type ", "trait ", "mod ", "async fn ", "unsafe fn ", "union "});
  return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

}  // namespace

// In the crate first; then for all, where another crate asks: a program of the same package, an integration test.
std::vector<Patch> make_rust_visible(const Patient& patient) {
  std::vector<Patch> patches;
  for (const std::string mark : {"pub(crate) ", "pub "}) {
    Draft draft(patient.tree);
    for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
      if (!contains(occurrence.at.text, "E0603")) continue;
      const auto place = definition(patient.tree, occurrence);
      const auto text = place ? draft.read(place->file) : std::nullopt;
      const auto at = text ? offset_of(*text, place->line, place->column) : std::nullopt;
      if (at && begins_item(std::string_view(*text).substr(*at))) draft.edit(place->file, {{*at, 0, mark}});
    }
    if (!draft.patch().empty()) patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
