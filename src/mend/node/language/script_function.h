#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// A function of a script around a place.
struct ScriptFunction {
  std::size_t at = 0;                  ///< where `async` goes
  std::size_t type = 0, type_end = 0;  ///< of what it answers, where that is written
  std::string name;                    ///< by which it is called; "" of one that nobody can call by a name
  bool is_callback = false;            ///< handed to a function
  bool is_async = false;
  bool can_be_async = true;
};

/// The innermost function around a byte of a code; nothing at the top of a file.
std::optional<ScriptFunction> script_function_around(std::string_view code, std::size_t at);

/// May what begins at a byte answer a promise, as far as the function goes that it is handed to? `forEach` does not wait, `filter`
/// takes a promise for an answer.
bool is_waited_for(std::string_view code, std::size_t at);

}  // namespace regreen
