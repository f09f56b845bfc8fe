#include "net/url.h"

#include "base/character.h"
#include "base/text.h"

#include <fmt/format.h>

namespace regreen {

HttpOrigin origin_of(std::string_view url) {
  const auto colon = url.find("://");
  if (colon == std::string_view::npos) return {};
  HttpOrigin origin{lower(url.substr(0, colon)), "", ""};
  if (origin.scheme != "http" && origin.scheme != "https") return {};
  const std::string_view rest = url.substr(colon + 3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#\\"));
  if (authority.find('@') != std::string_view::npos) return {};
  const auto bracket = authority.rfind(']');
  const auto port = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  origin.host = lower(authority.substr(0, port));
  origin.port = port == std::string_view::npos ? "" : std::string(authority.substr(port + 1));
  if (origin.host.empty()) return {};
  if (origin.port.empty()) origin.port = origin.scheme == "https" ? "443" : "80";
  return origin;
}

bool is_loopback(const HttpOrigin& origin) {
  return origin.host == "localhost" || origin.host == "[::1]" || origin.host.starts_with("127.");
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

}  // namespace regreen
