#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace regreen {

/// Where a function stands in a code: the bracket of its parameters, and its body from brace to brace.
struct RustFunction {
  std::size_t list = 0, open = 0, close = 0;

  bool has_parameter(std::size_t at) const { return at > list && at < open; }
};

/// The innermost function around a place of its body or its parameters; nothing outside of all.
std::optional<RustFunction> rust_function_around(std::string_view code, std::size_t at);

/// The bracket of the parameters of the function whose `fn` stands there; npos where there is none.
std::size_t rust_parameters_at(std::string_view code, std::size_t fn);

/// Is a name that is declared at a place of a function inside of a block the name of something else around this block?
bool is_rust_name_around(std::string_view code, const RustFunction& function, std::size_t at, std::string_view name);

}  // namespace regreen
