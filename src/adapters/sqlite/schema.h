#pragma once

#include "adapters/sqlite/database.h"

namespace regreen {

/// Brings a database to today's tables, version by version, each in a transaction. A database of a newer regreen is an
/// error: nothing is changed.
Result<void> migrate(Database& database);

/// Has it today's tables? One of a newer regreen is an error.
Result<bool> is_up_to_date(Database& database);

}  // namespace regreen
