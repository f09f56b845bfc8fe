// Where a name comes from that no file of the project exports: the package that the other files import it from.

#include "base/text.h"
#include "mend/node/package.h"
#include "mend/node/script_names.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t files_max = 2000;

// What Vitest gives to tests that import it.
constexpr auto test_words =
    std::to_array<std::string_view>({"describe", "it", "test", "expect", "vi", "beforeEach", "afterEach", "beforeAll",
                                     "afterAll", "suite", "expectTypeOf"});

// The specifier at the end of `import … from 'x'` or `const … = require('x')`.
std::string_view specifier_of(std::string_view line) {
  const auto close = line.find_last_of("'\"");
  const auto open = close == npos || close == 0 ? npos : line.rfind(line[close], close - 1);
  return open == npos ? std::string_view() : line.substr(open + 1, close - open - 1);
}

// How one line imports the name from a package.
std::optional<PackageImport> import_in(std::string_view line, std::string_view name) {
  const bool imports = line.starts_with("import ") && !line.starts_with("import type ");
  const bool requires_one = line.starts_with("const ") && contains(line, " = require(");
  const auto path = specifier_of(line);
  if ((!imports && !requires_one) || path.empty() || path[0] == '.' || path[0] == '/' || path[0] == '#') return {};
  const auto end = imports ? line.find(" from ") : line.find(" = require(");
  if (end == npos || contains(line.substr(0, end), "*")) return {};
  const auto bound = line.substr(0, end);
  const auto open = bound.find('{'), close = bound.find('}');
  if (open != npos && close != npos) {
    for (const auto item : split(bound.substr(open + 1, close - open - 1), ',')) {
      if (trim(item) == name) return PackageImport{std::string(path), {std::string(name)}, false};
    }
  }
  if (bound.size() < 6) return {};  // `const = require('a')`
  const auto first = trim(bound.substr(6, std::min(open, bound.find(',')) - 6));
  if (first == name) return PackageImport{std::string(path), {std::string(name)}, true};
  return {};
}

std::optional<PackageImport> import_of_siblings(const Tree& tree, std::string_view user, std::string_view name) {
  std::optional<PackageImport> found;
  std::size_t count = 0;
  for (const auto& path : tree.list()) {
    if (path == user || !is_script_source(path) || is_built(path) || ++count > files_max) continue;
    const auto text = tree.read(path).value_or("");
    if (!contains(text, name)) continue;
    for (const auto line : split_lines(text)) {
      const auto one = import_in(line, name);
      if (!one) continue;
      if (found && (found->package != one->package || found->is_default != one->is_default)) return {};
      found = one;
    }
  }
  return found;
}

}  // namespace

std::optional<PackageImport> package_import(const Tree& tree, std::string_view user, std::string_view text,
                                            std::string_view name) {
  auto found = import_of_siblings(tree, user, name);
  const bool is_test_word = std::ranges::find(test_words, name) != test_words.end();
  const auto package = is_test_word && !found ? package_of_file(tree, user) : std::nullopt;
  if (package && declares(*package, "vitest")) found = PackageImport{"vitest", {std::string(name)}, false};
  if (!found || found->package != "vitest") return found;
  const auto code = code_only(text, Speech::javascript);
  found->names.clear();
  for (const auto word : test_words) {
    const auto places = words_in(code, word);
    const bool is_called = std::ranges::any_of(places, [&](std::size_t at) {
      const bool is_member = at > 0 && code[at - 1] == '.';
      return !is_member && contains("(.", std::string_view(code).substr(at + word.size(), 1)) &&
             at + word.size() < code.size();
    });
    if (word == name || (is_called && !imports_name(text, word))) found->names.emplace_back(word);
  }
  return found;
}

}  // namespace regreen
