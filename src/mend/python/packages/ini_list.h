#pragma once

#include "mend/python/packages/requirements.h"
#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A list of requirements in an INI file: the lines below `key =`, or what stands behind it.
struct IniList {
  std::size_t behind_key = 0;  ///< where the value of the key's own line begins
  std::string inline_value;
  std::string indent;
  std::vector<Requirement> items;
};

/// The keys of a section, in the file's order.
std::vector<std::string> ini_keys(std::string_view text, std::string_view section);

/// The list under a key; nothing where the section has no such key.
std::optional<IniList> find_ini_list(std::string_view text, std::string_view section, std::string_view key);

/// The edits that add a package, in order where the list is sorted; none where the list cannot take it.
std::vector<Edit> add_to_ini_list(std::string_view text, const IniList& list, std::string_view package);

}  // namespace regreen
