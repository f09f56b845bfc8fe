#include "mend/text/stated.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"
#include "mend/text/old_uses.h"
#include "mend/text/word_search.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace regreen {
namespace {

constexpr std::size_t words_max = 200;  // in one file, of which each is looked at

// Files by which programs and people agree on names.
bool is_data(std::string_view path) {
  static constexpr auto endings = std::to_array<std::string_view>(
      {".json", ".jsonl",  ".yaml",    ".yml",  ".toml",  ".xml",      ".csv",     ".html",   ".htm",
       ".j2",   ".jinja",  ".jinja2",  ".tmpl", ".tpl",   ".mustache", ".hbs",     ".ejs",    ".erb",
       ".vue",  ".svelte", ".graphql", ".gql",  ".proto", ".avsc",     ".sql",     ".prisma", ".properties",
       ".jsp",  ".fxml",   ".ftl",     ".def",  ".map",   ".sym",      ".exports", ".ld"});
  static constexpr auto settings =
      std::to_array<std::string_view>({"package.json", "package-lock.json", "pnpm-lock.yaml", "tsconfig.json",
                                       "pom.xml", "pyproject.toml", "Cargo.toml"});
  if (path.starts_with(".github/") || path.starts_with(".gitlab") || is_among(name_of(path), settings)) return false;
  return contains(path, "templates/") || std::ranges::any_of(endings, [&](auto end) { return path.ends_with(end); });
}

// Between quotes, not in a comment: of a literal its quotes are left in the code.
bool is_quoted(std::string_view text, std::string_view code, std::size_t at, std::size_t length) {
  if (code.substr(at, length) == text.substr(at, length)) return false;
  const auto before = code.substr(0, at).find_last_not_of(" \t\r\n"), behind = code.find_first_not_of(" \t\r\n", at);
  return before != std::string_view::npos && behind != std::string_view::npos &&
         contains("\"'`}", code.substr(before, 1)) && contains("\"'`${", code.substr(behind, 1));
}

// The only word between its quotes.
bool is_whole(std::string_view text, std::size_t at, std::size_t length) {
  return at > 0 && at + length < text.size() && text[at - 1] == text[at + length] && text[at - 1] != ' ';
}

bool asks_by_text(std::string_view path, std::string_view text, std::size_t at, std::size_t length) {
  if (is_python_file(path) || is_script_file(path)) return true;
  if (path.ends_with(".java")) return is_whole(text, at, length);
  return path.ends_with(".go") && ((at > 0 && text[at - 1] == '.') || contains(text, "\"reflect\""));
}

// Does the test mean the member of this type by the name, as far as its words tell?
bool means_member(const FoundFile& test, const std::string& name, const std::string& owner, const std::string& today) {
  if (is_script_file(test.path)) return words_in(test.code, today).empty();
  if (!is_python_file(test.path)) return !words_in(test.code, owner).empty();
  return std::ranges::any_of(words_in(test.code, name), [&](auto at) {
    const auto front = std::string_view(test.code).substr(0, at);
    if (is_called_as(receiver_at(test.code, at), owner)) return true;
    const auto open = front.ends_with(").") ? bracket_around(test.code, at - 2) : std::string_view::npos;
    return open != std::string_view::npos && word_before(test.code, open) == owner;
  });
}

}  // namespace

bool is_stated(const Tree& tree, const std::string& name, const std::string& file) {
  const auto data = files_with(tree, name, is_data);
  const auto sources = sources_with(tree, file, name);
  if (!data || !data->empty() || !sources) return true;
  return std::ranges::any_of(*sources, [&](const FoundFile& source) {
    return !is_test(source.path) && std::ranges::any_of(words_in(source.text, name), [&](auto at) {
      return is_quoted(source.text, source.code, at, name.size()) && is_whole(source.text, at, name.size()) &&
             asks_by_text(source.path, source.text, at, name.size());
    });
  });
}

bool is_in_texts(const Tree& tree, const std::string& name, const std::string& file) {
  const auto text = tree.read(file);
  const auto code = text ? code_of(file, *text) : std::nullopt;
  if (!code) return false;
  const auto words = words_in(*text, name);
  return words.size() > words_max || std::ranges::any_of(words, [&](auto at) {
           return is_quoted(*text, *code, at, name.size()) && asks_by_text(file, *text, at, name.size());
         });
}

bool is_promised(const Tree& tree, const std::string& name, const Rename& rename, const std::string& file) {
  const auto tests = files_with(
      tree, name, [&](std::string_view path) { return is_test(path) && path != file && is_same_language(path, file); });
  return !tests || std::ranges::any_of(*tests, [&](const FoundFile& test) {
    if (words_in(test.code, name).empty()) return false;
    return std::ranges::any_of(rename.places, [&](const RenamedAt& place) {
      return place.owner.empty() || means_member(test, name, place.owner, rename.today);
    });
  });
}

}  // namespace regreen
