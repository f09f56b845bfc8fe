#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

#include <string>

namespace regreen {

/// Did the newest commit give the public class of a file, named as the file is, another name, and change none of its other code?
bool is_renamed_java_class(const Patient& patient, const std::string& file, const std::string& today);

/// Names the file as its class is called today, and calls the class so wherever sources mean it by its old name. Nothing changes where
/// another thing has the old name, where tests alone use it or a generated source does, and where a literal or a file that is no source
/// names it.
void follow_renamed_java_class(const Patient& patient, const std::string& file, const std::string& today, Draft& draft);

}  // namespace regreen
