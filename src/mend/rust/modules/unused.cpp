#include "mend/rust/modules/unused.h"

#include "base/text.h"
#include "mend/rust/language/function.h"
#include "mend/rust/language/use_tree.h"
#include "mend/rust/modules/test_import.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <iterator>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;

Edit without_line(const RustText& source, std::size_t first, std::size_t last) {
  const bool blank_before = first == 1 || trim(source.lines.line(first - 1)).empty();
  if (blank_before && source.lines.has(last + 1) && trim(source.lines.line(last + 1)).empty()) ++last;
  return {source.lines.begin(first), source.lines.begin(last + 1) - source.lines.begin(first), ""};
}

std::vector<Edit> for_tests_alone(const RustText& source, std::size_t begin) {
  const auto line = source.lines.number_at(begin);
  const std::string indent(indentation(source.lines.line(line)));
  return {{source.lines.begin(line), 0, indent + "#[cfg(test)]" + std::string(line_end(source.text))}};
}

// "unused import: `std::fmt`", "unused imports: `A` and `B`"
std::vector<Edit> without_import(const RustFile& file, const RustcMessage& message) {
  const auto& source = file.source;
  const auto at = place_in(source, message);
  if (!at) return {};
  const auto begin = source.code.rfind("use ", *at);
  const auto end = source.code.find(';', *at);
  if (begin == npos || end == npos || contains(std::string_view(source.code).substr(begin, *at - begin), ";"))
    return {};
  const auto names = all_quoted(std::string_view(message.header).substr(message.header.find("unused import")));
  const auto tree = use_tree(source.code, begin + 4, end);
  auto less = tree ? without_names(source.text, *tree, names) : std::nullopt;
  if (!less || is_import_for_other_builds(file, *tree, names)) return {};
  auto kept = kept_for_tests(source, *tree, names);
  if (!kept) return {};
  if (kept->is_gated) return for_tests_alone(source, begin);
  auto edits = std::move(kept->add);
  if (less->is_all)
    edits.push_back(without_line(source, source.lines.number_at(begin), source.lines.number_at(end)));
  else
    std::ranges::move(less->edits, std::back_inserter(edits));
  return edits;
}

// `let level = "debug";` in a block, where `level` around it was to be changed.
bool is_meant_for_another(const RustText& source, std::size_t at, std::string_view name) {
  const auto function = rust_function_around(source.code, at);
  return function && is_rust_name_around(source.code, *function, at, name);
}

// A plain `let` goes; what its value does stays done; a parameter is marked.
std::vector<Edit> without_variable(const RustText& source, const RustcMessage& message) {
  const auto at = name_in(source, message);
  const auto name = first_quoted(message.header);
  if (!at || is_for_other_builds(source, *at, name) || is_meant_for_another(source, *at, name)) return {};
  const auto before = source.before_in_line(*at);
  const auto end = source.code.find(';', *at);
  if ((before == "let" || before == "let mut") && end != npos && source.lines.number_at(end) == message.line) {
    const auto value = std::string_view(source.code).substr(*at, end - *at);
    const bool does_nothing = value.find_first_of("({!?[") == npos;
    if (does_nothing &&
        trim(std::string_view(source.code).substr(end + 1, source.lines.end(message.line) - end - 1)).empty()) {
      return {without_line(source, message.line, message.line)};
    }
  }
  return {{*at, 0, "_"}};
}

std::vector<Edit> without_mut(const RustText& source, const RustcMessage& message) {
  const auto at = place_in(source, message);
  if (!at || !std::string_view(source.code).substr(*at).starts_with("mut ")) return {};
  if (is_for_other_builds(source, *at, word_at(source.code, *at + 4))) return {};
  return {{*at, 4, ""}};
}

// The first line of what belongs to the item of a line: attributes and comments above it, but for those that the file begins with.
std::size_t first_line_above(const RustText& source, std::size_t number) {
  const auto stands_above = [&](std::size_t line, std::string_view mark) {
    return line > 1 && trim(source.lines.line(line - 1)).starts_with(mark);
  };
  while (stands_above(number, "///") || stands_above(number, "#[")) --number;
  auto first = number;
  while (stands_above(first, "//") && !stands_above(first, "//!")) --first;
  return first > 1 && !stands_above(first, "//!") ? first : number;
}

// A private function with the attributes and comments above it.
std::vector<Edit> without_function(const RustFile& file, const RustcMessage& message) {
  const auto& source = file.source;
  const auto at = name_in(source, message);
  if (!at) return {};
  const auto open = source.code.find('{', *at);
  const auto close = open == npos ? npos : closing_bracket(source.code, open);
  if (source.before_in_line(*at) != "fn" || close == npos ||
      close + 1 != source.lines.end(source.lines.number_at(close)))
    return {};
  const auto name = first_quoted(message.header);
  if (words_in(source.code, name).size() != 1 || is_named_elsewhere(file, name)) return {};
  return {without_line(source, first_line_above(source, message.line), source.lines.number_at(close))};
}

}  // namespace

std::optional<std::vector<Edit>> without_unused(const RustFile& file, const RustcMessage& message) {
  const auto& source = file.source;
  const std::string_view header = message.header;
  if (contains(header, ": unused import")) return without_import(file, message);
  if (contains(header, "unused variable: `")) return without_variable(source, message);
  if (contains(header, "is never used") && contains(header, "function `")) return without_function(file, message);
  if (contains(header, "does not need to be mutable")) return without_mut(source, message);
  return std::nullopt;
}

}  // namespace regreen
