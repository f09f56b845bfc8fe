#include "mend/node/lint/hidden_use.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// What tags become calls of, where a program is not told otherwise.
constexpr auto makers = std::to_array<std::string_view>({"React", "Preact", "preact", "h", "jsx", "Fragment"});

// Where a project says that tags need no name, and how.
constexpr auto settings = std::to_array<std::string_view>(
    {"package.json", ".babelrc", ".babelrc.json", "babel.config.js", "babel.config.json", "babel.config.cjs",
     "tsconfig.json", "jsconfig.json", "vite.config.js", "vite.config.ts", ".eslintrc.json", ".eslintrc.js",
     ".eslintrc.cjs", "eslint.config.js", "eslint.config.mjs"});
constexpr auto without_name = std::to_array<std::string_view>(
    {"react-jsx", "jsx-runtime", "\"automatic\"", "'automatic'", "@vitejs/plugin-react", "\"next\""});

bool needs_no_name(const Tree& tree) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!is_among(name_of(path), settings) || is_vendored(path)) return false;
    const auto text = tree.read(path).value_or("");
    return std::ranges::any_of(without_name, [&](auto word) { return contains(text, word); });
  });
}

// Scripts and pages that are loaded together.
constexpr auto pages =
    std::to_array<std::string_view>({".js", ".jsx", ".html", ".htm", ".vue", ".gs", ".ejs", ".php", ".erb", ".ts"});

bool is_page(std::string_view path) {
  return !is_vendored(path) && std::ranges::any_of(pages, [&](auto end) { return path.ends_with(end); });
}

}  // namespace

bool is_used_by_tags(const Tree& tree, std::string_view text, std::string_view name) {
  const bool is_tag = std::ranges::any_of(words_in(text, name), [&](auto at) { return at > 0 && text[at - 1] == '<'; });
  if (is_tag || !is_among(name, makers)) return is_tag;
  return (contains(text, "</") || contains(text, "/>")) && !needs_no_name(tree);
}

bool is_used_beside(const Tree& tree, std::string_view file, std::string_view text, std::string_view line,
                    std::string_view name) {
  static constexpr auto declaring = std::to_array<std::string_view>({"const", "let", "var", "function", "class"});
  if (!is_among(word_at(line, 0), declaring)) return false;
  const auto code = code_only(text, Speech::javascript);
  const bool is_module = is_es_module(tree, file, code) || contains(code, "require(") || contains(code, "exports");
  return !is_module && std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (path == file || !is_page(path)) return false;
    const auto other = tree.read(path).value_or("");
    return contains(other, name) && !words_in(other, name).empty();
  });
}

}  // namespace regreen
