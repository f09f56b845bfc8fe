#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The edits that let the settings of a workflow name what lies in a folder by the folder's new name: `frontend/package.json` of a
/// cache, `frontend/**` of a filter, `frontend/dist` of an upload. Only paths of what the new folder has or its steps make; scripts
/// stay, and the whole file where something else is put under the old name.
std::vector<Edit> follow_folder(const Tree& tree, std::string_view text, const std::string& old,
                                const std::string& meant);

}  // namespace regreen
