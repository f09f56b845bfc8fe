#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A method or constructor, as a class declares it.
struct JavaMethod {
  std::string name, type;          ///< no type: a constructor
  std::vector<std::string> takes;  ///< the types of its parameters
  bool is_hidden = false;          ///< a constructor for the class itself
};

/// The outermost class of that name in a source: what can be asked of it from outside. Of code without comments and texts.
struct JavaClass {
  std::string kind;  ///< "class", "interface", "enum", "record", "@interface"; "" where the source has no such class
  bool is_public = false;
  bool may_have_more = false;  ///< by what it extends or implements, or by what writes methods for it
  std::set<std::string, std::less<>> members;
  std::vector<JavaMethod> methods;

  /// Can it be asked for the member? What every object has is no member.
  bool has(std::string_view member) const { return members.contains(member); }

  /// Can it be made with so many arguments?
  bool is_made_with(std::size_t arguments) const;
};

JavaClass java_class(std::string_view code, std::string_view name);

/// "Zone" of "final @Nonnull Zone zone", "List<Zone>" of "List<Zone> zones".
std::string java_parameter_type(std::string_view parameter);

/// What an import of the code says of a class: "a.geo" of `import a.geo.Zone;`, its own package where that is one of the `packages`, the
/// only one of them that it imports as a whole. "" where it says none.
std::string package_seen(std::string_view code, std::string_view name, const std::set<std::string>& packages);

/// `package a.b;` → "a.b"
std::string package_of_code(std::string_view code);

}  // namespace regreen
