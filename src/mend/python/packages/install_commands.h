#pragma once

#include "model/tree.h"

#include <string>
#include <vector>

namespace regreen {

struct DependencyHome;

/// What the project's workflows, scripts and configuration install with pip and its kin.
struct InstallCommands {
  std::vector<std::string> requirement_files;  ///< paths of the tree, those included by others too
  bool installs_project = false;               ///< `pip install .`, `poetry install`, `tox` …
  std::vector<std::string> groups;             ///< extras and groups asked for: `.[test]`, `--group dev`
  bool all_groups = false;                     ///< tools that install their development groups unasked
  bool runs_tox = false;
};

InstallCommands install_commands(const Tree& tree);

bool installs(const InstallCommands& commands, const DependencyHome& home, const Tree& tree);

}  // namespace regreen
