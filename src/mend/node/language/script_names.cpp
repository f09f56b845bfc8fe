#include "mend/node/language/script_names.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view word_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_word_byte(text[end]) || text[end] == '$')) ++end;
  return text.substr(0, end);
}

// "a, b as c, d: e" → names as others see them
void add_list(std::string_view list, std::vector<std::string>& names) {
  for (const auto item : split(list, ',')) {
    auto name = trim(item);
    if (const auto as = name.find(" as "); as != npos) name = trim(name.substr(as + 4));
    if (name.starts_with("type ")) name = trim(name.substr(5));
    if (const auto word = word_at(name); !word.empty()) names.emplace_back(word);
  }
}

bool is_heading(std::string_view row) { return is_script_source(row) && !contains(row, " "); }

}  // namespace

bool is_script_source(std::string_view path) {
  static constexpr auto endings =
      std::to_array<std::string_view>({".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".mts", ".cts"});
  return std::ranges::any_of(endings, [&](auto end) { return path.ends_with(end); }) && !path.ends_with(".d.ts");
}

bool is_built(std::string_view path) {
  static constexpr auto folders = std::to_array<std::string_view>({"dist", "build", "out", "coverage"});
  const auto parts = split(folder_of(path), '/');
  return contains(name_of(path), ".min.") || is_vendored(path) ||
         std::ranges::any_of(parts, [](auto part) { return is_among(part, folders); });
}

std::vector<std::string> exported_names(std::string_view text) {
  std::vector<std::string> names;
  for (auto line : split_lines(text)) {
    if (line.starts_with("exports.") || line.starts_with("module.exports.")) {
      const auto name = word_at(line.substr(line.find("exports.") + 8));
      if (contains(line, " = ")) names.emplace_back(name);
    }
    if (!line.starts_with("export ")) continue;
    line = line.substr(7);
    for (const std::string_view skip : {"declare ", "async ", "abstract "}) {
      if (line.starts_with(skip)) line = line.substr(skip.size());
    }
    for (const std::string_view kind : {"const enum ", "const ", "let ", "var ", "function* ", "function ", "class ",
                                        "interface ", "type ", "enum "}) {
      if (!line.starts_with(kind)) continue;
      if (const auto name = word_at(line.substr(kind.size())); !name.empty()) names.emplace_back(name);
      break;
    }
  }
  for (const std::string_view mark : {"export {", "module.exports = {"}) {
    const auto begin = text.find(mark);
    const auto end = begin == npos ? npos : text.find('}', begin);
    const bool fronts_line = begin == 0 || (begin != npos && text[begin - 1] == '\n');
    if (end != npos && fronts_line) add_list(text.substr(begin + mark.size(), end - begin - mark.size()), names);
  }
  return names;
}

bool imports_name(std::string_view text, std::string_view name) {
  return std::ranges::any_of(split_lines(text), [&](std::string_view line) {
    const bool imports = line.starts_with("import ") || contains(line, "require(");
    return imports && !words_in(line, name).empty();
  });
}

std::optional<std::string> eslint_file(const Tree& tree, const std::vector<std::string>& lines_above) {
  for (auto line = lines_above.rbegin(); line != lines_above.rend(); ++line) {
    if (is_heading(trim(*line))) return find_file(tree, trim(*line));
  }
  return std::nullopt;
}

std::vector<LintRow> lint_rows(const Tree& tree, const std::vector<std::string>& rows,
                               std::optional<std::string> file) {
  std::vector<LintRow> all;
  for (const auto& row : rows) {
    if (is_heading(trim(row))) file = find_file(tree, trim(row));
    all.push_back({file, row});
  }
  return all;
}

}  // namespace regreen
