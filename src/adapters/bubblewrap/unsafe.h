#pragma once

#include "adapters/bubblewrap/checkout.h"
#include "adapters/bubblewrap/copy.h"
#include "adapters/bubblewrap/copy_tree.h"
#include "ports/workspace.h"

#include <memory>
#include <string>
#include <vector>

namespace regreen {

/// Runs commands without a sandbox, where the user says so: in a fresh copy of the private copy, with a clean
/// environment and a fresh home folder, within limits of time, memory, processes and output and of the size of each
/// file. What they do elsewhere with the user's rights is not prevented.
std::unique_ptr<Workspace> make_unsafe_workspace(Checkout checkout, std::unique_ptr<PrivateCopy> copy, CopyTree tree,
                                                 std::vector<std::string> environment);

}  // namespace regreen
