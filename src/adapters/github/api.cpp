#include "adapters/github/api.h"

#include "adapters/github/limits.h"
#include "base/character.h"
#include "base/text.h"
#include "net/url.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::size_t redirects_max = 3;
constexpr unsigned tries_max = 6;
constexpr unsigned lost_max = 2;  // answers of a read that did not come
constexpr std::size_t message_bytes_max = 300;
constexpr long download_s = 600;
constexpr int no_content = 204;
constexpr int not_modified = 304;
constexpr std::size_t remembered_max = 32;                // answers
constexpr std::size_t remembered_bytes_max = 256 * 1024;  // of each
constexpr std::size_t etag_bytes_max = 256;
constexpr auto spare = std::chrono::minutes(5);  // a token that ends sooner is not begun with

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// What GitHub says itself, and of validation errors which.
std::string message_of(const HttpAnswer& answer) {
  const json said = json::parse(answer.body, nullptr, false);
  std::string message = text_of(said, "message");
  if (said.is_object() && said.contains("errors") && said["errors"].is_array()) {
    for (const auto& error : said["errors"]) {
      const std::string what = error.is_string() ? error.get<std::string>() : text_of(error, "message");
      if (!what.empty()) message += (message.empty() ? "" : "; ") + what;
    }
  }
  return shortened(printable(message), message_bytes_max);
}

// "https://api.github.com/repos/o/n/…" without what is the same everywhere.
std::string path_of(const HttpRequest& request, const std::string& api_url) {
  const std::string_view url = request.url;
  return printable(url.starts_with(api_url) ? url.substr(api_url.size()) : url.substr(0, url.find('?')));
}

Error error_of(const HttpRequest& request, const HttpAnswer& answer, const std::string& api_url) {
  const std::string path = path_of(request, api_url), said = message_of(answer);
  const std::string because = said.empty() ? "" : ": " + said;
  if (is_redirect(answer.status))
    return {ErrorKind::invalid,
            fmt::format("GitHub says that {} has moved: name the repository as it is called now", path)};
  switch (answer.status) {
    case 401:
      return {ErrorKind::denied,
              "GitHub does not accept the token (GITHUB_TOKEN, GH_TOKEN) or the App's key" + because};
    case 403: {
      const auto needed = answer.header("x-accepted-github-permissions");
      const std::string hint = needed.empty() ? "" : fmt::format(" (it takes the permission {})", printable(needed));
      return {ErrorKind::denied, fmt::format("GitHub does not allow {} {}{}{}", request.method, path, because, hint)};
    }
    case 404:
    case 410: return {ErrorKind::not_found, fmt::format("GitHub has no {}, or the token may not see it", path)};
    default: break;
  }
  const ErrorKind kind = answer.status >= 500 ? ErrorKind::unavailable : ErrorKind::invalid;
  return {kind, fmt::format("GitHub answers {} {} with {}{}", request.method, path, answer.status, because)};
}

// The store that GitHub leads to knows nothing of tokens and permissions: its addresses end, or it has trouble.
Error elsewhere(std::string_view path, int status) {
  const auto kind = status == 404 || status == 410 ? ErrorKind::not_found : ErrorKind::unavailable;
  return {kind, fmt::format("what {} leads to answers with {}", printable(path), status)};
}

// The address behind rel="next" of a Link header.
std::string next_page(std::string_view link) {
  for (const auto part : split(link, ',')) {
    const auto open = part.find('<'), close = part.find('>');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) continue;
    if (contains(part.substr(close), "rel=\"next\"")) return std::string(part.substr(open + 1, close - open - 1));
  }
  return "";
}

}  // namespace

std::string text_of(const json& object, std::string_view name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() || !found->is_string() ? "" : found->get<std::string>();
}

std::string text_within(const json& object, std::string_view part, std::string_view name) {
  const auto found = object.is_object() ? object.find(part) : object.end();
  return found == object.end() ? "" : text_of(*found, name);
}

std::uint64_t number_of(const json& object, std::string_view name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() || !found->is_number_unsigned() ? 0 : found->get<std::uint64_t>();
}

Result<void> check_repository(std::string_view repository) {
  const auto slash = repository.find('/');
  const auto is_name = [](std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.size() <= 100 && std::ranges::all_of(name, [](char c) {
      return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
    });
  };
  if (slash != std::string_view::npos && is_name(repository.substr(0, slash)) && is_name(repository.substr(slash + 1)))
    return {};
  return fail(ErrorKind::invalid, "'" + printable(repository) + "' is no repository of GitHub such as owner/name");
}

Result<GitHubApi> GitHubApi::open(GitHubSettings settings, Clock& clock) {
  while (settings.api_url.ends_with('/')) settings.api_url.pop_back();
  const HttpOrigin origin = origin_of(settings.api_url);
  if (origin.host.empty())
    return fail(ErrorKind::invalid, "'" + printable(settings.api_url) + "' is no address of GitHub's API");
  if (origin.scheme != "https" && !is_loopback(origin)) {
    return fail(ErrorKind::denied, settings.api_url + " would be told the token in the clear: use https");
  }
  return GitHubApi(std::move(settings), clock);
}

Result<void> GitHubApi::renew() {
  if (!settings_.renew || clock_->now() + spare < until_) return {};
  LentToken lent = TRY(settings_.renew());
  settings_.token = std::move(lent.token);
  until_ = lent.until;
  writes_checks_ = lent.writes_checks;
  return {};
}

Result<Secret> GitHubApi::token() {
  TRY(renew());
  return settings_.token;
}

