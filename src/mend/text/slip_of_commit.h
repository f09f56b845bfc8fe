#pragma once

#include "model/last_commit.h"
#include "model/tree.h"

#include <string>
#include <string_view>

namespace regreen {

/// Did the newest commit mistype a name where it is declared, while most sources of a file's language still write it right? Then it is
/// the declaration that is wrong.
bool is_slip_of_commit(const LastCommit& commit, const Tree& tree, std::string_view file, const std::string& right,
                       const std::string& mistyped);

}  // namespace regreen
