#pragma once

#include "diagnose/checkout.h"
#include "model/diagnosis.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Is this code that the repository does not own: an installed package, the standard library, a tool's inside?
bool is_foreign_path(std::string_view path);

/// The places in the repository's code that a signal points to, the most telling first: what its rule captured, then
/// what stack traces and messages around it name.
std::vector<Location> locate(const Captures& captures, const std::vector<std::string>& before, const std::string& line,
                             const std::vector<std::string>& after, const Checkouts& checkouts);

/// The files of the repository that a line mentions, with or without a line number.
std::vector<Location> mentioned_files(const std::string& line, const Checkouts& checkouts);

}  // namespace regreen
