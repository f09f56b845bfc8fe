#pragma once

#include <compare>
#include <string>

namespace regreen {

/// A name that cannot be mistaken for another kind of name.
template <class Tag>
struct Id {
  std::string value;

  bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

using CaseId = Id<struct CaseTag>;
using RuleId = Id<struct RuleTag>;
using RemedyId = Id<struct RemedyTag>;
using Signature = Id<struct SignatureTag>;  ///< 32 hex digits, see diagnose/signature.h

}  // namespace regreen
