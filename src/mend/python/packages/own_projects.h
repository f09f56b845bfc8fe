#pragma once

#include "model/tree.h"

#include <string>
#include <vector>

namespace regreen {

/// A project of the tree: the folder of its metadata, and the name that they say.
struct OwnProject {
  std::string folder, name;
};

/// All that say their name, none of other people's.
std::vector<OwnProject> own_projects(const Tree& tree);

/// Does the project install an import package, or a module, of that name? It is compared as PEP 503 says.
bool has_import_package(const Tree& tree, const OwnProject& project, const std::string& normalized);

}  // namespace regreen
