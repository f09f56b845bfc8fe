#pragma once

#include "mend/fixer.h"

#include <string>
#include <vector>

namespace regreen {

/// The path of an import with what it lacks to name a file: "./cart.js" for "./cart", "./decks/index.js" for "./decks". "" where it
/// leads to no file.
std::string with_ending(const Tree& tree, const std::string& target, const std::string& path);

/// "Cannot find module … imported from", "Directory import … is not supported": an ES module names its files in full. Every import
/// that does not is mended at once, as node stops at the first; where it stopped in what was compiled, those of the sources. What of
/// another package lacks its ending is named as node proposes.
std::vector<Patch> name_files_in_full(const Patient& patient);

}  // namespace regreen
