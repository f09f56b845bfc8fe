#pragma once

#include <cstddef>
#include <string_view>

namespace regreen {

/// Does a word of a code stand where Java has types alone, "new Cart()", "List<Cart>", "Cart cart"? A constant of an enum, a method, a
/// variable and a parameter of types may be called the same.
bool is_java_type_at(std::string_view code, std::size_t at, std::string_view word);

}  // namespace regreen
