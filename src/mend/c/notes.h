#pragma once

#include "mend/place.h"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace regreen {

/// The places in the tree of the notes that a compiler prints below a message, up to the next message: of those that hold one
/// of the texts ("src/a.c:10:5: note: here").
std::vector<TreePlace> noted_places(const Tree& tree, const Occurrence& occurrence,
                                    std::initializer_list<std::string_view> texts);

/// The place that stands in front of a message, "src/a.c:10:5"; nothing where it is no file of the tree.
std::optional<TreePlace> place_in_front(const Tree& tree, std::string_view front);

}  // namespace regreen
