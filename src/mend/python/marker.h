#pragma once

#include "model/diagnosis.h"

#include <string>

namespace regreen {

/// The marker that pytest does not know ("slow" of @pytest.mark.slow); "" where the failure is another one.
std::string unknown_marker(const Occurrence& occurrence);

}  // namespace regreen
