#include "mend/rust/modules/test_import.h"

#include "base/text.h"
#include "mend/rust/language/test_code.h"
#include "mend/rust/modules/use.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t uses_max = 200;  // of one name; all that is around each of them is looked at
constexpr std::string_view all_above = "use super::*;";

/// Who uses a name: nobody in a test, tests of modules that take all of the file, or some that need it where it stands.
struct TestUses {
  std::set<std::size_t> modules;  ///< the lines of their `use super::*;`
  bool needs_place = false;
  bool is_of_a_feature = false;  ///< code that is left out of this build has it, too
};

// The brace of the module that a byte of the code stands in; npos outside of all.
std::size_t module_around(std::string_view code, std::size_t at) {
  for (at = bracket_around(code, at); at != npos; at = bracket_around(code, at)) {
    if (code[at] == '{' && !words_in(head_before(code, at), "mod").empty()) return at;
  }
  return npos;
}

// The line of a module that takes all of the file; 0 where there is none.
std::size_t line_of_all_above(const RustText& source, std::size_t module) {
  const auto close = closing_bracket(source.code, module);
  const auto last = close == npos ? source.lines.count() : source.lines.number_at(close);
  for (auto number = source.lines.number_at(module) + 1; number < last; ++number) {
    const bool is_own = module_around(source.code, source.lines.begin(number)) == module;
    if (is_own && trim(source.lines.line(number)) == all_above) return number;
  }
  return 0;
}

// Is the name at a byte brought there by an import of the tests themselves? Then they do not need that of the file.
bool is_own_import(std::string_view code, std::size_t at) {
  const auto import = rust_import_at(code, at);
  return import && !import->path.starts_with("super::");
}

TestUses uses_in_tests(const RustText& source, const UseTree& tree, const std::string& name) {
  TestUses uses;
  const auto tests = rust_tests_in(source.code);
  std::map<std::size_t, std::vector<std::size_t>> by_module;
  const auto spots = words_in(source.code, name);
  if (tests.empty() || spots.size() > uses_max) return uses;
  for (const auto at : spots) {
    const bool is_import = at >= tree.begin && at < tree.end;
    const bool is_part = at > 0 && (source.code[at - 1] == '.' || source.code.substr(0, at).ends_with("::"));
    const bool is_from_above = source.code.substr(0, at).ends_with("super::");
    if (is_import || (is_part && !is_from_above && !rust_import_at(source.code, at))) continue;
    const bool is_test = is_in_rust_test(tests, at);
    if (is_test) by_module[module_around(source.code, at)].push_back(at);
    uses.is_of_a_feature |= !is_test && !rust_import_at(source.code, at);
  }
  for (const auto& [module, places] : by_module) {
    if (std::ranges::any_of(places, [&](auto at) { return is_own_import(source.code, at); })) continue;
    const bool is_named = std::ranges::any_of(places, [&](auto at) {
      return rust_import_at(source.code, at) || source.code.substr(0, at).ends_with("super::");
    });
    const auto line = module == npos || is_named ? 0 : line_of_all_above(source, module);
    uses.needs_place |= line == 0;
    if (line != 0) uses.modules.insert(line);
  }
  return uses;
}

// Does a path mean the same in a module of the file?
bool means_the_same_below(std::string_view code, std::string_view path) {
  const auto first = path.substr(0, path.find("::"));
  return first != "self" && first != "super" && !contains(code, "mod " + std::string(first));
}

// Where `use PATH;` goes in a module: behind `use super::*;`, among those that follow it.
std::size_t place_behind(const RustText& source, std::size_t line, const std::string& statement) {
  for (++line; source.lines.has(line); ++line) {
    const auto next = trim(source.lines.line(line));
    if (!next.starts_with("use ") || !next.ends_with(';') || next > statement) break;
  }
  return source.lines.begin(line);
}

}  // namespace

std::optional<RustTestImport> kept_for_tests(const RustText& source, const UseTree& tree,
                                             const std::vector<std::string>& names) {
  RustTestImport kept;
  std::map<std::size_t, std::set<std::string>> lines;
  for (const auto& printed : names) {
    const auto brought = use_name(source.code, tree, printed);
    if (!brought) continue;
    const auto uses = uses_in_tests(source, tree, brought->name);
    if (uses.is_of_a_feature) return std::nullopt;
    if (uses.modules.empty() && !uses.needs_place) continue;
    if (uses.needs_place || !means_the_same_below(source.code, brought->path)) {
      if (names.size() > 1 || tree.is_group()) return std::nullopt;
      return RustTestImport{{}, true};
    }
    for (const auto line : uses.modules) {
      const auto statement = "use " + brought->path + ";";
      const std::string indent(indentation(source.lines.line(line)));
      lines[place_behind(source, line, statement)].insert(indent + statement + std::string(line_end(source.text)));
    }
  }
  for (const auto& [at, added] : lines) kept.add.push_back({at, 0, join({added.begin(), added.end()}, "")});
  return kept;
}

}  // namespace regreen
