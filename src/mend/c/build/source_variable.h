#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The variable that a call makes of its words: `set(ALL ${SOURCES})`, `list(APPEND ALL ${SOURCES})`. "" for other calls, and for a
/// variable that whoever configures the build may set.
std::string_view variable_made(std::string_view command, const std::vector<std::string_view>& words);

/// The variables of CMake lists that are there to say what a program or library is built of, and for nothing else.
class SourceVariables {
 public:
  void add(std::string_view list);

  /// Is everything that a variable says built? Not where a condition, a loop, a property or a command looks at it, too.
  bool has(const std::string& name) const;

 private:
  /// How often `${NAME}` is said, and how often where sources belong; the variables that it becomes part of.
  struct Use {
    std::size_t said = 0, built = 0;
    std::set<std::string> parts_of;
  };

  void add_words(std::string_view list, std::string_view command);

  std::map<std::string, Use, std::less<>> uses_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace regreen
