#include "net/base64.h"

namespace regreen {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto part = bytes.substr(i, 3);
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (k < part.size() ? static_cast<unsigned char>(part[k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) text += k <= part.size() ? letters[group >> (18 - 6 * k) & 63U] : '=';
  }
  return text;
}

std::string to_base64_url(std::string_view bytes) {
  std::string text = to_base64(bytes);
  while (text.ends_with('=')) text.pop_back();
  for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  unsigned group = 0, count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || text[i] == '\r') continue;
    if (text[i] == '=') {
      if (text.find_first_not_of("=\r\n", i) != std::string_view::npos || count == 1) return std::nullopt;
      break;
    }
    const auto value = letters.find(text[i]);
    if (value == std::string_view::npos) return std::nullopt;
    group = group << 6 | static_cast<unsigned>(value);
    if (++count == 1) continue;
    bytes += static_cast<char>(group >> (count == 2 ? 4 : count == 3 ? 2 : 0) & 0xFFU);
    if (count == 4) count = 0;
  }
  return count == 1 ? std::nullopt : std::optional(bytes);
}

}  // namespace regreen
