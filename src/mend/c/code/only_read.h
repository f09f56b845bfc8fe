#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {

/// A local variable that points to something, and the value that it is made with: `char *rest = …`. Views of the code.
struct PointingLocal {
  std::size_t at = 0;           ///< where its type begins
  std::string_view type, name;  ///< "char" and "rest"
};

/// The local variable that is made where a place of its value is: one of a single statement, not const yet.
std::optional<PointingLocal> local_made_at(std::string_view code, std::size_t value);

/// The local variable to which a value goes in a statement of its own, `rest = …;`: of a declaration that has no other one.
std::optional<PointingLocal> local_assigned_at(std::string_view code, std::size_t value);

/// Where the parameter is declared to which a value goes in a statement of its own; nothing where it is none.
std::optional<std::size_t> parameter_assigned_at(std::string_view code, std::size_t value);

/// The edits that make const the local variables of a block that are made from a pointer of a type and name; nothing where the
/// block writes to what it points to, or where the compiler could not tell whether it does: behind a cast, or through what strchr()
/// and its like answer.
std::optional<std::vector<Edit>> made_only_read(std::string_view code, std::pair<std::size_t, std::size_t> block,
                                                std::string_view type, std::string_view name);

}  // namespace regreen
