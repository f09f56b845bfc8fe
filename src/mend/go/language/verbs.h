#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace regreen {

/// The edit that gives a format the verb for the value that vet says it prints with another one: "fmt.Printf format %s has arg
/// count of wrong type int", of whatever function that hands its format on, its call on one line or several. `at` is the place
/// that vet names: the call, or what it passes. A quotient of whole numbers that is shown with digits behind the point is divided as
/// a fraction instead. Nothing where the verb of the value is not known for certain.
std::optional<Edit> go_verb_edit(std::string_view text, std::string_view code, std::size_t at,
                                 std::string_view message);

/// The name of the function that a message of vet begins with: `Notef` of "(*example.org/stow/journal.Journal).Notef format %d …".
std::string_view go_function_said(std::string_view message);

}  // namespace regreen
