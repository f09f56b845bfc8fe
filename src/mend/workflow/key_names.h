#pragma once

#include "mend/lines.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace regreen {

/// The only known word that the written one can be a slip of; "working-dir" begins "working-directory". "" where it is known itself, or
/// none is meant.
std::string word_meant(std::span<const std::string_view> known, const std::string& word);

/// The same for a key of a workflow: one of those that may stand where the line has it; of all there are for line 0.
std::string key_meant(const Lines& lines, std::size_t number, const std::string& word);

/// A label of GitHub's runners.
std::string label_meant(const std::string& word);

}  // namespace regreen
