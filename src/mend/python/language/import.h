#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// One name of an import statement: `y as z` of `from x import y as z`, or `x.y as z` of `import x.y as z`.
struct ImportedName {
  std::string name;
  std::string alias;  ///< empty where there is none
  std::size_t offset = 0;
  std::size_t length = 0;  ///< of name and alias
  std::size_t line = 0;

  std::string_view bound() const;  ///< the name that the statement binds: z; x for `import x.y`
};

/// An import statement.
struct PyImport {
  PyStatement statement;
  bool is_from = false;
  std::string module;  ///< with leading dots where relative; empty for `import x`
  std::size_t module_offset = 0;
  std::vector<ImportedName> names;
  bool has_brackets = false;
  bool shares_line = false;  ///< with another statement: `import a; import b`, `if x: import y`
};

/// All import statements at any depth, in reading order; none of those that cannot be read (`import *` has the name "*").
std::vector<PyImport> imports_of(const PythonSource& source);

/// What a name that an import binds stands for: "os.path" for `path` of `from os import path`, "os" for `import os.path`.
struct BoundName {
  std::string full;
  const PyImport* import = nullptr;  ///< of those that were asked
  bool is_plain_module = false;      ///< `import a.b` binds a
};

/// The names that imports bind, but for those of the project's own modules beside the file, and `*`.
using BoundNames = std::map<std::string, BoundName, std::less<>>;
BoundNames bound_names(const std::vector<PyImport>& imports);

/// Those that the imports at the top of a file bind, outside of all blocks; they do not say by which import.
BoundNames imported_at_top(const PythonSource& source);

/// Is the name alone on its line, but for comma and comment?
bool stands_alone(const PythonSource& source, const ImportedName& name);

/// Edits that take names out of an import statement, and the statement itself where none is left; a block that would
/// be empty gets `pass`. Nothing where the statement cannot be edited safely.
std::optional<std::vector<Edit>> remove_names(const PythonSource& source, const PyImport& one,
                                              const std::vector<std::size_t>& indexes);

/// Which group of the import block a module belongs to.
enum class ImportGroup { future, standard, third_party, own };

/// The edit that adds an import statement (without line end) at the top of a file, behind docstring and `__future__`
/// imports: beside imports of its group, in order where they are sorted; a name joins a `from` import of its module.
/// Nothing where it stands there already.
std::optional<Edit> add_import(const PythonSource& source, std::string_view statement,
                               const std::function<ImportGroup(std::string_view module)>& group_of);

/// The imports at the top of the file, before other code: what the import block consists of.
std::vector<PyImport> top_imports(const PythonSource& source);

}  // namespace regreen
