#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// One request of HTTP.
struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::vector<std::string> headers;  ///< "Accept: application/json"
  Secret authorization;              ///< the value of that header; empty: it is not sent
  std::string body;
};

/// What a server answered.
struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string, std::less<>> headers;  ///< names in small letters; of one sent twice the last
  std::string body;                                         ///< empty where a sink took it

  /// "" where there is no such header. The name in small letters.
  std::string_view header(std::string_view name) const;
};

/// How long and how much.
struct HttpLimits {
  long connect_s = 10;
  long total_s = 120;
  long stalled_s = 30;  ///< without a byte
  std::size_t body_bytes = 64 << 20;
};

/// Takes the body of a successful answer (2xx) piece by piece; an Error of it ends the request.
using BodySink = std::function<Result<void>(std::string_view)>;

/// Sends a request and waits for its answer, whatever its status. Certificates are always checked; proxies come from the
/// environment (https_proxy …); redirects are answers, not followed; compressed bodies are unpacked. Errors are
/// `unavailable`: no connection, too slow, too much, cut off; or the sink's. No message names a header or a body.
Result<HttpAnswer> send(const HttpRequest& request, const HttpLimits& limits = {}, const BodySink& sink = {});

}  // namespace regreen
