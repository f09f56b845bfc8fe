#pragma once

#include "adapters/sqlite/database.h"

namespace regreen {

/// Brings a database to today's tables, version by version, each in a transaction. A database of a newer regreen is an
/// error: nothing is changed.
Result<void> migrate(Database& database);

/// Has it today's tables? For those who only read.
Result<void> check_version(Database& database);

}  // namespace regreen
