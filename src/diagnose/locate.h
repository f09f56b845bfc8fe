#pragma once

#include "diagnose/checkout.h"
#include "diagnose/place.h"
#include "model/diagnosis.h"

#include <string>
#include <vector>

namespace regreen {

/// The places in the repository's code that a signal points to, the most telling first: what its rule captured, then
/// what stack traces and messages around it name.
std::vector<Location> locate(const Captures& captures, const std::vector<std::string>& before, const std::string& line,
                             const std::vector<std::string>& after, PlaceReader& places);

/// The files of the repository that a line mentions, with or without a line number.
std::vector<Location> mentioned_files(const std::string& line, const Checkouts& checkouts);

}  // namespace regreen
