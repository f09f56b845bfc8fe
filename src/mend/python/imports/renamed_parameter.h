#pragma once

#include "mend/fixer.h"
#include "mend/python/language/project.h"

#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// A parameter of a function of the project that the newest commit gave another name, and did nothing else to the function: its default,
/// type and place are as they were, and so is all that the function does and uses of its file and of others.
struct RenamedParameter {
  std::string file;      ///< of the function
  std::string function;  ///< "get_json", "Client.__init__"
  std::string from, to;
};

/// The function is named as Python's messages name it. Nothing where several functions of that name have lost such a parameter, or the
/// new name says that it is set aside.
std::optional<RenamedParameter> renamed_parameter(const Patient& patient, const PythonProject& project,
                                                  const std::string& function, const std::string& parameter);

/// The other functions of the same file whose parameter of the same name got the same new name.
std::vector<RenamedParameter> renamed_alike(const Patient& patient, const PythonProject& project,
                                            const RenamedParameter& renamed);

}  // namespace regreen
