#include "net/http.h"

#include "base/text.h"
#include "net/curl.h"
#include "net/url.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t header_bytes_max = 1 << 20;  // of all headers of an answer

struct CloseHandle {
  void operator()(CURL* handle) const { curl()->easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl()->slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, CloseHandle>;
using List = std::unique_ptr<curl_slist, FreeList>;

// What arrives of one answer.
struct Arrival {
  HttpAnswer answer;
  const HttpLimits& limits;
  const BodySink& sink;
  std::size_t header_bytes = 0, body_bytes = 0;
  std::optional<Error> trouble;

  bool is_good() const { return answer.status >= 200 && answer.status < 300; }
};

// "HTTP/1.1 302 Found"; every answer begins with one, those to come after "100 Continue" too.
std::optional<int> status_in(std::string_view line) {
  if (!line.starts_with("HTTP/")) return std::nullopt;
  const auto blank = line.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto status = parse_number(line.substr(blank + 1, 3));
  return status ? std::optional(static_cast<int>(*status)) : std::nullopt;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* user) {
  auto& arrival = *static_cast<Arrival*>(user);
  const std::string_view line = trim(std::string_view(data, size * count));
  arrival.header_bytes += size * count;
  if (arrival.header_bytes > header_bytes_max) return 0;
  if (const auto status = status_in(line)) {
    arrival.answer.status = *status;
    arrival.answer.headers.clear();
  } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
    arrival.answer.headers.insert_or_assign(lower(trim(line.substr(0, colon))),
                                            std::string(trim(line.substr(colon + 1))));
  }
  return size * count;
}

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* user) {
  auto& arrival = *static_cast<Arrival*>(user);
  const std::string_view bytes(data, size * count);
  arrival.body_bytes += bytes.size();
  if (arrival.body_bytes > arrival.limits.body_bytes) {
    arrival.trouble =
        Error{ErrorKind::unavailable, fmt::format("the answer has more than {} bytes", arrival.limits.body_bytes)};
    return 0;
  }
  if (!arrival.sink || !arrival.is_good()) {
    arrival.answer.body += bytes;
    return bytes.size();
  }
  if (auto taken = arrival.sink(bytes); !taken) {
    arrival.trouble = std::move(taken).error();
    return 0;
  }
  return bytes.size();
}

List header_list(const HttpRequest& request) {
  List list;
  const auto add = [&](const std::string& line) { list.reset(curl()->slist_append(list.release(), line.c_str())); };
  for (const auto& header : request.headers) add(header);
  if (!request.authorization.empty()) add("Authorization: " + request.authorization.reveal());
  add("Expect:");  // no waiting for "100 Continue"
  return list;
}

void set_up(CURL* handle, const HttpRequest& request, const HttpLimits& limits, curl_slist* headers, Arrival& arrival) {
  const auto set = curl()->easy_setopt;
  set(handle, CURLOPT_URL, request.url.c_str());
  set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  set(handle, CURLOPT_FOLLOWLOCATION, 0L);
  set(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  set(handle, CURLOPT_HTTPHEADER, headers);
  set(handle, CURLOPT_ACCEPT_ENCODING, "");
  set(handle, CURLOPT_CONNECTTIMEOUT, limits.connect_s);
  set(handle, CURLOPT_TIMEOUT, limits.total_s);
  set(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
  set(handle, CURLOPT_LOW_SPEED_TIME, limits.stalled_s);
  set(handle, CURLOPT_HEADERFUNCTION, &take_header);
  set(handle, CURLOPT_HEADERDATA, &arrival);
  set(handle, CURLOPT_WRITEFUNCTION, &take_body);
  set(handle, CURLOPT_WRITEDATA, &arrival);
  if (request.method == "GET") return;
  set(handle, CURLOPT_POSTFIELDS, request.body.data());
  set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
}

}  // namespace

std::string_view HttpAnswer::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

Result<HttpAnswer> send(const HttpRequest& request, const HttpLimits& limits, const BodySink& sink) {
  const HttpOrigin origin = origin_of(request.url);
  if (origin.host.empty())
    return fail(ErrorKind::invalid, "'" + printable(request.url) + "' is no http or https address");
  if (curl() == nullptr)
    return fail(ErrorKind::unavailable, "libcurl is not installed (on Debian: apt-get install libcurl4)");
  const Handle handle(curl()->easy_init());
  if (!handle) return fail(ErrorKind::internal, "libcurl could not be set up");
  Arrival arrival{{}, limits, sink, 0, 0, std::nullopt};
  const List headers = header_list(request);
  set_up(handle.get(), request, limits, headers.get(), arrival);
  const CURLcode code = curl()->easy_perform(handle.get());
  if (arrival.trouble) return tl::unexpected(std::move(*arrival.trouble));
  if (code != CURLE_OK)
    return fail(ErrorKind::unavailable,
                fmt::format("{} does not answer: {}", origin.host, curl()->easy_strerror(code)));
  return std::move(arrival.answer);
}

}  // namespace regreen
