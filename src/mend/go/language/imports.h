#pragma once

#include "mend/draft.h"
#include "mend/lines.h"
#include "rules/rule_set.h"

#include <optional>
#include <string_view>
#include <vector>

namespace regreen {

/// An import of a Go file; the texts are parts of the file's.
struct GoImport {
  std::size_t line = 0;
  std::string_view name;  ///< given to it; mostly empty
  std::string_view path;
  bool grouped = false;  ///< stands between the brackets of `import ( … )`
};

/// The imports of a file: `import "x"` and the lines of `import ( … )`; 0 for lines that it does not have.
struct GoImports {
  std::vector<GoImport> all;
  std::size_t package_line = 0;
  std::size_t open = 0;   ///< line of the first `import (`
  std::size_t close = 0;  ///< line of its ')'
};

GoImports imports_of(std::string_view text);

/// What an import is called where it is used.
std::string_view bound_name(const GoImport& one);

/// Does the code, without its texts and comments, select something of the import?
bool is_used(std::string_view code, const GoImport& one);

/// Is it a path of Go's own library? Those of others begin with a host.
bool is_standard(std::string_view path);

/// Can it be written as an import without harm?
bool is_import_path(std::string_view path);

/// The import put where gofmt has it, under a name where one is given; nothing where the file has it already, or is none of Go.
std::optional<Edit> add_import(std::string_view text, std::string_view path, std::string_view name = "");

/// The import taken out, with brackets that it leaves empty; nothing where it is used, or kept for its effects. Line 0: any.
std::optional<Edit> remove_import(std::string_view text, std::string_view path, std::size_t line);

/// Whole lines taken out, and the blank one behind where there is another before.
Edit without_lines(const Lines& lines, std::size_t first, std::size_t last);

/// Imports of the standard library that a file does not use go, and those of `fmt` and `strconv` that it needs come:
/// without that it would not compile.
void settle_go_imports(Draft& draft, const std::string& file, const RuleSet& rules);

}  // namespace regreen
