#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A method as its class declares it. All places are offsets in the code.
struct CppMethod {
  std::string name;
  std::size_t begin = 0;  ///< of the declaration: "virtual double length() const = 0;"
  std::size_t open = 0;   ///< the brackets around the parameters
  std::size_t close = 0;
  std::size_t end = 0;  ///< where the ';' or '{' stands
  bool is_virtual = false;
  bool is_override = false;  ///< says that it overrides one
};

/// A class or struct with a body.
struct CppClass {
  std::string name;
  std::vector<std::string> bases;  ///< as they are written, without arguments: "geo::Shape"
  std::vector<CppMethod> methods;  ///< no constructors, destructors and operators
};

/// The classes of a source whose comments and texts are blank, inner ones included, but not those of what is deeper than people write.
std::vector<CppClass> cpp_classes(std::string_view code);

}  // namespace regreen
