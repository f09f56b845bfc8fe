#include "mend/node/packages/module_effect.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// How lines begin that only declare something.
constexpr auto declaring = std::to_array<std::string_view>(
    {"export ", "const ", "let ", "var ", "function ", "function*", "class ", "async function", "interface ", "type ",
     "enum ", "declare ", "abstract ", "module.exports", "exports.", "'use strict'", "\"use strict\"", "@"});

// Packages that only offer what they export, of those that are often left behind. Of others nobody knows.
constexpr auto at_rest = std::to_array<std::string_view>(
    {"axios",      "chalk", "classnames", "clsx",   "commander", "date-fns", "express",    "fs-extra",
     "glob",       "immer", "joi",        "lodash", "ms",        "nanoid",   "node-fetch", "preact",
     "prop-types", "qs",    "ramda",      "react",  "react-dom", "redux",    "semver",     "sinon",
     "underscore", "uuid",  "vue",        "yargs",  "yup",       "zod"});

// How a compiler is told to keep imports that only a type, or nothing, needs.
constexpr auto keeping =
    std::to_array<std::string_view>({"verbatimModuleSyntax", "preserveValueImports", "importsNotUsedAsValues"});

// What a project takes over from a package may say so, too.
bool keeps_imports(const Tree& tree) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const auto name = name_of(path);
    if (!name.starts_with("tsconfig") || !name.ends_with(".json") || is_vendored(path)) return false;
    const auto text = plain_json(tree.read(path).value_or(""));
    const auto root = read_json_object(text);
    const auto base = root ? string_in(text, *root, "extends") : std::nullopt;
    const bool of_package = base && !base->starts_with('.');
    return of_package || std::ranges::any_of(keeping, [&](auto word) { return contains(text, word); });
  });
}

std::string text_of(const Tree& tree, std::string_view from, const std::string& path) {
  const auto target = path.starts_with('.') ? resolved(path_in(folder_of(from), path)) : std::nullopt;
  if (!target) return "";
  for (const auto ending : module_endings) {
    if (auto text = tree.read(*target + std::string(ending))) return *text;
  }
  const auto dot = target->rfind(".js");  // of a source that is not compiled yet
  return dot == npos ? "" : tree.read(target->substr(0, dot) + ".ts").value_or("");
}

}  // namespace

bool works_when_loaded(const Tree& tree, std::string_view from, const std::string& path) {
  if (!path.starts_with('.') && !path.starts_with('/'))
    return !is_node_module(path) && !is_among(std::string_view(path).substr(0, path.find('/')), at_rest);
  const auto text = text_of(tree, from, path);
  const auto code = code_only(text, Speech::javascript);
  const Lines lines(code);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const bool begins = !line.empty() && (is_word_byte(line[0]) || contains("$([", line.substr(0, 1)));
    if (!begins) continue;
    const bool imports = line.starts_with("import ") && contains(line, " from ");
    const auto front = imports || line.starts_with("} from");
    if (!front && std::ranges::none_of(declaring, [&](auto word) { return line.starts_with(word); })) return true;
  }
  return false;
}

std::string bare_import(const Tree& tree, std::string_view file, std::string_view line) {
  const bool typed =
      contains(name_of(file), ".ts") || contains(name_of(file), ".mts") || contains(name_of(file), ".cts");
  const auto code = code_only(line, Speech::javascript);
  const bool requires_it = contains(code, "require(");
  const bool is_left_out = contains(trim(code).substr(0, 12), "import type ") || !keeps_imports(tree);
  const auto quote = code.find_last_of("'\"");
  const auto open = quote == npos || quote == 0 ? npos : line.rfind(line[quote], quote - 1);
  if (open == npos || (typed && !requires_it && is_left_out)) return "";
  const std::string path(line.substr(open + 1, quote - open - 1));
  if (!works_when_loaded(tree, file, path)) return "";
  const auto front = std::string(indentation(line)), named = std::string(line.substr(open, quote + 1 - open));
  const std::string end = trim(code).ends_with(';') ? ";" : "", tail(line.ends_with('\n') ? "\n" : "");
  return front + (requires_it ? "require(" + named + ")" : "import " + named) + end + tail;
}

}  // namespace regreen
