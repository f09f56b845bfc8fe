#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// The words of a name, each as one: "test unit" of "unit-tests". Two stand in their order in a dictionary; of more, and beside a
/// word that relates them ("prod-to-staging", "hex-2-bin"), the order has a meaning and stays. "" where it is a single word.
std::string words_of_name(std::string_view name);

}  // namespace regreen
