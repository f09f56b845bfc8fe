#pragma once

#include "model/diagnosis.h"

#include <optional>
#include <string>

namespace regreen {

/// A name that a compiler or interpreter does not know.
struct UnknownName {
  std::string name;
  std::string owner;  ///< the type that should have it
  std::string
      module;  ///< or what should define it, as the message or the name itself writes it: "./store", "units", "crate::parcel"
};

/// What an occurrence says is unknown: "Property 'a' does not exist on type 'B'", "p.A undefined (type B has no field or method A)".
/// Nothing where the message is about something else, or about what one of the language's own types should have.
std::optional<UnknownName> unknown_name(const Occurrence& occurrence);

}  // namespace regreen
