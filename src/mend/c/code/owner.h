#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace regreen {

/// A variable or parameter of a function that is the one owner of its value, and the code in which it is known: a pointer,
/// thread, lock or promise of the standard library, or a list or map of such.
struct Owner {
  std::size_t declared = 0;  ///< where its name stands
  std::size_t end = 0;
};

/// The owner that a name means at a place of a code; nothing for a reference, a member, what is static, or of another type.
std::optional<Owner> owner_of(std::string_view code, std::string_view name, std::size_t use);

/// Does `std::unique_ptr<Shape>`, `std::thread`, or `std::vector<std::unique_ptr<Shape>>` end there?
bool ends_owner(std::string_view code, std::size_t end);

/// The next character that is no blank; ' ' at the end.
char behind(std::string_view code, std::size_t at);

}  // namespace regreen
