#pragma once

#include "model/patch.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What messages of tsc ask of `compilerOptions`: one file may be asked by many of them.
struct OptionWishes {
  std::set<std::string> switches;  ///< to be true
  std::string language;            ///< the latest library of the language that is named: "es2021"
  std::string module;              ///< the kind of modules that another option asks for: "Node16"
  bool document = false;           ///< the library of the DOM
  bool node_types = false;         ///< "node" among `types`
};

/// Adds what one message asks for; nothing where it asks for none.
void add_wish(std::string_view said, OptionWishes& wishes);

/// The edits of a tsconfig.json, comments allowed, that grant the wishes; what is granted already, or cannot be without a guess,
/// is left out.
std::vector<Edit> grant(std::string_view text, const OptionWishes& wishes);

}  // namespace regreen
