#include "mend/node/lint/node_global.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

// What node offers everywhere, by the module that offers it as well.
struct Global {
  std::string_view name, module;
  bool whole = false;
};
constexpr auto globals = std::to_array<Global>({{"process", "process", true},
                                                {"Buffer", "buffer"},
                                                {"URL", "url"},
                                                {"URLSearchParams", "url"},
                                                {"TextEncoder", "util"},
                                                {"TextDecoder", "util"},
                                                {"setTimeout", "timers"},
                                                {"clearTimeout", "timers"},
                                                {"setInterval", "timers"},
                                                {"clearInterval", "timers"},
                                                {"setImmediate", "timers"},
                                                {"console", "console", true},
                                                {"performance", "perf_hooks"},
                                                {"fs", "fs", true},
                                                {"path", "path", true},
                                                {"os", "os", true},
                                                {"util", "util", true},
                                                {"crypto", "crypto", true},
                                                {"http", "http", true},
                                                {"https", "https", true},
                                                {"zlib", "zlib", true},
                                                {"assert", "assert", true},
                                                {"readline", "readline", true},
                                                {"child_process", "child_process", true}});

// Names that browsers have as well: a file that uses them may be for either.
constexpr auto of_browsers = std::to_array<std::string_view>({"URL", "URLSearchParams", "TextEncoder", "TextDecoder",
                                                              "setTimeout", "clearTimeout", "setInterval",
                                                              "clearInterval", "console", "performance", "crypto"});

constexpr auto page_folders =
    std::to_array<std::string_view>({"public", "static", "assets", "client", "web", "www", "browser"});

// Packages that make pages.
constexpr auto page_packages = std::to_array<std::string_view>(
    {"\"react\"", "\"vue\"", "\"svelte\"", "\"vite\"", "\"webpack\"", "\"browserslist\""});

// Does a page of the tree lie below a folder, or name the file?
bool has_page(const Tree& tree, std::string_view folder, std::string_view name) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!path.ends_with(".html") || is_vendored(path)) return false;
    if (name.empty()) return folder.empty() || path.starts_with(std::string(folder) + "/");
    return contains(tree.read(path).value_or(""), name);
  });
}

bool is_for_pages(const Tree& tree, std::string_view file, std::string_view text) {
  const auto folders = split(folder_of(file), '/');
  const auto nearest = package_of_file(tree, file);
  const auto package = tree.read("package.json").value_or("") + (nearest ? nearest->text : "");
  return contains(text, "document.") || contains(text, "window.") || contains(text, "from 'react'") ||
         std::ranges::any_of(folders, [](auto folder) { return is_among(folder, page_folders); }) ||
         std::ranges::any_of(page_packages, [&](auto name) { return contains(package, name); }) ||
         has_page(tree, "", name_of(file));
}

// What a bundler writes for a page is `process.env` alone.
bool asks_process(std::string_view code) {
  return std::ranges::any_of(words_in(code, "process"), [&](std::size_t at) {
    const auto behind = code.substr(at + 7);
    return behind.starts_with('.') && word_at(behind, 1) != "env";
  });
}

bool imports_of_node(std::string_view text, std::string_view code) {
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (!contains(code.substr(lines.begin(number), lines.line(number).size()), "from ")) continue;
    const auto module = between(lines.line(number), "from '", "'"),
               quoted = between(lines.line(number), "from \"", "\"");
    if (is_node_module(module) || is_node_module(quoted)) return true;
  }
  return false;
}

// A file that is for node: it says so itself, or its package does.
bool is_for_node(const Tree& tree, std::string_view file, std::string_view text, std::string_view code,
                 const Global& wanted) {
  if (is_for_pages(tree, file, text)) return false;
  const bool says_so = text.starts_with("#!") || contains(code, "require(") || contains(code, "module.exports") ||
                       asks_process(code) || imports_of_node(text, code);
  const auto package = says_so ? std::nullopt : package_of_file(tree, file);
  if (!package || has_page(tree, folder_of(package->file), "")) return says_so;
  const auto engines = object_in(package->text, package->root, "engines");
  if (package->root.find("bin") != nullptr || (engines && engines->find("node") != nullptr)) return true;
  const auto* scripts = package->root.find("scripts");
  const auto said = scripts == nullptr
                        ? std::string_view()
                        : std::string_view(package->text).substr(scripts->value, scripts->value_end - scripts->value);
  return !is_among(wanted.name, of_browsers) && (contains(said, "\"node ") || contains(said, " node "));
}

}  // namespace

std::vector<Edit> import_node_global(const Tree& tree, std::string_view file, std::string_view text,
                                     std::string_view code, std::string_view name) {
  const auto row = std::ranges::find(globals, name, &Global::name);
  if (row == globals.end() || imports_name(text, name) || contains(code, "const " + std::string(name) + " =") ||
      !is_for_node(tree, file, text, code, *row))
    return {};
  const Lines lines(text);
  const bool is_module = is_es_module(tree, file, code);
  std::size_t at = text.starts_with("#!") ? lines.begin(2) : 0;
  std::string quote = "'", end = ";";
  bool first = true;
  for (std::size_t number = 1; number <= lines.count() && first; ++number) {
    const auto line = lines.line(number);
    if (trim(line) == "'use strict';" || trim(line) == "\"use strict\";") at = lines.begin(number + 1);
    const bool imports = line.starts_with("import ");
    if (!imports && !(line.starts_with("const ") && contains(line, " require("))) continue;
    at = lines.begin(number);
    if (contains(line, "\"")) quote = "\"";
    if (!trim(line).ends_with(';')) end = "";
    first = false;
  }
  const auto bound = row->whole ? std::string(name) : "{ " + std::string(name) + " }";
  const auto from = quote + "node:" + std::string(row->module) + quote;
  const auto line =
      is_module ? "import " + bound + " from " + from + end : "const " + bound + " = require(" + from + ")" + end;
  return {{at, 0, line + std::string(line_end(text)) + (first ? std::string(line_end(text)) : "")}};
}

}  // namespace regreen
