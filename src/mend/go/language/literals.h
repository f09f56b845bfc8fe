#pragma once

#include "mend/draft.h"
#include "model/tree.h"

#include <string>
#include <string_view>

namespace regreen {

/// The type that the head of a function gives to a name: `(t *Tally)`, `m map[string]int`; "" where it gives none.
std::string go_type_in_head(std::string_view head, std::string_view name);

/// The type of a field of a struct that a folder declares; "" where it declares none.
std::string go_field_type(const Tree& tree, std::string_view folder, const std::string& type, const std::string& field);

struct GoFieldValue {
  std::string field, value;
};

/// Sets a field wherever a function of the folder makes a struct of the type that it answers: `return &Tally{}`. Values that
/// come with an error, that set the field already, or that do not name their fields stay. False where no function makes one.
bool set_go_field(Draft& draft, const Tree& tree, std::string_view folder, const std::string& type,
                  const GoFieldValue& wanted);

}  // namespace regreen
