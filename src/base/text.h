#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

std::string_view trim(std::string_view text);
std::string lower(std::string_view text);
bool contains(std::string_view text, std::string_view part);

/// Where a part that was cut out of a text stands in it.
inline std::size_t offset_in(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

/// The parts between separators; an empty text has one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Parts of a string that is gone before they are read would be parts of nothing: keep it.
template <std::same_as<std::string> Gone>
std::vector<std::string_view> split(Gone&& text, char separator) = delete;

/// The lines of a text, each without its '\n'. A last line without '\n' counts; nothing after a last '\n' does not.
std::vector<std::string_view> split_lines(std::string_view text);
template <std::same_as<std::string> Gone>
std::vector<std::string_view> split_lines(Gone&& text) = delete;

/// What stands between the first `open` and the next `close` behind it; "" where one of them is missing.
std::string_view between(std::string_view text, std::string_view open, std::string_view close);

std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

/// The whole of a decimal number, nothing else. Nothing for signs, blanks and what does not fit.
std::optional<long> parse_number(std::string_view text);

/// At most `limit` bytes, cut at a UTF-8 boundary, with "…" where something was cut.
std::string shortened(std::string_view text, std::size_t limit);

/// Valid UTF-8: every byte that is not part of a character becomes U+FFFD.
std::string valid_utf8(std::string_view bytes);

/// Outside text made fit to be shown: valid UTF-8 without control, bidirectional and zero-width characters.
/// Tab stays; everything else that could move a cursor or hide text goes.
std::string printable(std::string_view bytes);

/// Outside text as a code span of Markdown, on one line and of at most `limit` bytes: within it nothing is a mention, a reference
/// or markup. Empty for empty text.
std::string code_span(std::string_view text, std::size_t limit);

/// Quotes one word for `bash -c`.
std::string shell_quoted(std::string_view word);

/// Does a path match a glob? `*` and `?` stop at '/', `**` does not; a pattern without '/' matches the last part of
/// the path at any depth, a pattern that ends in '/' everything below it.
bool glob_matches(std::string_view pattern, std::string_view path);

/// Levenshtein distance in bytes, given up (limit + 1) once it exceeds `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit = 8);

/// A path from the top of a file system: "/srv/kiosk", "C:\kiosk", "C:/kiosk".
bool is_absolute(std::string_view path);

/// A relative path that stays inside its folder: no leading '/', no "..", no empty part, no control characters.
bool is_confined_path(std::string_view path);

}  // namespace regreen
