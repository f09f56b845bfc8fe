#pragma once

#include "model/evidence.h"

#include <string>

namespace regreen {

/// Has somebody who knows said that the run is green?
enum class Stated { no, green };

/// Why a run may not be learned as a green one; empty where it may. Its own log has to prove it; what somebody says is
/// enough where the log proves nothing or only tests look red, not against an exit code.
std::string why_not_green(const Evidence& evidence, Stated stated);

}  // namespace regreen
