#include "mend/node/imports/manner.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/node/packages/package.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_free(char c) { return c != '.' && c != '$'; }

// Where a name stands that is neither a member of something nor a key.
bool is_used(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](auto at) {
    return (at == 0 || is_free(code[at - 1])) && !trim(code.substr(at + name.size())).starts_with(':');
  });
}

bool is_bound(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](auto at) {
    const auto word = word_before(code, end_of_code_before(code, at));
    return word == "const" || word == "let" || word == "var" || word == "import";
  });
}

/// The imports of an ES module: where they end, and what they say of node's `path`.
struct Imports {
  std::size_t end = 0;  ///< of the line that the last one ends on; 0 where there is none
  std::string path;     ///< the name that the module goes by
  bool has_dirname = false;
};

// What stands between `import` and `from`: "fs", "* as path", "{ join, dirname }"; and the module.
void read_import(std::string_view what, std::string_view module, Imports& imports) {
  if (module != "path" && module != "node:path") return;
  what = trim(what);
  if (what.starts_with("* as ")) what = trim(what.substr(5));
  if (is_identifier(what)) imports.path = what;
  if (what.starts_with('{')) {
    const auto names = items_of(what.substr(1, what.find('}') - 1), Speech::javascript);
    imports.has_dirname |= is_among("dirname", names);
  }
}

Imports imports_in(std::string_view text, std::string_view code) {
  Imports imports;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto begin = lines.begin(number);
    if (!code.substr(begin).starts_with("import ") && !code.substr(begin).starts_with("import{")) continue;
    const auto open = code.find_first_of("'\"", begin);
    const auto close = open == npos ? npos : code.find(code[open], open + 1);
    if (close == npos) break;
    imports.end = lines.end(lines.number_at(close));
    const auto head = code.substr(begin + 6, open - begin - 6);
    const auto from = words_in(head, "from");
    read_import(head.substr(0, from.empty() ? 0 : from.back()), text.substr(open + 1, close - open - 1), imports);
    number = lines.number_at(close);
  }
  return imports;
}

}  // namespace

ImportManner manner_of(std::string_view text) {
  ImportManner manner;
  const Lines lines(text);
  if (lines.line(1).starts_with("#!")) manner.at = lines.begin(2);
  if (contains(text, "'node:") || contains(text, "\"node:")) manner.scheme = "node:";
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const bool imports = line.starts_with("import ");
    if (!imports && !contains(line, "require(") && !line.starts_with("export ")) {
      if (trim(line) == "'use strict';" || trim(line) == "\"use strict\";") manner.at = lines.begin(number + 1);
      continue;
    }
    manner.is_module = imports || line.starts_with("export ");
    if (!line.starts_with("export ")) manner.at = lines.begin(number);
    auto last = number;  // a list of names may take several lines
    while (imports && last < lines.count() && lines.line(last).find_first_of("'\"") == npos) ++last;
    if (contains(lines.line(last), "\"")) manner.quote = "\"";
    if (!contains(lines.line(last), ";")) manner.end = "";
    break;
  }
  return manner;
}

std::string import_line(const ImportManner& manner, const std::string& what, const std::string& module) {
  const auto from = manner.quote + manner.scheme + module + manner.quote;
  return manner.is_module ? "import " + what + " from " + from + manner.end + "\n"
                          : "const " + what + " = require(" + from + ")" + manner.end + "\n";
}

std::vector<Edit> define_own_path(const Tree& tree, const std::string& file, std::string_view text) {
  const auto code = code_only(text, Speech::javascript);
  const auto lacks = [&](std::string_view name) { return is_used(code, name) && !is_bound(code, name); };
  const bool file_name = lacks("__filename"), folder = lacks("__dirname");
  if ((!file_name && !folder) || !is_es_module(tree, file, code)) return {};
  auto manner = manner_of(text);
  manner.is_module = true;
  const auto imports = imports_in(text, code);
  std::string added, own = "fileURLToPath(import.meta.url)";
  const bool has_path = imports.has_dirname || !imports.path.empty();
  const bool imports_dirname = folder && !has_path && words_in(code, "dirname").empty();
  if (imports_dirname) added += import_line(manner, "{ dirname }", "path");
  if (words_in(code, "fileURLToPath").empty()) added += import_line(manner, "{ fileURLToPath }", "url");
  added += "\n";
  if (file_name) {
    added += "const __filename = " + own + manner.end + "\n";
    own = "__filename";
  }
  if (folder) {
    const auto call = imports.has_dirname || imports_dirname ? "dirname" : imports.path + ".dirname";
    const auto quoted = manner.quote + "." + manner.quote;
    const bool is_callable = has_path || imports_dirname;
    const auto value = is_callable ? call + "(" + own + ")" : "fileURLToPath(new URL(" + quoted + ", import.meta.url))";
    added += "const __dirname = " + value + manner.end + "\n";
  }
  if (imports.end != 0) return {{imports.end, 0, "\n" + added.substr(0, added.size() - 1)}};
  return {{manner.at, 0, added + "\n"}};
}

}  // namespace regreen
