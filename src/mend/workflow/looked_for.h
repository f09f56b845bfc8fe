#pragma once

#include "model/last_commit.h"
#include "model/tree.h"

#include <string>
#include <vector>

namespace regreen {

/// What the commands of a script's lines look for in the folder where they run: of each row one file is enough. A name may be a glob.
std::vector<std::vector<std::string>> looked_for(const std::vector<std::string>& script);

/// Has a folder a file of such a name?
bool has_file(const Tree& tree, const std::string& folder, const std::string& name);

/// The folder that everything of another one was moved to in the newest commit, each file under its own name
/// and saying most of what it said; "" where not all went there.
std::string moved_in_commit(const Tree& tree, const LastCommit& commit, const std::string& folder);

}  // namespace regreen
