#pragma once

#include "model/case.h"

#include <nlohmann/json_fwd.hpp>

namespace regreen {

/// The proof of a repair as an in-toto statement (Statement v1): the subjects are the files after it, by their SHA-256;
/// the predicate says what failed before, what passed after, in what sandbox, and from which files and commit it
/// started. `regreen replay` checks it. The Case is patched.
nlohmann::json statement_json(const Case& one);

}  // namespace regreen
