#pragma once

#include "mend/fixer.h"
#include "model/diagnosis.h"

#include <string>

namespace regreen {

/// The marker that pytest does not know ("slow" of @pytest.mark.slow); "" where the failure is another one.
std::string unknown_marker(const Occurrence& occurrence);

/// The plugin of pytest whose marker it is, as a package; "" where it is the project's own, because no table knows it, its code looks for
/// the marker itself, or it is a bare word where the plugin's takes arguments.
std::string plugin_of_marker(const Patient& patient, const std::string& marker);

}  // namespace regreen
