#include "mend/node/lint/case_block.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto declaring = std::to_array<std::string_view>({"let", "const", "class", "function"});

// Does a name that is declared between two bytes stand elsewhere in the block around them? What has a block of its own is another one.
bool is_shared_by_cases(std::string_view code, std::size_t begin, std::size_t end) {
  const auto open = bracket_around(code, begin);
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos) return true;
  const auto declares = [&](std::size_t from, std::size_t to, std::string_view name) {
    const auto part = code.substr(from, to - from);
    return std::ranges::any_of(words_in(part, name), [&](std::size_t at) {
      return is_among(word_before(part, end_of_code_before(part, at)), declaring);
    });
  };
  const auto is_elsewhere = [&](const std::string& name) {
    return std::ranges::any_of(words_in(code.substr(0, close), name), [&](std::size_t at) {
      if (at < open || (at >= begin && at < end) || code[at - 1] == '.') return false;
      const auto inner = bracket_around(code, at);
      return inner == open || inner == npos || !declares(inner, at + name.size(), name);
    });
  };
  const auto names = words_of(code.substr(begin, end - begin));
  return std::ranges::any_of(names, [&](const auto& name) { return declares(begin, end, name) && is_elsewhere(name); });
}

}  // namespace

std::vector<Edit> with_case_block(std::string_view text, std::string_view code, const Lines& lines,
                                  std::size_t number) {
  auto label = number;
  const auto is_label = [&](std::size_t at) {
    const auto line = trim(code.substr(lines.begin(at), lines.line(at).size()));
    return line.starts_with("case ") || line.starts_with("default:");
  };
  while (label > 1 && !is_label(label)) --label;
  const auto front = indentation(lines.line(label));
  const auto head = lines.end(label);
  const auto label_code = code.substr(lines.begin(label), lines.line(label).size());
  if (label == number || !trim(label_code).ends_with(':')) return {};
  auto last = label + 1;
  for (; lines.has(last); ++last) {
    const auto line = lines.line(last);
    const bool outside = !trim(line).empty() && indentation(line).size() <= front.size();
    if (outside) break;
  }
  const auto next = lines.has(last) ? trim(lines.line(last)) : std::string_view();
  if (!next.starts_with("case ") && !next.starts_with("default:") && !next.starts_with("}")) return {};
  if (is_shared_by_cases(code, head, lines.begin(last))) return {};
  return {{head, 0, " {"}, {lines.begin(last), 0, std::string(front) + "}" + std::string(line_end(text))}};
}

}  // namespace regreen
