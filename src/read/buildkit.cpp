#include "base/character.h"
#include "read/dialect.h"

namespace regreen {
namespace {

constexpr std::size_t lines_max = 5000;  // of a summary; a longer one has lost its end

// "12.345 ": how long a step ran when it printed the line.
std::size_t seconds_length(std::string_view text) {
  std::size_t at = 0;
  for (const char behind : {'.', ' '}) {
    const std::size_t first = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == first || at == text.size() || text[at++] != behind) return 0;
  }
  return at;
}

}  // namespace

std::optional<Heard> BuildKitDialect::hear(const Line& line) {
  const std::string_view text = line.text;
  if (text.starts_with(" > [") && text.ends_with(':')) {
    lines_left_ = lines_max;
    return std::nullopt;
  }
  if (lines_left_ == 0) return std::nullopt;
  lines_left_ = text.starts_with("------") ? 0 : lines_left_ - 1;
  const std::size_t seconds = seconds_length(text);
  return seconds == 0 ? std::nullopt : std::optional(Heard{Voice::program, text.substr(seconds)});
}

}  // namespace regreen
