#pragma once

#include "base/result.h"
#include "rules/load.h"

#include <string>
#include <string_view>

namespace regreen {

/// What rule files say as bytes that are read back in a millisecond: how rules are part of the program. The bytes are of
/// this version of the program only.
std::string pack(const RuleFileContent& content);

/// An error where the bytes are not what pack() made.
Result<RuleFileContent> unpack_rules(std::string_view bytes);

}  // namespace regreen
