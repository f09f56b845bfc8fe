#pragma once

#include "mend/fixer.h"

#include <optional>
#include <string>

namespace regreen {

/// What an attribute is called since the newest commit.
struct AttributeToday {
  std::string name;
  bool is_told = false;  ///< by the notes of changes
};

/// The name that an attribute of a class in a file has today: the one that the notes tell, where all that the class says of it is the
/// same but for texts, or the only new one, where nothing else in the class was changed. Nothing for one that is no longer for everybody.
std::optional<AttributeToday> attribute_today(const Patient& patient, const std::string& file, const std::string& owner,
                                              const std::string& name);

}  // namespace regreen
