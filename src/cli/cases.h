#pragma once

#include "cli/options.h"
#include "model/case.h"
#include "ports/store.h"

#include <string>

namespace regreen {

/// The Case whose id begins so, or the newest; not_found says which there are.
Result<Case> load_case(Store& store, const std::string& beginning);

/// The same from the history, where there is one.
Result<Case> load_case(const CommonOptions& common, const std::string& beginning);

/// Tells why a case could not be answered for; the exit code.
int complain_about_case(const Error& error);

}  // namespace regreen
