#include "mend/node/lint/module_effect.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/node/language/script_names.h"
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
  const bool requires_it = contains(line, "require(");
  const auto quote = line.find_last_of("'\"");
  const auto open = quote == npos || quote == 0 ? npos : line.rfind(line[quote], quote - 1);
  if (open == npos || (typed && !requires_it)) return "";
  const std::string path(line.substr(open + 1, quote - open - 1));
  if (!works_when_loaded(tree, file, path)) return "";
  const auto front = std::string(indentation(line)), named = std::string(line.substr(open, quote + 1 - open));
  const std::string end = trim(line).ends_with(';') ? ";" : "", tail(line.ends_with('\n') ? "\n" : "");
  return front + (requires_it ? "require(" + named + ")" : "import " + named) + end + tail;
}

}  // namespace regreen
