#pragma once

#include "base/result.h"
#include "os/program.h"

#include <string>
#include <vector>

namespace regreen {

/// How a call of git differs from the usual one.
struct GitOptions {
  std::string input;                     ///< what standard input gives
  std::vector<std::string> environment;  ///< in addition: "GIT_INDEX_FILE=…"
};

/// Runs git in a folder: no hooks, no prompts, no network, no file monitor, no pager, no locks but those that it must
/// take; whoever owns the folder. Variables that point to another repository (GIT_DIR …) do not reach it, the user's
/// own configuration does. not_found where git is not installed.
Result<Ended> run_git(const std::string& folder, std::vector<std::string> arguments, GitOptions options = {});

/// The output of a git command that must succeed, without the last line end.
Result<std::string> ask_git(const std::string& folder, std::vector<std::string> arguments, GitOptions options = {});

}  // namespace regreen
