#pragma once

#include <optional>
#include <string_view>

namespace regreen {

/// How much an assertion says, from its words with the insides of strings left out: 60 for equality down to 0 for what
/// is always true. Only the order counts.
int strength_of(std::string_view words);

/// The same for the condition under which a test reports a failure: `if got != want { t.Error() }`.
int strength_of_condition(std::string_view words);

/// Is this assertion about an error being thrown?
bool wants_error(std::string_view words);

/// Would any error do?
bool takes_any_error(std::string_view words);

/// The tolerance that it gives a number, from its words as they are.
std::optional<double> slack_of(std::string_view words);

}  // namespace regreen
