#pragma once

#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// What a function of a module took one by one, by name, where it takes one object of it today: the object is taken apart into what
/// the parameters were called, each of the same type and with the same value where nothing is said, and the rest of the module says
/// what it said, the type of the object apart. Nothing where anything else is another: a word more may be another unit.
std::optional<std::vector<std::string>> taken_as_object(const std::string& before, const std::string& today,
                                                        const std::string& name);

}  // namespace regreen
