#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// Does a line say that a change needs an agreement: "changes need sign-off from legal", "do not edit without consent"?
bool demands_agreement(std::string_view line);

/// Does a comment tell who agreed to what stands there: "# signed off: payroll, 2024-01-15"?
bool tells_agreement(std::string_view line);

/// The first sentence that names who has to agree to changes: "Every change needs a resolution of the risk committee"; "" where
/// there is none. Who only looks after programs, as a technical committee does, does not count.
std::string resolution_in(std::string_view text);

/// Is an owner somebody who writes no programs: @teller/risk-committee, @acme/legal?
bool is_body(std::string_view owner);

}  // namespace regreen
