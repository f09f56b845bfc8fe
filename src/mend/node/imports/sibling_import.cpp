// Where a name comes from that no file of the project exports: the package that the other files import it from.

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t files_max = 2000;

/// A runner that gives its words to tests that import them.
struct Runner {
  std::string_view module, package;  ///< "": part of node
  std::string_view words;
};

constexpr auto runners = std::to_array<Runner>({
    {"vitest", "vitest", "describe it test expect vi beforeEach afterEach beforeAll afterAll suite expectTypeOf"},
    {"node:test", "", "describe it test suite before after beforeEach afterEach"},
    {"@jest/globals", "jest", "jest"},  // modules know all the others without an import
    {"@playwright/test", "@playwright/test", "test expect"},
});

bool gives(const Runner& runner, std::string_view word) {
  const auto words = split(runner.words, ' ');
  return is_among(word, words);
}

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

// `node --import x --test test/`: does a line call Node's own runner? Options behind the name of a script are that script's.
bool calls_node_tests(std::string_view line) {
  for (auto at = line.find("node --"); at != npos; at = line.find("node --", at + 1)) {
    if (at > 0 && (is_word_byte(line[at - 1]) || line[at - 1] == '-')) continue;
    const auto call = line.substr(at, line.find_first_of("&|;", at) - at);
    for (auto option = call.find(" --test"); option != npos; option = call.find(" --test", option + 1)) {
      const auto next = call.substr(option + 7, 1);
      if (next.empty() || contains(" \t\r=\"'\\,)", next)) return true;
    }
  }
  return false;
}

bool calls_node_tests(const Tree& tree) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!calls_tools(path) || is_vendored(path)) return false;
    const auto text = tree.read(path).value_or("");
    return std::ranges::any_of(split_lines(text), [](auto line) { return calls_node_tests(line); });
  });
}

// Is there a runner beside Node's own one, in the package or at the top? It may be the one that runs the file.
bool has_other_runner(const Tree& tree, const NodePackage& package) {
  static constexpr auto others = std::to_array<std::string_view>({"mocha", "jest", "jasmine", "ava", "tap", "vitest"});
  const auto top = package_of_file(tree, "package.json");
  return std::ranges::any_of(others,
                             [&](auto other) { return declares(package, other) || (top && declares(*top, other)); });
}

// Does something in the project say that tests run with it? Node's own runner is asked for by its option.
bool is_in_use(const Tree& tree, const Runner& runner, const NodePackage& package) {
  return runner.package.empty() ? calls_node_tests(tree) : declares(package, runner.package);
}

// The only runner in use that gives the word; nothing where several do.
const Runner* runner_of(const Tree& tree, std::string_view user, std::string_view word) {
  const auto package = package_of_file(tree, user);
  const Runner* found = nullptr;
  for (const auto& runner : runners) {
    if (!package || !gives(runner, word) || !is_in_use(tree, runner, *package)) continue;
    if (found != nullptr) return nullptr;
    found = &runner;
  }
  const bool is_nodes = found != nullptr && found->package.empty();
  return is_nodes && has_other_runner(tree, *package) ? nullptr : found;
}

// `const before =`, `(it) =>`, `it =>`, `{ after } =`: does a code give the word a meaning of its own? A bare word of a list may do so.
bool binds(std::string_view code, std::string_view word) {
  static constexpr auto keywords = std::to_array<std::string_view>({"const", "let", "var", "function", "class"});
  return std::ranges::any_of(words_in(code, word), [&](std::size_t at) {
    const auto front = code.substr(0, at).find_last_not_of(" \t\r\n"),
               back = code.find_first_not_of(" \t\r\n", at + word.size());
    if (is_among(word_before(code, front == npos ? 0 : front + 1), keywords)) return true;
    if (back == npos) return false;
    const bool is_listed =
        front != npos && contains("({[,", code.substr(front, 1)) && contains(")}],", code.substr(back, 1));
    return is_listed || code.substr(back, 2) == "=>";
  });
}

// Does a code call the word as a runner gives it: `it(`, `it.skip(`, `jest.fn(`?
bool is_called(std::string_view code, std::string_view word) {
  static constexpr auto objects = std::to_array<std::string_view>({"vi", "jest", "expect"});
  static constexpr auto members = std::to_array<std::string_view>({"only", "skip", "todo", "each"});
  const bool is_object = is_among(word, objects);
  return std::ranges::any_of(words_in(code, word), [&](std::size_t at) {
    const auto end = at + word.size();
    if ((at > 0 && code[at - 1] == '.') || end >= code.size()) return false;
    if (code[end] != '.') return code[end] == '(';
    return is_object || is_among(word_at(code, end + 1), members);
  });
}

}  // namespace

std::optional<PackageImport> package_import(const Tree& tree, std::string_view user, std::string_view text,
                                            std::string_view name) {
  auto found = import_of_siblings(tree, user, name);
  const auto* runner = found ? nullptr : runner_of(tree, user, name);
  if (runner != nullptr) found = PackageImport{std::string(runner->module), {std::string(name)}, false};
  const auto known = found ? std::ranges::find(runners, found->package, &Runner::module) : runners.end();
  if (known == runners.end() || found->is_default || !gives(*known, name)) return found;
  const auto code = code_only(text, Speech::javascript);
  found->names.clear();
  for (const auto word : split(known->words, ' ')) {
    if (word == name || (is_called(code, word) && !binds(code, word) && !imports_name(text, word)))
      found->names.emplace_back(word);
  }
  return found;
}

}  // namespace regreen
