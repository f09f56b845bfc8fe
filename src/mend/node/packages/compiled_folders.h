#pragma once

#include "model/tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// Where tsc takes its sources from and puts what it makes of them.
struct CompiledFolders {
  std::string base;                 ///< of its tsconfig.json
  std::string out;                  ///< below it, from the top of the tree
  std::optional<std::string> root;  ///< below `base`; nothing where the project does not say
};

/// The folders of a call of tsc in a package; nothing where the command is none, or puts its files beside their sources.
std::optional<CompiledFolders> compiled_folders(const Tree& tree, const std::string& home, std::string_view command);

/// The word behind an option: "tsc -p tsconfig.build.json", "babel src --out-dir=lib".
std::string option_of(std::string_view command, std::string_view option);

}  // namespace regreen
