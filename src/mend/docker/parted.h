#pragma once

#include "mend/docker/copied.h"
#include "model/patch.h"
#include "model/tree.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The list of packages that a project runs with, now that `requirements.txt` was parted: "requirements/prod.txt" beside
/// "requirements/dev.txt". "" for other files, and where several can be meant, or the list takes in another one. Those that
/// `is_hidden` are not looked at.
std::string parted_list(const Tree& tree, const std::string& path,
                        const std::function<bool(const std::string&)>& is_hidden);

/// Copies another file to the place that the first one had. None where the place may be a folder as well as a file.
std::vector<Edit> copied_from(std::string_view dockerfile, const CopiedSource& source, const std::string& path);

}  // namespace regreen
