#pragma once

#include "mend/python/language/source.h"
#include "model/tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Where a manifest of the project says a thing: the text between the quotes, or behind the sign.
struct Said {
  std::string file, text;
  std::size_t offset = 0;
};

/// What the manifests call a thing: in [project], in a table of Poetry's, in a section of setup.cfg and in setup().
struct ManifestKeys {
  std::string_view project, poetry_table, poetry, section, setup;
};
constexpr ManifestKeys package_name = {"name", "tool.poetry", "name", "metadata", "name"};
constexpr ManifestKeys package_version = {"version", "tool.poetry", "version", "metadata", "version"};
constexpr ManifestKeys python_range = {"requires-python", "tool.poetry.dependencies", "python", "options",
                                       "python_requires"};

/// All places that say it: pyproject.toml first, then setup.cfg and setup.py.
std::vector<Said> said_of(const Tree& tree, const ManifestKeys& keys);

/// The first token of the value of a keyword of setup(…) itself; nothing where it has none.
std::optional<std::size_t> setup_keyword(const PythonSource& source, std::string_view name);

}  // namespace regreen
