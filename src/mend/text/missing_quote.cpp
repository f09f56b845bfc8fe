#include "mend/text/missing_quote.h"

#include "base/text.h"
#include "mend/lines.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Where the literal begins that the line leaves open, and how many brackets were open there.
struct OpenLiteral {
  std::size_t at = npos;
  int brackets = 0;
};

OpenLiteral open_literal(std::string_view line) {
  OpenLiteral open;
  int brackets = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (open.at != npos) {
      if (c == '\\') ++i;
      if (c == '"') open.at = npos;
      continue;
    }
    if (line.substr(i, 2) == "//") break;
    if (c == '\'' && i + 2 < line.size() && line[i + 2] == '\'') i += 2;
    if (c == '(' || c == '[' || c == '{') ++brackets;
    if (c == ')' || c == ']' || c == '}') --brackets;
    if (c == '"') open = {i, brackets};
  }
  return open;
}

}  // namespace

std::optional<Edit> missing_quote(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto line = lines.line(number);
  const auto open = open_literal(line);
  if (open.at == npos) return std::nullopt;
  auto end = line.find_last_not_of(" \t") + 1;
  if (end > open.at + 1 && contains(";,{", line.substr(end - 1, 1))) --end;
  if (line.substr(end, 1) == "{")
    while (end > open.at + 1 && line[end - 1] == ' ') --end;
  for (int left = std::max(open.brackets, 0); left > 0 && end > open.at + 1 && contains(")]}", line.substr(end - 1, 1));
       --left)
    --end;
  return Edit{lines.begin(number) + end, 0, "\""};
}

}  // namespace regreen
