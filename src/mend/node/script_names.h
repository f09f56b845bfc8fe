#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Is it a file of JavaScript or TypeScript?
bool is_script_source(std::string_view path);

/// The names that a file exports one by one: `export const a`, `export { a, b as c }`, `exports.a =`,
/// `module.exports = { a, b }`.
std::vector<std::string> exported_names(std::string_view text);

/// Does an import or require of the file bind the name?
bool imports_name(std::string_view text, std::string_view name);

}  // namespace regreen
