#include "mend/c/language/notes.h"

#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_message(std::string_view line) { return contains(line, ": error: ") || contains(line, ": warning: "); }

}  // namespace

std::optional<TreePlace> place_in_front(const Tree& tree, std::string_view front) {
  const auto behind_line = front.rfind(':');
  const auto behind_file = behind_line == npos || behind_line == 0 ? npos : front.rfind(':', behind_line - 1);
  if (behind_file == npos) return std::nullopt;
  const auto number = line_number(front.substr(behind_file + 1, behind_line - behind_file - 1));
  const auto column = line_number(front.substr(behind_line + 1));
  const auto file = number && column ? find_file(tree, front.substr(0, behind_file)) : std::nullopt;
  if (!file) return std::nullopt;
  return TreePlace{*file, static_cast<std::size_t>(*number), static_cast<std::size_t>(*column)};
}

std::string plain_quotes(std::string_view said) {
  return replace_all(replace_all(std::string(said), "‘", "'"), "’", "'");
}

std::vector<Note> notes_below(const Tree& tree, const Occurrence& occurrence,
                              std::initializer_list<std::string_view> texts) {
  std::vector<Note> notes;
  for (const std::string_view line : occurrence.after) {
    if (is_message(line)) break;
    const auto note = line.find(": note: ");
    if (note == npos || std::ranges::none_of(texts, [&](auto text) { return contains(line.substr(note), text); }))
      continue;
    const auto front = line.substr(0, note);
    notes.push_back({line.substr(note), place_in_front(tree, front), front});
  }
  return notes;
}

std::vector<TreePlace> noted_places(const Tree& tree, const Occurrence& occurrence,
                                    std::initializer_list<std::string_view> texts) {
  std::vector<TreePlace> places;
  for (auto& note : notes_below(tree, occurrence, texts)) {
    if (note.place) places.push_back(std::move(*note.place));
  }
  return places;
}

}  // namespace regreen
