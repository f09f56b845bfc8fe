#include "read/dialect.h"

namespace regreen {
namespace {

constexpr std::size_t lines_max = 5000;  // of a summary; a longer one has lost its end

}  // namespace

std::optional<Heard> BuildKitDialect::hear(const Line& line) {
  const std::string_view text = line.text;
  if (text.starts_with(" > [") && text.ends_with(':')) {
    lines_left_ = lines_max;
    return std::nullopt;
  }
  if (lines_left_ == 0) return std::nullopt;
  lines_left_ = text.starts_with("------") ? 0 : lines_left_ - 1;
  const std::size_t seconds = numbers_length(text, ". ");  // for how long the step ran when it printed the line
  return seconds == 0 ? std::nullopt : std::optional(Heard{Voice::program, text.substr(seconds)});
}

}  // namespace regreen
