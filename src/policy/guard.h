#pragma once

#include "model/patch.h"
#include "model/plan.h"
#include "policy/config.h"

#include <optional>
#include <string_view>

namespace regreen {

/// Judges a patch, whoever wrote it: where it may not be made, says by which rule. Each file is read before and after:
/// tests that no longer run or say less, silenced checks, moved limits, swallowed errors, special cases for tests,
/// protected files, secrets, binaries, modes. `remedy` matters for the files and the rule that it was made for.
std::optional<Refusal> guard(const Patch& patch, const Remedy& remedy, const Config& config);

/// Is the patch too large? What all repairs of a Case change together counts.
std::optional<Refusal> guard_size(const Patch& patch, const Config& config);

/// May unattended work change these files? The first that somebody owns, where the configuration refuses those.
std::optional<Refusal> guard_owned(const Patch& patch, const Config& config);

/// Is this file one that only a human changes?
bool is_protected(std::string_view path, const Config& config);

}  // namespace regreen
