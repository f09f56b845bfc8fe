#include "mend/rust/language/module_tree.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t depth_max = 16;  // of modules in modules

bool begins_item(std::string_view line) {
  return !line.empty() && !line.starts_with(' ') && !line.starts_with('\t') && !line.starts_with('}') &&
         !line.starts_with(')') && !line.starts_with("//!") && !line.starts_with("#![");
}

// Attributes and comments belong to the item below them.
bool is_above_item(std::string_view line) {
  return line.starts_with("#[") || line.starts_with("///") || (line.starts_with("//") && !line.starts_with("//!"));
}

}  // namespace

std::optional<std::size_t> rust_module_in(std::string_view code, std::string_view name, std::string_view end) {
  for (const auto at : words_in(code, name)) {
    if (at < 4 || !code.substr(at + name.size()).starts_with(end)) continue;
    if (code.substr(at - 4, 4) == "mod " && word_before(code, at - 1) == "mod") return at - 4;
  }
  return std::nullopt;
}

std::optional<ModuleLine> rust_module_line(const Tree& tree, std::string_view file) {
  if (!file.ends_with(".rs") || name_of(file) == "lib.rs" || name_of(file) == "main.rs") return std::nullopt;
  const bool is_folder = name_of(file) == "mod.rs";
  const auto own = is_folder ? folder_of(file) : file.substr(0, file.size() - 3);
  const std::string name(name_of(own)), folder(folder_of(own));
  std::optional<ModuleLine> found;
  for (const auto& parent :
       {path_in(folder, "lib.rs"), path_in(folder, "main.rs"), path_in(folder, "mod.rs"), folder + ".rs"}) {
    const auto text = tree.read(parent).value_or("");
    const auto at = contains(text, name) ? rust_module_in(code_only(text, Speech::rust), name) : std::nullopt;
    if (!at) continue;
    if (found) return std::nullopt;
    found = ModuleLine{parent, name, *at};
  }
  return found;
}

std::vector<ModuleLine> rust_module_chain(const Tree& tree, std::string_view file) {
  std::vector<ModuleLine> chain;
  for (auto line = rust_module_line(tree, file); line && chain.size() < depth_max;
       line = rust_module_line(tree, chain.back().file))
    chain.push_back(std::move(*line));
  return chain;
}

std::optional<ItemLines> rust_item_at(std::string_view text, std::string_view code, std::size_t offset) {
  const Lines lines(text), plain(code);
  auto first = lines.number_at(offset);
  while (first > 1 && (!begins_item(lines.line(first)) || trim(plain.line(first)).empty())) --first;
  if (!begins_item(lines.line(first))) return std::nullopt;
  auto last = first;
  const auto open = code.find_first_of("{;", lines.begin(first));
  if (open == npos) return std::nullopt;
  const auto close = code[open] == ';' ? open : closing_bracket(code, open);
  if (close == npos) return std::nullopt;
  last = lines.number_at(close);
  if (offset > lines.end(last)) return std::nullopt;
  while (first > 1 && is_above_item(lines.line(first - 1))) --first;
  return ItemLines{first, last};
}

}  // namespace regreen
