#pragma once

#include "mend/python/source.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace regreen {

/// The first token of the value that ends before the dot at `dot`: names, attributes, calls, subscripts.
std::size_t value_before(const PythonSource& source, std::size_t dot);

/// A function: the statements [head, end), of which the first is its `def`.
struct PyFunction {
  std::size_t def = 0;  ///< the token
  std::size_t head = 0, end = 0;
};

/// All functions of a file, in reading order; one inside of another comes behind it.
std::vector<PyFunction> functions_of(const PythonSource& source);

/// The innermost function that the statement is in the body of.
std::optional<PyFunction> function_around(const PythonSource& source, std::size_t statement);

/// Is the name one of the function's parameters?
bool takes_parameter(const PythonSource& source, const PyFunction& function, std::string_view name);

/// The value of the only binding `name = value` among the statements [begin, end), as tokens; nothing where the name
/// is bound more often, or in another way.
struct PyValue {
  std::size_t first = 0, last = 0;
};
std::optional<PyValue> only_value_of(const PythonSource& source, std::size_t begin, std::size_t end,
                                     std::string_view name);

}  // namespace regreen
