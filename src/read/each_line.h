#pragma once

#include "base/result.h"
#include "model/source.h"

#include <functional>
#include <string>
#include <string_view>

namespace regreen {

/// A clean line of a text, by the file and number that evidence names it by.
using LineVisitor = std::function<void(const std::string& file, std::size_t number, std::string_view line)>;

/// Visits every line of every text of a source, in order: the lines that read() finds in it. Reports and what is no text
/// are passed over.
Result<void> each_line(Source& source, const LineVisitor& visit);

}  // namespace regreen
