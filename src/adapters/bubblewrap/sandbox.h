#pragma once

#include "adapters/bubblewrap/view.h"
#include "ports/workspace.h"

#include <string>
#include <vector>

namespace regreen {

/// What of the machine a sandbox is built from.
struct SandboxPlan {
  std::string bubblewrap;                   ///< the program
  std::string stage;                        ///< absolute path of the stage, see stage.h
  std::string repository;                   ///< where the merged copy appears
  std::string home;                         ///< where the fresh home folder appears
  std::vector<View> views;                  ///< beside the system
  std::vector<std::string> view_sources;    ///< of each view: what is bound there; empty: nothing
  std::vector<std::string> object_folders;  ///< of git, which appear as object_folder(i)
  Network network = Network::none;
};

/// Where the i-th folder of git objects appears in a sandbox.
std::string object_folder(std::size_t i);

/// Is it a folder that the sandbox itself needs, like / and /usr?
bool is_system_folder(const std::string& path);

/// The arguments of bubblewrap that run `line` in bash: own user, mount, process, IPC, host name and control group
/// namespaces, no network unless allowed, no capabilities, the system read-only.
std::vector<std::string> bubblewrap_arguments(const SandboxPlan& plan, const std::string& line);

/// /etc/passwd, group and hosts as the sandbox sees them: name and text.
std::vector<std::pair<std::string, std::string>> own_etc_files(const std::string& home);

}  // namespace regreen
