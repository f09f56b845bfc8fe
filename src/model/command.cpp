#include "model/command.h"

#include "base/text.h"

namespace regreen {

std::string in_one_line(std::string_view line) {
  std::string text;
  for (const auto part : split_lines(line)) {
    const std::string_view bare = trim(part);
    if (bare.empty() || bare.starts_with('#')) continue;
    const bool is_first = text.empty() || text.ends_with('(') || bare == ")";
    text += (is_first ? (text.empty() ? "" : " ") : "; ") + std::string(bare);
  }
  return printable(text);
}

}  // namespace regreen
