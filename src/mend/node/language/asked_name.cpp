#include "mend/node/language/asked_name.h"

#include "base/text.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The list that ends before `from 'module'`, where it asks for the name once.
std::optional<AskedName> asked_before(std::string_view text, std::string_view code, std::size_t from,
                                      std::string_view name) {
  const auto quote = code.find_first_not_of(" \t\r\n", from + 4);
  const auto end = end_of_code_before(code, from);
  if (quote == npos || !contains("'\"", code.substr(quote, 1)) || end == 0 || code[end - 1] != '}') return std::nullopt;
  const auto open = bracket_around(code, end - 1), close = text.find(text[quote], quote + 1);
  if (open == npos || close == npos || code[open] != '{') return std::nullopt;
  const auto head = head_before(code, open);
  AskedName asked{
      0, open, end, std::string(text.substr(quote + 1, close - quote - 1)), !words_in(head, "export").empty(), false};
  if (!asked.is_export && words_in(head, "import").empty()) return std::nullopt;
  for (auto item : items_of(code.substr(open + 1, end - open - 2), Speech::javascript)) {
    if (item.starts_with("type ")) item = trim(item.substr(5));
    if (item != name && !item.starts_with(std::string(name) + " as ")) continue;
    if (asked.at != 0) return std::nullopt;
    asked.at = offset_in(code, item);
    asked.is_alias = item != name;
  }
  return asked.at == 0 ? std::nullopt : std::optional(asked);
}

}  // namespace

std::optional<AskedName> asked_name(std::string_view text, std::string_view code, std::string_view name) {
  std::optional<AskedName> found;
  for (const auto from : words_in(code, "from")) {
    auto one = asked_before(text, code, from, name);
    if (one && found) return std::nullopt;
    if (one) found = std::move(one);
  }
  return found;
}

std::string script_source_of(const Tree& tree, std::string_view file, std::string_view module) {
  const auto path = module.starts_with('.') ? resolved(path_in(folder_of(file), module)) : std::nullopt;
  if (!path) return "";
  for (const auto ending : module_endings) {
    if (tree.has(*path + std::string(ending))) return *path + std::string(ending);
  }
  const auto stem = path->substr(0, path->rfind('.'));
  for (const auto* ending : {".ts", ".tsx", ".mts", ".cts"}) {
    if (path->ends_with("js") && tree.has(stem + ending)) return stem + ending;
  }
  return "";
}

}  // namespace regreen
