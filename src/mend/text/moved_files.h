#pragma once

#include "model/last_commit.h"
#include "model/tree.h"

#include <map>
#include <string>
#include <string_view>

namespace regreen {

/// Where the newest commit put files, by the paths that are gone: just one that it added has the same bytes, or the same name in another
/// folder and nearly the same lines. What was laid aside did not move.
std::map<std::string, std::string, std::less<>> moved_files(const LastCommit& commit, const Tree& tree);

/// Is a file kept for nobody to use, as its path tells: "settings.example.ini", "attic/wipe.sh"?
bool is_laid_aside(std::string_view path);

}  // namespace regreen
