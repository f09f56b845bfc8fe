#pragma once

#include <string_view>

namespace regreen {

/// Does the name that something has today say that it is no longer what it was for everybody: that it is unsafe, of old, for tests,
/// private, of one version? One that only gained words ("decode", "decode_fast") makes room for another of the old name.
bool is_set_aside(std::string_view today, std::string_view name);

/// Does one of its words say so? It may have gained others: for what nothing else takes the place of.
bool says_set_aside(std::string_view today, std::string_view name);

/// Does the one name tell of a unit or form of the value that the other does not: "timeout", "timeout_ms"; "password", "password_hash"?
/// Who goes on to ask by the other name gets another value.
bool says_other_value(std::string_view today, std::string_view name);

/// Do both names tell of a unit, and not of the same one: "Millis", "seconds"?
bool is_of_another_unit(std::string_view one, std::string_view other);

}  // namespace regreen
