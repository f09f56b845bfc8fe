#pragma once

#include "base/result.h"
#include "train/sample.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The lines of a text as the classifier reads logs: without timestamps, colours and overwritten progress.
std::vector<std::string> clean_lines(std::string_view text);

/// What the shipped classifier was trained with.
Result<std::vector<Sample>> our_samples();

/// A user's samples, their texts cleaned.
Result<std::vector<Sample>> samples_at(const std::string& path);

}  // namespace regreen
