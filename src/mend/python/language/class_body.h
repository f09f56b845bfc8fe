#pragma once

#include "mend/python/language/source.h"
#include "model/tree.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace regreen {

/// Names of attributes.
using Attributes = std::set<std::string, std::less<>>;

/// A class or function: the numbers of its statement and of the last in its body.
struct ClassBody {
  std::size_t head = 0, last = 0;
};

/// The class or function whose statement has the number.
ClassBody body_of(const PythonSource& source, std::size_t head);

/// Does a method of that name make its object, or fill it for the first time?
bool is_maker(std::string_view name);

std::optional<ClassBody> class_named(const PythonSource& source, std::string_view name);

/// A method that stands in the body of a class itself.
std::optional<ClassBody> method_of(const PythonSource& source, const ClassBody& owner, std::string_view name);

/// What the methods of a class set of their own objects: `self.name = …`.
Attributes own_attributes(const PythonSource& source, const ClassBody& owner);

/// Is the class derived from none and nothing in the tree from it, and are these of its attributes never set but where an object is
/// made? No also where that cannot be told.
bool stays_as_made(const Tree& tree, const std::string& file, std::string_view owner, const Attributes& names);

}  // namespace regreen
