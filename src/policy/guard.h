#pragma once

#include <optional>
#include <string_view>

#include "model/patch.h"
#include "model/plan.h"
#include "policy/config.h"

namespace regreen {

/// Judges a patch, whoever wrote it: where it may not be made, says by which rule. Looks at paths, weakened tests,
/// silenced checks, secrets, binaries and modes. `remedy` matters only for files that it was made for.
std::optional<Refusal> guard(const Patch& patch, const Remedy& remedy, const Config& config);

/// Is the patch too large? What all repairs of a Case change together counts.
std::optional<Refusal> guard_size(const Patch& patch, const Config& config);

/// Is this file one that only a human changes?
bool is_protected(std::string_view path, const Config& config);

/// Does this path look like a test?
bool is_test_path(std::string_view path);

}  // namespace regreen
