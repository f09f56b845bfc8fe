#include "mend/rust/modules/unused.h"

#include "base/text.h"
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
std::vector<Edit> without_import(const RustText& source, const RustcMessage& message) {
  const auto at = place_in(source, message);
  if (!at) return {};
  const auto begin = source.code.rfind("use ", *at);
  const auto end = source.code.find(';', *at);
  if (begin == npos || end == npos || contains(std::string_view(source.code).substr(begin, *at - begin), ";"))
    return {};
  const auto names = all_quoted(std::string_view(message.header).substr(message.header.find("unused import")));
  const auto tree = use_tree(source.code, begin + 4, end);
  auto less = tree ? without_names(source.text, *tree, names) : std::nullopt;
  auto kept = less ? kept_for_tests(source, *tree, names) : std::nullopt;
  if (!kept) return {};
  if (kept->is_gated) return for_tests_alone(source, begin);
  auto edits = std::move(kept->add);
  if (less->is_all)
    edits.push_back(without_line(source, source.lines.number_at(begin), source.lines.number_at(end)));
  else
    std::ranges::move(less->edits, std::back_inserter(edits));
  return edits;
}

// A plain `let` goes; what its value does stays done; a parameter is marked.
std::vector<Edit> without_variable(const RustText& source, const RustcMessage& message) {
  const auto at = name_in(source, message);
  if (!at) return {};
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
  return {{*at, 4, ""}};
}

// A private function with the attributes and comments above it.
std::vector<Edit> without_function(const RustText& source, const RustcMessage& message) {
  const auto at = name_in(source, message);
  if (!at) return {};
  const auto open = source.code.find('{', *at);
  const auto close = open == npos ? npos : closing_bracket(source.code, open);
  if (source.before_in_line(*at) != "fn" || close == npos ||
      close + 1 != source.lines.end(source.lines.number_at(close)))
    return {};
  if (words_in(source.code, first_quoted(message.header)).size() != 1) return {};
  auto first = message.line;
  while (first > 1 &&
         (trim(source.lines.line(first - 1)).starts_with("//") || trim(source.lines.line(first - 1)).starts_with("#[")))
    --first;
  return {without_line(source, first, source.lines.number_at(close))};
}

}  // namespace

std::optional<std::vector<Edit>> without_unused(const RustText& source, const RustcMessage& message) {
  const std::string_view header = message.header;
  if (contains(header, ": unused import")) return without_import(source, message);
  if (contains(header, "unused variable: `")) return without_variable(source, message);
  if (contains(header, "is never used") && contains(header, "function `")) return without_function(source, message);
  if (contains(header, "does not need to be mutable")) return without_mut(source, message);
  return std::nullopt;
}

}  // namespace regreen
