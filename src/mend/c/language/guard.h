#pragma once

#include "mend/c/language/source.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// The guard around a whole header: its macro, and where that is written.
struct Guard {
  std::string macro;
  std::vector<std::size_t> places;
};

/// The guard of a header; nothing where it has none, or code stands outside of it or asks for it.
std::optional<Guard> guard_of(const CSource& source);

}  // namespace regreen
