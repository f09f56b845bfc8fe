#pragma once

#include "model/diagnosis.h"

#include <string>
#include <vector>

namespace regreen {

/// A type that lacks a trait, as rustc names both: `units::Unit`, `std::hash::Hash`.
struct RustLack {
  std::string type, trait;

  bool operator==(const RustLack&) const = default;
};

/// What the types lack that one message speaks of: its own words, and the notes below them, which see into `Option<Unit>`.
std::vector<RustLack> rust_lacks(const Occurrence& occurrence);

/// The name of a trait or type without what is between angle brackets: `Wrap<u8>` → `Wrap`.
std::string without_rust_parameters(std::string_view type);

}  // namespace regreen
