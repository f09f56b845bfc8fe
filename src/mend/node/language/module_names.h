#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The names that a script asks of a module: `import { a, b as c } from 'x'`, `const { a, b: c } = require('x')`, `x.a` where x is the
/// whole module. Empty where it does not name the module; nothing where it cannot be told what it asks for.
std::optional<std::vector<std::string>> names_asked_of(std::string_view text, std::string_view module);

}  // namespace regreen
