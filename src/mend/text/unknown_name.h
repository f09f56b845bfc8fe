#pragma once

#include "mend/text/script_uses.h"
#include "model/diagnosis.h"

#include <optional>
#include <set>
#include <string>

namespace regreen {

/// A name that a compiler or interpreter does not know.
struct UnknownName {
  std::string name;
  std::set<std::string> owners =
      {};  ///< words that tell whose it should be: a type, a module, a function; empty: nobody's
  NameOf of = NameOf::own;
  bool is_keyword = false;  ///< of an argument: `name=`
};

/// What an occurrence says is unknown: "Property 'a' does not exist on type 'B'", "p.A undefined (type B has no field or method A)".
/// Nothing where the message is about something else, or the owner is one of the language's own types.
std::optional<UnknownName> unknown_name(const Occurrence& occurrence);

}  // namespace regreen
