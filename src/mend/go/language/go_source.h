#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A place in a Go file that the compiler or vet speaks of.
struct GoPlace {
  const Tree& tree;
  const RuleSet& rules;
  const std::string& file;
  std::string_view text, code;  ///< as it is; without comments and the insides of literals
  const Lines& lines;
  std::size_t number = 0, column = 0;
  const Occurrence& said;

  std::string_view line() const { return lines.line(number); }
  std::string_view line_code() const { return code.substr(lines.begin(number), line().size()); }
};

/// The edits of each place that a diagnosis names in a Go file; one edited line is not edited again.
std::vector<Patch> mend_go_places(const Patient& patient, const std::function<std::vector<Edit>(const GoPlace&)>& mend);

/// "a, f(b, c)" → {"a", "f(b, c)"}
std::vector<std::string> go_list(std::string_view list);

/// What a function answers: the types of its results. Names of results are left out.
std::vector<std::string> go_results(std::string_view head);

/// The number of the line `func …` around a line; 0 where there is none, or a function literal stands between.
std::size_t go_function_at(const GoPlace& place);

/// The module that a go.mod declares; "" where it declares none.
std::string go_module_of(std::string_view manifest);

/// The package that a file says it is of; "" where it says none.
std::string go_package_of(std::string_view text);

/// What stands above the package clause of a file: comments, and constraints among them. Offsets; npos where there is none.
struct GoHead {
  std::size_t clause = std::string_view::npos;
  std::size_t docs = std::string_view::npos;   ///< of the comments right above the clause; the clause without such
  std::size_t build = std::string_view::npos;  ///< of the line `//go:build …` that counts
  bool has_old_build = false;                  ///< a line `// +build …`
};

GoHead go_head(std::string_view text);

/// May other packages use a name?
bool is_exported(std::string_view name);

/// The names that other packages may use.
std::set<std::string> exported(const std::set<std::string>& names);

/// The names that a code declares outside of functions, in groups as well. Methods are no names of a package.
std::set<std::string> go_declared_in(std::string_view code);

/// Those of the files of a folder, but for its tests.
std::set<std::string> go_declared(const Tree& tree, std::string_view folder);

/// What the folders of a tree declare, each looked at once. Borrows the tree.
class GoDeclarations {
 public:
  explicit GoDeclarations(const Tree& tree) : tree_(tree) {}

  const std::set<std::string>& in(std::string_view folder);

 private:
  const Tree& tree_;
  std::map<std::string, std::set<std::string>, std::less<>> known_;
};

/// The words of a file's name that bind it to a system or processor: "dir/parts_linux_arm.go" → {"linux", "arm"}.
std::vector<std::string> go_platforms_of(std::string_view path);

/// The folder of the package that a file imports under a name, where it is one of the project.
std::string go_folder_of_import(const GoPlace& place, std::string_view name);

}  // namespace regreen
