#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// What a name is the definition of, and what belongs to it.
struct Definition {
  std::string owner;       ///< the type that has it; "" at the top of a file, in a namespace
  std::size_t end = 0;     ///< of its body, or its value, which begin at the name
  bool says_more = false;  ///< a body or value that others do not have by chance
};

/// The definition that a name of a code (code_of) stands in: of a function, type, constant or module's variable, of a member of a
/// type. Nothing where the name is used, imported, an argument, or of a function's own.
std::optional<Definition> definition_at(std::string_view file, std::string_view code, std::size_t at);

/// Does a type of that name begin here: "class Order:", "type Order struct {"? A use, as of `struct order *`, is none.
bool is_type_at(std::string_view code, std::size_t at, std::string_view name);

}  // namespace regreen
