#pragma once

namespace regreen {

/// Exit codes of CONTRACT.md.
constexpr int exit_well = 0;     ///< a cause named, a repair proved, run again, or nothing wrong
constexpr int exit_look = 1;     ///< unknown, refused, needs an agent: a person has to look
constexpr int exit_usage = 2;    ///< a mistake on the command line
constexpr int exit_trouble = 3;  ///< trouble of our own

}  // namespace regreen
