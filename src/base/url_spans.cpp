#include "base/character.h"
#include "base/secret_spans.h"

#include <algorithm>

namespace regreen {
namespace {

// A name that a template, a shell or an earlier masking put there.
bool stands_for_another(std::string_view value) {
  return value.empty() || value.starts_with('$') || value.starts_with('{') || value.starts_with('<') ||
         value.starts_with('%') || value.find_first_not_of('*') == std::string_view::npos;
}

// A user without a password may be a token.
bool may_be_token(std::string_view user) {
  constexpr std::size_t least = 16;
  return user.size() >= least && std::ranges::any_of(user, [](char c) { return c >= '0' && c <= '9'; });
}

SecretSpan secret_of(std::string_view user_information) {
  const auto colon = user_information.find(':');
  const auto user = user_information.substr(0, colon);
  if (colon == std::string_view::npos) return may_be_token(user) ? SecretSpan{0, user.size()} : SecretSpan{};
  const auto password = user_information.substr(colon + 1);
  if (password == "x-oauth-basic" || password.empty())
    return may_be_token(user) ? SecretSpan{0, user.size()} : SecretSpan{};
  return stands_for_another(password) ? SecretSpan{} : SecretSpan{colon + 1, user_information.size()};
}

}  // namespace

void add_in_urls(std::string_view line, SecretSpans& spans) {
  for (auto at = line.find("://"); at != std::string_view::npos; at = line.find("://", at + 3)) {
    const std::size_t begin = at + 3;
    const auto authority = line.substr(begin, line.find_first_of("/?# \t\"'<>`|\\", begin) - begin);
    const auto host = authority.rfind('@');
    if (host == std::string_view::npos) continue;
    const SecretSpan found = secret_of(authority.substr(0, host));
    if (found.end > found.begin) spans.push_back({begin + found.begin, begin + found.end});
  }
}

}  // namespace regreen
