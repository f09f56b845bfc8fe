#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The bracket that is open around a token, or that a closing one closes; nothing outside of all.
std::optional<std::size_t> opening(const PythonSource& source, std::size_t token);

/// The bracket that closes the one of a call; nothing where none does, or it is longer than people write: calls stand inside of calls,
/// and each is read to its end.
std::optional<std::size_t> closing_of_call(const PythonSource& source, std::size_t open);

/// A value, an argument, a parameter, as the tokens [first, last).
struct PyValue {
  std::size_t first = 0, last = 0;
};

/// What stands between the commas of two brackets, without the comments around it.
std::vector<PyValue> arguments_between(const PythonSource& source, std::size_t open, std::size_t close);

/// What stands between two tokens, as it is written.
std::string written(const PythonSource& source, const PyValue& value);

/// The last token before another one that is no comment.
std::size_t code_before(const PythonSource& source, std::size_t token);

/// One more behind the arguments or parameters between two brackets, whether a comma or a comment ends them; on a line of its own where
/// the last of them has one, and a comma behind it.
Edit with_argument(const PythonSource& source, std::size_t open, std::size_t close, const std::string& text);

/// Does the operator set what stands in front of it: `=`, `+=`, `<<=`?
bool is_setting(std::string_view op);

/// Is the token of a statement the end of one of several targets: `a, x = f()`, `(a, [x]) = f()`, `with f() as (a, x)`?
bool is_one_of_targets(const PythonSource& source, const PyStatement& one, std::size_t token);

/// The first token of the value that ends before the dot at `dot`: names, attributes, calls, subscripts.
std::size_t value_before(const PythonSource& source, std::size_t dot);

/// A function: the statements [head, end), of which the first is its `def`.
struct PyFunction {
  std::size_t def = 0;  ///< the token
  std::size_t head = 0, end = 0;
};

/// `def f`, `async def f`
bool is_def(const PythonSource& source, const PyStatement& one);

/// All functions of a file, in reading order; one inside of another comes behind it.
std::vector<PyFunction> functions_of(const PythonSource& source);

/// The innermost function that the statement is in the body of.
std::optional<PyFunction> function_around(const PythonSource& source, std::size_t statement);

/// Is the name one of the function's parameters? Yes also where that cannot be told.
bool takes_parameter(const PythonSource& source, const PyFunction& function, std::string_view name);

/// Does a function around the token bind the name to something of its own: as a parameter, by `=`, `as`, `for`, among several targets?
bool is_local(const PythonSource& source, std::size_t token, std::string_view name);

/// The value of the only binding `name = value` among the statements [begin, end); nothing where the name is bound more
/// often, or in another way.
std::optional<PyValue> only_value_of(const PythonSource& source, std::size_t begin, std::size_t end,
                                     std::string_view name);

}  // namespace regreen