HttpRequest GitHubApi::request(std::string_view method, std::string url, const std::string& body) const {
  HttpRequest request{std::string(method), std::move(url), {}, {}, body};
  request.headers = {"Accept: application/vnd.github+json", "X-GitHub-Api-Version: 2022-11-28", "User-Agent: regreen"};
  if (!body.empty()) request.headers.emplace_back("Content-Type: application/json");
  const bool is_ours = origin_of(request.url) == origin_of(settings_.api_url);
  if (is_ours && !settings_.token.empty()) request.authorization = Secret("Bearer " + settings_.token.reveal());
  return request;
}

Result<HttpAnswer> GitHubApi::ask(const HttpRequest& request, const HttpLimits& limits, const BodySink& sink) {
  double waited = 0;
  for (unsigned tries = 0;; ++tries) {
    auto answer = regreen::send(request, limits, sink);
    const bool may_ask_again = !answer && request.method == "GET" && !sink && tries < lost_max;
    if (!answer && !may_ask_again) return answer;
    const auto pause = answer ? pause_for(request, *answer, clock_->now(), tries) : Pause{1, answer.error().message};
    if (!pause) return answer;
    waited += pause->seconds;
    if (tries == tries_max || waited > settings_.patience_s) {
      return fail(ErrorKind::unavailable, fmt::format("{}: it would take {:.0f} s more", pause->why, pause->seconds));
    }
    wait(pause->seconds, pause->why);
  }
}

Result<HttpAnswer> GitHubApi::ask_well(HttpRequest request) {
  const auto known = request.method == "GET" ? remembered_.find(request.url) : remembered_.end();
  if (known != remembered_.end())
    request.headers.push_back(fmt::format("If-None-Match: {}", known->second.header("etag")));
  HttpAnswer answer = TRY(ask(request, {}, {}));
  if (answer.status == not_modified && known != remembered_.end()) return known->second;
  if (answer.status < 200 || answer.status > 299) return tl::unexpected(error_of(request, answer, settings_.api_url));
  if (request.method == "GET") remember(request.url, answer);
  return answer;
}

void GitHubApi::remember(const std::string& url, const HttpAnswer& answer) {
  const auto etag = answer.header("etag");
  if (etag.empty() || etag.size() > etag_bytes_max || answer.body.size() > remembered_bytes_max) return;
  if (remembered_.size() == remembered_max) remembered_.clear();
  remembered_[url] = answer;
}

void GitHubApi::wait(double seconds, std::string_view why) {
  if (settings_.wait) settings_.wait(seconds, why);
}

namespace {

Result<json> parsed(const HttpAnswer& answer, std::string_view path) {
  if (answer.status == no_content) return json();
  json said = json::parse(answer.body, nullptr, false);
  if (!said.is_discarded()) return said;
  return fail(ErrorKind::unavailable, fmt::format("what answers {} is not GitHub's API: {}", printable(path),
                                                  shortened(printable(answer.body), 80)));
}

}  // namespace

Result<json> GitHubApi::get(std::string_view path) {
  TRY(renew());
  return parsed(TRY(ask_well(request("GET", settings_.api_url + std::string(path), ""))), path);
}

Result<json> GitHubApi::send(std::string_view method, std::string_view path, const json& body) {
  TRY(renew());
  const std::string text = body.is_null() ? "" : body.dump(-1, ' ', false, json::error_handler_t::replace);
  return parsed(TRY(ask_well(request(method, settings_.api_url + std::string(path), text))), path);
}

Result<std::vector<json>> GitHubApi::list(std::string_view path, std::string_view member, std::size_t most) {
  TRY(renew());
  std::vector<json> entries;
  const std::string_view separator = path.find('?') == std::string_view::npos ? "?" : "&";
  std::string url =
      fmt::format("{}{}{}per_page={}", settings_.api_url, path, separator, std::min<std::size_t>(most, 100));
  while (!url.empty() && entries.size() < most) {
    if (origin_of(url) != origin_of(settings_.api_url))
      return fail(ErrorKind::denied, "a page of GitHub's answer lies on another host");
    const HttpAnswer answer = TRY(ask_well(request("GET", url, "")));
    const json said = TRY(parsed(answer, path));
    const json* page = member.empty()                              ? &said
                       : said.is_object() && said.contains(member) ? &said[std::string(member)]
                                                                   : nullptr;
    if (page == nullptr || !page->is_array())
      return fail(ErrorKind::unavailable, fmt::format("GitHub's answer to {} has no list", printable(path)));
    for (const auto& entry : *page) {
      if (entries.size() < most) entries.push_back(entry);
    }
    url = next_page(answer.header("link"));
  }
  return entries;
}

Result<void> GitHubApi::download(std::string_view path, std::size_t most, const BodySink& sink) {
  TRY(renew());
  HttpLimits limits;
  limits.body_bytes = most;
  limits.total_s = download_s;
  std::string url = settings_.api_url + std::string(path);
  for (std::size_t i = 0; i <= redirects_max; ++i) {
    const HttpRequest next = request("GET", url, "");
    const HttpAnswer answer = TRY(ask(next, limits, sink));
    if (answer.status >= 200 && answer.status < 300) return {};
    if (!is_redirect(answer.status)) {
      const bool is_ours = origin_of(url) == origin_of(settings_.api_url);
      return tl::unexpected(is_ours ? error_of(next, answer, settings_.api_url) : elsewhere(path, answer.status));
    }
    const std::string to(answer.header("location"));
    const HttpOrigin origin = origin_of(to);
    if (origin.host.empty()) return fail(ErrorKind::unavailable, "GitHub leads to no address for " + printable(path));
    if (origin_of(url).scheme == "https" && origin.scheme != "https")
      return fail(ErrorKind::denied, "GitHub leads away from https for " + printable(path));
    url = to;
  }
  return fail(ErrorKind::unavailable, "GitHub leads from one address to the next for " + printable(path));
}

}  // namespace regreen
