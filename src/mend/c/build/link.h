#pragma once

#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "rules/rule_set.h"

#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What the log says about a link that failed.
struct FailedLink {
  std::set<std::string> symbols;
  std::string makefile;
  std::size_t line = 0;  ///< of its recipe
  std::string target;    ///< what make or CMake calls it
};

/// Adds what a line of make or ninja says of the target that failed: "make: *** [Makefile:8: build/loan] Error 1".
void note_target(std::string_view line, FailedLink& link);

bool is_cmake(std::string_view path);

/// CMakeLists.txt, and what such lists include: sources.cmake.
bool is_cmake_list(std::string_view path);

/// A rule of a Makefile: the line of its head, and the last one of the recipe below, continued lines as they stand.
struct MakeRule {
  std::size_t head = 0;
  std::size_t last = 0;
};

std::vector<MakeRule> make_rules(const Lines& lines);

/// Adds libraries behind the objects where the Makefile links: in the rule that failed, else in all.
void link_in_makefile(const std::string& path, const std::set<std::string>& libraries, const FailedLink& failed,
                      Draft& draft);

/// Adds a source of the project (or its object) to the lists of the rule that failed.
void build_in_makefile(const std::string& path, const std::string& source, const FailedLink& failed, Draft& draft);

/// The place behind the value of a Makefile's `CFLAGS = …`: of the first of the variables that it sets in one line. Nothing where
/// a comment stands behind the value.
std::optional<std::size_t> end_of_flags(std::string_view makefile, std::initializer_list<std::string_view> variables);

/// Where the first command of a line of shell ends, at `&&`, `;`, `|`, `>` or a comment; the size where it is the only one.
std::size_t end_of_first_command(std::string_view line);

/// Adds libraries to the target; `names` says what CMake calls them, behind the package that defines it.
void link_in_cmake(const std::string& path, const std::set<std::string>& libraries, const std::string& target,
                   const Table& names, Draft& draft);

/// The library of the project that a CMake list builds from the source; empty where none does.
std::string cmake_library_of(std::string_view list, std::string_view folder, const std::string& source);

/// The same of all lists of a project: of the first that builds the source.
std::string cmake_library_with(const Tree& tree, const std::string& source);

/// Adds libraries behind the sources where a script calls the compiler to link.
void link_in_script(const std::string& path, const std::set<std::string>& libraries, Draft& draft);

/// Adds a source of the project to the target.
void build_in_cmake(const std::string& path, const std::string& source, const std::string& target, Draft& draft);

/// Lets the targets of a CMake list that build the source see a folder of headers: by the library whose folder it is, else
/// by naming it.
void include_in_cmake(const std::string& path, const std::string& folder, const std::string& source, Draft& draft);

/// Lets the target of a CMake list that builds the source see a folder of what the build writes, `${PROJECT_BINARY_DIR}`:
/// the target alone, who uses it need not.
void include_built_in_cmake(const std::string& path, const std::string& folder, const std::string& source,
                            Draft& draft);

/// The function that a symbol is, with its class: "Queue::push(int)", "Queue::push[abi:cxx11](int)" → "Queue::push". "" for
/// "vtable for Queue", which has no place that one could look for.
std::string function_name(const std::string& symbol);

/// Does a source define a function, not static, "add" or "Queue::push"?
bool defines_function(std::string_view code, const std::string& name);

/// What is meant where several sources define a symbol: none of them, or the one that is called as the function is. A program never
/// means what stands in for another source in tests; a test may mean either.
enum class OfSeveral { none, likely, likely_for_test };

/// The only source that defines each symbol, for those that have one; each source is read once.
std::map<std::string, std::string> sources_of(const Tree& tree, const std::set<std::string>& symbols,
                                              OfSeveral choice = OfSeveral::none);

/// Is the word one of those in a command or list?
bool lists_word(std::string_view text, std::string_view word);

}  // namespace regreen
