#pragma once

#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "model/patch.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A module, said as a file said another: with leading dots, or from the top.
std::string said_like(const PythonProject& project, const std::string& file, std::string_view old_text,
                      const std::string& module);

/// The imports of a module in a file, brought to its new name: relative and absolute ones, of the module, from it, and of it from its
/// package. Other names that the file has for it stay what they are.
std::vector<Edit> follow_module(const PythonProject& project, const std::string& file, const PythonSource& source,
                                const std::string& from, const std::string& to);

/// The names that a file takes from a module: by import, or as its attributes.
std::set<std::string> names_from(const PythonProject& project, const std::string& file, const PythonSource& source,
                                 const std::string& module);

/// Does a file use a module in another way than by the names that it has: hands it on, looks into it?
bool means_module_itself(const PythonProject& project, const std::string& file, const PythonSource& source,
                         const std::string& module);

}  // namespace regreen
