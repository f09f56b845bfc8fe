#pragma once

#include "model/diagnosis.h"
#include "model/tree.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Is it a file of JavaScript or TypeScript?
bool is_script_source(std::string_view path);

/// Does a path lie where a build or a copy of another project was put, or is it a bundle? Nobody corrects that.
bool is_built(std::string_view path);

/// What a compiler, bundler or runtime adds to the path that an import names, until it finds a file. What only declares types comes
/// last: at run time another file stands beside it.
inline constexpr auto module_endings =
    std::to_array<std::string_view>({"", ".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs", ".cjs", ".json", "/index.ts",
                                     "/index.tsx", "/index.js", "/index.mjs", ".d.ts"});

/// The names that a file exports one by one: `export const a`, `export { a, b as c }`, `exports.a =`,
/// `module.exports = { a, b }`.
std::vector<std::string> exported_names(std::string_view text);

/// ESLint names the file once, above its findings: "/work/app/src/a.js".
std::optional<std::string> eslint_file(const Tree& tree, const std::vector<std::string>& lines_above);

/// A row that ESLint prints below the name of a file; nothing where the tree does not have that, or none was named yet.
struct LintRow {
  std::optional<std::string> file;
  std::string text;
};

/// Rows with the files that they stand below.
std::vector<LintRow> lint_rows(const Tree& tree, const std::vector<std::string>& rows,
                               std::optional<std::string> file = std::nullopt);

/// Does an import or require of the file bind the name?
bool imports_name(std::string_view text, std::string_view name);

/// Names that a file imports from a package.
struct PackageImport {
  std::string package;
  std::vector<std::string> names;
  bool is_default = false;
};

/// Where the other files of the project import a name from; of a runner of tests, all that a test calls and does not import.
/// Nothing where they do not agree.
std::optional<PackageImport> package_import(const Tree& tree, std::string_view user, std::string_view text,
                                            std::string_view name);

/// Is the ending of a file written in the imports of it?
enum class Ending { left_out, written };

/// How a file names another one in an import, where it writes `path`, which leads nowhere: in the right case, as the
/// only file that is called so. "" where none or several can be meant.
std::string right_specifier(const Tree& tree, std::string_view from, const std::string& path, Ending ending);

}  // namespace regreen
