#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// The words of a name in their order in a dictionary, each as one: "test unit" of "unit-tests". "" where it is a single word.
std::string words_of_name(std::string_view name);

}  // namespace regreen
