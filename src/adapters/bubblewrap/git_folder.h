#pragma once

#include "adapters/bubblewrap/checkout.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace regreen {

/// Writes a .git for a copy of a checkout: the same history, refs and staged changes, objects borrowed from
/// `borrow_from`, no hooks, and of the configuration only what changes how files are read (and the remotes' addresses
/// without user information).
Result<void> write_git_folder(const Checkout& checkout, const std::string& folder,
                              const std::vector<std::string>& borrow_from);

/// A line of a git configuration file: key "remote.origin.url" → `[remote "origin"]\n\turl = "…"\n`.
std::string config_entry(std::string_view key, std::string_view value);

/// A URL without "user:password@".
std::string without_user(std::string url);

}  // namespace regreen
