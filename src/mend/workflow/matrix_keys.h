#pragma once

#include "mend/workflow/steps.h"

#include <string>
#include <string_view>

namespace regreen {

/// What tells the jobs of a matrix apart where it is put behind a name that may tell some of it already: "-${{ matrix.os }}". The
/// job's number where its values cannot stand in a name, or are not known. "" for a job without a matrix.
std::string matrix_suffix(const Lines& lines, const JobLines& job, std::string_view name);

}  // namespace regreen
