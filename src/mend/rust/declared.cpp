#include "mend/rust/declared.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/rust/manifest.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto kinds = std::to_array<std::string_view>(
    {"struct", "enum", "union", "trait", "type", "fn", "const", "static", "mod", "macro_rules!"});

std::string word_at(std::string_view code, std::size_t at) {
  const auto rest = code.substr(std::min(at, code.size()));
  return std::string(rest.begin(), std::ranges::find_if_not(rest, is_word_byte));
}

std::vector<std::string> sources_of(const Tree& tree, const std::string& manifest) {
  std::vector<std::string> files;
  for (const auto& path : tree.list()) {
    if (path.ends_with(".rs") && rust_manifest_of(tree, path) == manifest) files.push_back(path);
  }
  return files;
}

// The names behind a word of the language: `fn close`.
void add_behind(std::string_view block, std::string_view word, std::set<std::string>& names) {
  for (const auto at : words_in(block, word)) {
    auto name = word_at(block, at + word.size() + 1);
    if (!name.empty()) names.insert(std::move(name));
  }
}

// Fields and variants: what begins an item of the block.
void add_items(std::string_view block, std::set<std::string>& names) {
  int depth = 0;
  bool begins = true;
  for (std::size_t at = 0; at < block.size(); ++at) {
    if (contains("([{<", block.substr(at, 1))) ++depth;
    if (contains(")]}>", block.substr(at, 1))) --depth;
    if (depth == 0 && block[at] == ',') begins = true;
    if (depth != 0 || !begins || !is_word_byte(block[at])) continue;
    auto name = word_at(block, at);
    at += name.size() - 1;
    if (name == "pub") continue;
    names.insert(std::move(name));
    begins = false;
  }
}

// `struct Channel<T> {`, `impl<T> Drop for Channel<T> {`: what stands in front of the name says what the block is.
std::string_view kind_before(std::string_view code, std::size_t at) {
  const auto front = code.find_last_of(";{}", at);
  const auto head = trim(code.substr(front == npos ? 0 : front + 1, at - (front == npos ? 0 : front + 1)));
  for (const std::string_view kind : {"struct", "enum", "union", "trait"}) {
    if (head.ends_with(kind)) return kind;
  }
  return !words_in(head, "impl").empty() ? "impl" : "";
}

}  // namespace

std::vector<RustName> rust_names(const Tree& tree, const std::string& manifest) {
  std::vector<RustName> names;
  for (const auto& file : sources_of(tree, manifest)) {
    const auto code = code_only(tree.read(file).value_or(""), Speech::rust);
    for (const auto kind : kinds) {
      for (const auto at : words_in(code, kind)) {
        auto name = word_at(code, at + kind.size() + 1);
        if (is_identifier(name))
          names.push_back({std::string(kind), std::move(name), file, bracket_around(code, at) == npos});
      }
    }
  }
  return names;
}

std::set<std::string> rust_members(const Tree& tree, const std::string& manifest, const std::string& type) {
  std::set<std::string> names;
  for (const auto& file : sources_of(tree, manifest)) {
    const auto code = code_only(tree.read(file).value_or(""), Speech::rust);
    for (const auto at : words_in(code, type)) {
      const auto kind = kind_before(code, at);
      const auto open = code.find_first_of("{;", at);
      if (kind.empty() || open == npos || code[open] == ';') continue;
      const auto close = closing_bracket(code, open);
      if (close == npos) continue;
      const auto block = std::string_view(code).substr(open + 1, close - open - 1);
      if (kind == "impl" || kind == "trait") {
        for (const std::string_view word : {"fn", "const", "type"}) add_behind(block, word, names);
      } else {
        add_items(block, names);
      }
    }
  }
  return names;
}

}  // namespace regreen
