#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// The parts of an http or https URL that say where a request goes.
struct HttpOrigin {
  std::string scheme;  ///< "http" or "https"
  std::string host;    ///< in small letters; an IPv6 address in its brackets
  std::string port;    ///< the scheme's own where the URL names none

  bool operator==(const HttpOrigin&) const = default;
};

/// Nothing in it where the text is no absolute http(s) URL, or carries user information.
HttpOrigin origin_of(std::string_view url);

/// Does a host name this machine itself? Only there may a token travel in the clear.
bool is_loopback(const HttpOrigin& origin);

/// A path segment or a query value with everything escaped that is not unreserved (RFC 3986, 2.3).
std::string escaped(std::string_view text);

}  // namespace regreen
