#pragma once

#include "base/result.h"
#include "model/case.h"

#include <string>
#include <string_view>

namespace regreen {

/// A whole Case as one JSON document (schema regreen.case/1), to be carried from a process that may run code to one that may
/// write.
std::string case_file(const Case& one);

/// Reads what case_file wrote. `invalid` where it is damaged, of another schema, or its id is not that of its run: whoever wrote
/// it need not be trusted.
Result<Case> read_case_file(std::string_view text);

}  // namespace regreen
