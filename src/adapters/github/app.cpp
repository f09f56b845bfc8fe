#include "adapters/github/app.h"

#include "net/rs256.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace regreen {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

// GitHub takes ten minutes at the most, and its clock may be behind ours.
constexpr auto token_lives = 9min, clocks_differ = 1min;

struct Permission {
  std::string_view name, reading, writing;
};

constexpr auto needed = std::to_array<Permission>({
    {"actions", "read", "write"},
    {"checks", "", "write"},
    {"contents", "read", "write"},
    {"issues", "", "write"},
    {"metadata", "read", "read"},
    {"pull_requests", "read", "write"},
});

std::int64_t seconds_of(Timestamp time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

Result<Secret> proof_of(const AppKey& app, Timestamp now) {
  const json claims = {
      {"iat", seconds_of(now - clocks_differ)}, {"exp", seconds_of(now + token_lives)}, {"iss", app.id}};
  auto token = sign_token(claims.dump(-1, ' ', false, json::error_handler_t::replace), app.key);
  if (token) return token;
  return fail(ErrorKind::invalid, "GITHUB_APP_PRIVATE_KEY: " + token.error().message);
}

// Asking for more than was granted is an error; what is missing shows where it is needed.
json granted_of(const json& installation, Access access) {
  json wanted = json::object();
  if (!installation.is_object() || !installation.contains("permissions")) return wanted;
  const json& granted = installation["permissions"];
  for (const auto& one : needed) {
    const std::string has = text_of(granted, one.name);
    const auto wish = access == Access::read ? one.reading : one.writing;
    if (wish.empty() || has.empty()) continue;
    wanted[std::string(one.name)] = has == "read" ? "read" : std::string(wish);
  }
  return wanted;
}

}  // namespace

Result<LentToken> lend_token(const GitHubSettings& server, const AppKey& app, const std::string& repository,
                             Access access, Clock& clock) {
  TRY(check_repository(repository));
  GitHubSettings as_app = server;
  as_app.token = TRY(proof_of(app, clock.now()));
  as_app.renew = {};
  GitHubApi api = TRY(GitHubApi::open(std::move(as_app), clock));
  const auto installation = api.get(fmt::format("/repos/{}/installation", repository));
  if (!installation && installation.error().kind == ErrorKind::not_found)
    return fail(ErrorKind::not_found, fmt::format("the GitHub App {} is not installed in {}", app.id, repository));
  if (!installation) return tl::unexpected(installation.error());
  const json lent =
      TRY(api.send("POST", fmt::format("/app/installations/{}/access_tokens", number_of(*installation, "id")),
                   {{"repositories", json::array({repository.substr(repository.find('/') + 1)})},
                    {"permissions", granted_of(*installation, access)}}));
  LentToken token{Secret(text_of(lent, "token")), from_iso(text_of(lent, "expires_at")).value_or(Timestamp{}),
                  text_within(lent, "permissions", "checks") == "write"};
  if (!token.token.empty()) return token;
  return fail(ErrorKind::unavailable, "GitHub lends no token for " + repository);
}

}  // namespace regreen
