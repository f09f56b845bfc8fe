#pragma once

#include "mend/place.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What a compiler says with straight quotes, in whatever language it quotes: ‘x’ → 'x'.
std::string plain_quotes(std::string_view said);

/// A note that a compiler prints below a message, ": note: here", its place, if that is in the tree, and what it says of the place.
struct Note {
  std::string_view text;
  std::optional<TreePlace> place;
  std::string_view front;  ///< "src/a.c:10:5"
};

/// The notes below a message, up to the next message: those that hold one of the texts. Views of the occurrence.
std::vector<Note> notes_below(const Tree& tree, const Occurrence& occurrence,
                              std::initializer_list<std::string_view> texts);

/// The places of those of them that are in the tree ("src/a.c:10:5: note: here").
std::vector<TreePlace> noted_places(const Tree& tree, const Occurrence& occurrence,
                                    std::initializer_list<std::string_view> texts);

/// The place that stands in front of a message, "src/a.c:10:5"; nothing where it is no file of the tree.
std::optional<TreePlace> place_in_front(const Tree& tree, std::string_view front);

}  // namespace regreen
