#include "mend/rust/language/declared.h"

#include "base/text.h"
#include "mend/rust/language/manifest.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto kinds = std::to_array<std::string_view>(
    {"struct", "enum", "union", "trait", "type", "fn", "const", "static", "mod", "macro_rules"});

// What the word of a kind at a place gives a name to: `fn close`, `static mut PORT`. "" where it declares nothing of its own:
// `fn(u8)`, `*const Node`, `&'static str`, `<const N: usize>`, `const fn`.
std::string_view name_given(std::string_view code, std::size_t at, std::string_view kind) {
  const auto before = end_of_code_before(code, at);
  if (before > 0 && contains("'*&<,#", code.substr(before - 1, 1))) return "";
  auto rest = code.substr(at + kind.size());
  if (kind == "macro_rules" && rest.starts_with('!')) rest.remove_prefix(1);
  if (!rest.starts_with(' ')) return "";
  rest = trim(rest.substr(0, rest.find('\n')));
  if (kind == "static" && rest.starts_with("mut ")) rest = trim(rest.substr(4));
  const auto name = word_at(rest, 0);
  const bool is_of_language = name == "fn" || name == "unsafe" || name == "async" || name == "extern";
  return is_identifier(name) && !is_of_language ? name : "";
}

// The names that the words of a kind give within a block.
void add_given(std::string_view block, std::string_view kind, std::set<std::string>& names) {
  for (const auto at : words_in(block, kind)) {
    if (const auto name = name_given(block, at, kind); !name.empty()) names.emplace(name);
  }
}

// Fields and variants.
void add_items(std::string_view block, std::set<std::string>& names) {
  for (auto item : rust_items(block)) {
    if (word_at(item, 0) == "pub") item = trim(item.substr(3));
    if (item.starts_with('(')) item = trim(item.substr(std::min(item.size() - 1, closing_bracket(item, 0)) + 1));
    if (const auto name = word_at(item, 0); !name.empty()) names.emplace(name);
  }
}

// `struct Channel<T> {`, `impl<T> Drop for Channel<T> {`: what stands in front of the name says what the block is.
std::string_view kind_before(std::string_view code, std::size_t at) {
  const auto head = trim(head_before(code, at));
  for (const std::string_view kind : {"struct", "enum", "union", "trait"}) {
    if (head.ends_with(kind)) return kind;
  }
  return !words_in(head, "impl").empty() ? "impl" : "";
}

// In one pass: at the top is what stands outside of all brackets.
void add_names(const std::string& file, std::string_view code, std::vector<RustName>& names) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (contains("([{", code.substr(at, 1))) ++depth;
    if (contains(")]}", code.substr(at, 1)) && depth > 0) --depth;
    const auto word = word_at(code, at);
    if (word.empty()) continue;
    const auto* kind = std::ranges::find(kinds, word);
    const auto name = kind == kinds.end() ? "" : name_given(code, at, word);
    if (!name.empty()) names.push_back({std::string(word), std::string(name), file, depth == 0, at});
    at += word.size() - 1;
  }
}

}  // namespace

RustCode rust_code(const Tree& tree, const std::string& manifest) {
  RustCode code;
  for (const auto& file : rust_sources(tree, manifest)) {
    const auto text = tree.read(file);
    if (text && text->size() <= source_bytes_max) code[file] = code_only(*text, Speech::rust);
  }
  return code;
}

std::vector<RustName> rust_names(const RustCode& code) {
  std::vector<RustName> names;
  for (const auto& [file, text] : code) add_names(file, text, names);
  return names;
}

std::set<std::string> rust_members(const RustCode& code, const std::string& type) {
  std::set<std::string> names;
  for (const auto& [file, text] : code) {
    std::size_t seen = 0;  // a block within another one is seen with it
    for (const auto at : words_in(text, type)) {
      const auto kind = at < seen ? "" : kind_before(text, at);
      const auto open = kind.empty() ? npos : text.find_first_of("{;", at);
      if (open == npos || text[open] == ';') continue;
      const auto close = closing_bracket(text, open);
      if (close == npos) break;
      seen = close;
      const auto block = std::string_view(text).substr(open + 1, close - open - 1);
      if (kind == "impl" || kind == "trait") {
        for (const std::string_view word : {"fn", "const", "type"}) add_given(block, word, names);
      } else {
        add_items(block, names);
      }
    }
  }
  return names;
}

std::vector<std::string_view> rust_items(std::string_view body) {
  auto items = items_of(body, Speech::rust);
  for (auto& item : items) {
    while (item.starts_with("#[")) item = trim(item.substr(std::min(item.size() - 1, closing_bracket(item, 1)) + 1));
  }
  return items;
}

}  // namespace regreen
