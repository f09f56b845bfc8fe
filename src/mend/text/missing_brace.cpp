#include "mend/text/missing_brace.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace regreen {
namespace {

// A block that is open: the line that opened it.
struct Block {
  std::size_t line = 0;
  std::string_view indent;
};

std::string_view code_line(std::string_view code, const Lines& lines, std::size_t number) {
  return code.substr(lines.begin(number), lines.line(number).size());
}

// The first line behind the block's head that is no deeper than the head itself.
std::size_t end_of_block(std::string_view code, const Lines& lines, const Block& block) {
  for (std::size_t number = block.line + 1; number <= lines.count(); ++number) {
    const auto content = code_line(code, lines, number);
    if (trim(content).empty() || trim(content).starts_with('#')) continue;
    if (indentation(content).size() <= block.indent.size()) return number;
  }
  return lines.count() + 1;
}

}  // namespace

std::optional<Edit> missing_brace(std::string_view text, std::string_view code) {
  if (std::ranges::count(code, '{') != std::ranges::count(code, '}') + 1) return std::nullopt;
  const Lines lines(text);
  std::vector<Block> open;
  std::optional<Block> unclosed;
  for (std::size_t number = 1; number <= lines.count() && !unclosed; ++number) {
    const auto content = code_line(code, lines, number);
    const bool closes_first = trim(content).starts_with('}');
    bool first = true;
    for (const char c : content) {
      if (c == '{') open.push_back({number, indentation(content)});
      if (c != '}') continue;
      if (open.empty()) return std::nullopt;
      const Block block = open.back();
      if (closes_first && first && block.line != number && indentation(content).size() < block.indent.size()) {
        unclosed = block;
        break;
      }
      first = false;
      open.pop_back();
    }
  }
  if (!unclosed && open.size() == 1) unclosed = open.back();
  if (!unclosed) return std::nullopt;
  const auto end = end_of_block(code, lines, *unclosed);
  const std::string brace = std::string(unclosed->indent) + "}" + std::string(line_end(text));
  // Behind the last code of the block, so that blank lines and comments stay with what follows.
  const std::size_t at = lines.begin(end);
  const std::size_t last = end_of_code_before(code, at);
  const std::size_t line = lines.number_at(last == 0 ? 0 : last - 1);
  if (line >= lines.count()) {
    const bool ended = text.ends_with('\n');
    return Edit{text.size(), 0, ended ? brace : std::string(line_end(text)) + std::string(unclosed->indent) + "}"};
  }
  return Edit{lines.begin(line + 1), 0, brace};
}

}  // namespace regreen
