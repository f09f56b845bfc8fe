#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A parameter: "const geo::Canvas &canvas = {}".
struct CppParameter {
  std::string_view type;  ///< "const geo::Canvas &"
  std::string_view name;  ///< "canvas"; "" where it has none
  std::string core;       ///< "Canvas&", without namespaces, blanks and `const`
  bool is_const = false;
};

/// What of a method those that override it have to repeat. Its parameters are views of the code.
struct CppSignature {
  std::vector<CppParameter> parameters;
  bool is_const = false;

  /// Do two methods differ in nothing, or only in what is const?
  bool is_same(const CppSignature& other) const;
  bool is_near(const CppSignature& other) const;
};

/// The signature of a method whose parameters stand between two brackets of a source without comments.
CppSignature cpp_signature(std::string_view code, std::size_t open, std::size_t close);

/// The edits that give the method at the brackets the types and what is const of another signature with as many parameters.
std::vector<Edit> follow_signature(std::string_view code, std::size_t open, std::size_t close,
                                   const CppSignature& base);

}  // namespace regreen
