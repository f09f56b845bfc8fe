#pragma once

#include "model/diagnosis.h"
#include "model/evidence.h"

#include <optional>
#include <string>

namespace regreen {

/// Is a line what a CI system says of its own when a step ends, or Maven behind the reason that it gave?
bool is_epilogue(const std::string& line);

/// Says a line outright that something went wrong?
bool cries(const std::string& line);

/// Says a line that something went well?
bool soothes(const std::string& line);

/// The last thing that a step cried out, by its first line: an error is mostly told in several. What a CI system says
/// of its own when a step ends does not count. Nothing where no kept line cries.
std::optional<EvidenceLine> last_outcry(const Evidence& evidence, const Step& step);

}  // namespace regreen
