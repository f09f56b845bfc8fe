#pragma once

#include <string_view>
#include <vector>

namespace regreen {

/// The folder that something is run in: the top one of the repository, one that depends on who runs it, another one.
enum class RunFolder { top, unsaid, other };

/// Where what each line of a file runs is run, as far as the file says; by number of the line, which counts from 1. A `cd` holds
/// for what stands behind it, `working-directory` for its step, job or workflow.
std::vector<RunFolder> run_folders(std::string_view path, std::string_view text);

}  // namespace regreen
