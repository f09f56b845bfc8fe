#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Whom the packages of a list are for.
enum class Audience { users, tests, build, others };

/// A place where a Python project declares packages: a requirements file, a list of pyproject.toml, setup.cfg, setup.py,
/// tox.ini or Pipfile.
struct DependencyHome {
  std::string file;
  std::string group;  ///< extra or group: "test" of [project.optional-dependencies]; empty for the project's own
  Audience audience = Audience::users;
  std::vector<std::string> names;     ///< what it declares
  bool is_installed = false;          ///< a workflow, script or configuration of the project installs it
  std::vector<std::string> includes;  ///< requirements files that it asks for as a whole

  /// The edits that declare one more package; none where the place cannot take it.
  std::function<std::vector<Edit>(std::string_view text, std::string_view package)> add;
};

/// All places of a tree, nearest to its root first; without files that only include others of them.
std::vector<DependencyHome> dependency_homes(const Tree& tree);

/// Does the place declare the package? Names compare as PEP 503 says.
bool declares(const DependencyHome& home, std::string_view package);

/// Whom a group or a requirements file of that name is for.
Audience audience_of(std::string_view name);

}  // namespace regreen
