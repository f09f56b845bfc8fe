#include "mend/lines.h"

#include <algorithm>

namespace regreen {

Lines::Lines(std::string_view text) : text_(text) {
  for (std::size_t at = 0; at < text.size();) {
    starts_.push_back(at);
    const auto end = text.find('\n', at);
    at = end == std::string_view::npos ? text.size() : end + 1;
  }
}

std::size_t Lines::begin(std::size_t number) const {
  if (number == 0) return 0;
  return number <= count() ? starts_[number - 1] : text_.size();
}

std::string_view Lines::line(std::size_t number) const {
  if (!has(number)) return {};
  auto line = text_.substr(begin(number), begin(number + 1) - begin(number));
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t Lines::number_at(std::size_t offset) const {
  return std::ranges::upper_bound(starts_, offset) - starts_.begin();
}

std::string_view line_end(std::string_view text) {
  const auto end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

Edit line_below(std::string_view text, std::size_t at, const std::string& line) {
  const std::string end(line_end(text));
  const auto next = text.find('\n', at);
  if (next == std::string_view::npos) return {text.size(), 0, end + line + end};
  return {next + 1, 0, line + end};
}

std::string_view indentation(std::string_view line) {
  const auto end = line.find_first_not_of(" \t");
  return line.substr(0, end == std::string_view::npos ? line.size() : end);
}

}  // namespace regreen
