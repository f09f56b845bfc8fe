#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// `log.warn` → `log.warning`, called or handed on: of loggers and their adapters, as the file makes them or calls them, of the module
/// logging itself, and of what is imported from it. What another class has by that name stays, and so does `warnings.warn`.
std::vector<Edit> rename_logger_method(const PythonSource& source, std::string_view from, std::string_view to);

}  // namespace regreen
