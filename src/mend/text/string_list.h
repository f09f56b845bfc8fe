#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// One string of a list, quotes included.
struct ListedString {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string value;  ///< without quotes
  char quote = '"';
};

/// A list of strings between brackets, as TOML and Python write it: ["a", 'b',  # comment ↵ "c"].
struct StringList {
  std::size_t open = 0;   ///< of '[' or '('
  std::size_t close = 0;  ///< of ']' or ')'
  std::vector<ListedString> items;
};

/// What may stand in a list: nothing but plain strings; strings with escapes, which their values keep; inline tables of TOML too, as items
/// without a value.
enum class ListItems { strings, escaped_strings, strings_and_tables };

/// The list whose bracket opens at `open`; nothing where it holds anything else, or does not close.
std::optional<StringList> read_string_list(std::string_view text, std::size_t open,
                                           ListItems items = ListItems::strings);

/// Puts one more string in: where the order demands it if the list is sorted, else last; with the quotes, indentation
/// and trailing comma that the list has. `value` must not contain quotes, backslashes or line ends.
std::vector<Edit> insert_string(std::string_view text, const StringList& list, std::string_view value);

/// Where a new value belongs: the index of the first item that comes after it in a sorted list, else the end.
/// Letter case does not count.
std::size_t place_in_order(const std::vector<std::string>& values, std::string_view value);

/// Takes strings out, with their commas; with their lines where they have some of their own. `indexes` rise.
std::vector<Edit> remove_strings(std::string_view text, const StringList& list,
                                 const std::vector<std::size_t>& indexes);

}  // namespace regreen
