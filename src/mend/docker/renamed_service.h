#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

#include <string>

namespace regreen {

/// Lets the services of a Compose file that wait for one by a name that it has no more name it as it is called since the newest commit:
/// the only service that is new there and is what the old one was: its body, and its image or one that stands in for that. So do the
/// addresses in their environment and in the files of variables that they alone read. False where no service is that.
bool follow_renamed_service(const std::string& path, const std::string& name, const Patient& patient, Draft& draft);

}  // namespace regreen
