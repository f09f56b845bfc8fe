#pragma once

#include "diagnose/checkout.h"
#include "model/diagnosis.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace regreen {

/// A place as a tool printed it. Nothing where it is in code that the repository does not own: an installed package, the
/// standard library, a tool's inside.
std::optional<Location> own_place(std::string_view file, std::string_view line, std::string_view column,
                                  const Checkouts& checkouts);

/// Reads the places in the repository's code that lines name, as stack traces and messages of compilers do. Remembers
/// them: the lines around one occurrence mostly stand around the next one too.
class PlaceReader {
 public:
  explicit PlaceReader(Checkouts checkouts) : checkouts_(std::move(checkouts)) {}

  std::optional<Location> place_on(const std::string& line);

  const Checkouts& checkouts() const { return checkouts_; }

 private:
  Checkouts checkouts_;
  std::unordered_map<std::string, std::optional<Location>> known_;
};

}  // namespace regreen
