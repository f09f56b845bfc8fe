#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// What a line of a list declares: the name of a package. A comment declares itself; nothing for a line that cannot be told.
using KeyOfLine = std::function<std::optional<std::string>(std::string_view line)>;

/// May two lines that one side each has alone stand for the same thing, so that not both are wanted?
using AreRivals = std::function<bool(const std::string& ours, const std::string& theirs)>;

/// Does a text hold the markers of a merge that nobody finished?
bool has_conflict_markers(std::string_view text);

/// A list of independent lines, with both sides of such a merge joined: what either side added, each once, and nothing that one of them
/// took out, where the common ancestor is shown. Nothing where the sides say different things of the same name, a line cannot be told, or
/// the sides may have put different names in the same place.
std::optional<std::string> joined_sides(std::string_view text, const KeyOfLine& key_of, const AreRivals& are_rivals);

}  // namespace regreen
