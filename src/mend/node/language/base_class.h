#pragma once

#include "model/tree.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {

/// A constructor of a class of JavaScript or TypeScript, by the offsets of its brackets.
struct Constructor {
  std::string base;  ///< what its class extends, as it is written; "" where it extends nothing
  std::size_t parameters = 0, parameters_end = 0;
  std::size_t open = 0, close = 0;  ///< of its body
};

struct Parameter {
  std::string name;
  bool is_optional = false;
  bool is_rest = false;  ///< ...name
};

/// All constructors of classes in a code.
std::vector<Constructor> constructors_in(std::string_view code);

/// The constructor whose parameters or body a line is in.
std::optional<Constructor> constructor_at(std::string_view text, std::string_view code, std::size_t line);

/// Its parameters; nothing where one is taken apart.
std::optional<std::vector<Parameter>> parameters_of(std::string_view text, std::string_view code,
                                                    const Constructor& one);

/// A class of the project: what it extends, and its constructor, if it has one.
struct ScriptClass {
  std::string base;
  std::optional<std::vector<Parameter>> parameters;
  bool is_built = false;  ///< has a constructor of its own
};

/// The classes of a project that others extend, each of them looked for once. Borrows the tree.
class BaseClasses {
 public:
  explicit BaseClasses(const Tree& tree) : tree_(tree) {}

  /// The parameters that the constructor of a base class takes: of the only class of that name in the project, or of one that
  /// everybody has. Nothing where that is not known, or where one of those `given` to the derived class may be meant for it.
  std::optional<std::vector<Parameter>> parameters(const std::string& file, std::string_view base,
                                                   const std::vector<Parameter>& given);

 private:
  const std::optional<ScriptClass>& class_of(const std::string& file, const std::string& name);

  const Tree& tree_;
  std::map<std::pair<std::string, std::string>, std::optional<ScriptClass>> known_;  // by file, "" for all, and name
};

}  // namespace regreen
