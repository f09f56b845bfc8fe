#pragma once

#include "mend/mend.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The folders of a repository that the failure is of, where it holds several projects: those in which what the log prints is
/// relative to the folder ("lib/depth.c" for services/depth/lib/depth.c), and those that the command names (`cd services/depth
/// && make`, `make -C services/depth`). Each has a file of its own that makes it a project, or the command goes there. At most `parts_max`, the likeliest
/// first; none for a repository that is one project.
std::vector<std::string> parts_meant(const Tree& tree, const Diagnosis& diagnosis, std::string_view command);

inline constexpr std::size_t parts_max = 3;

/// What was thought of for a folder alone, for the tree around it: a patch with the paths that its files have there, a command
/// that runs in the folder.
Candidate seen_from_above(Candidate candidate, std::string_view folder);

}  // namespace regreen
