#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "base/time.h"
#include "net/http.h"
#include "ports/clock.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A token that ends.
struct LentToken {
  Secret token;
  Timestamp until;
  bool writes_checks = false;  ///< may it make check runs?
};

/// Where GitHub is, and who we are there.
struct GitHubSettings {
  std::string api_url = "https://api.github.com";  ///< of GitHub Enterprise: "https://HOST/api/v3"
  Secret token;                                    ///< empty: what everyone may see
  std::function<Result<LentToken>()> renew;        ///< where tokens are lent: gets the first and each next one
  bool starts_no_checks = false;                   ///< it is a workflow's own: what it pushes and opens starts no runs
  double patience_s = 900;                         ///< that limits may hold up one request
  std::function<void(double seconds, std::string_view why)> wait;  ///< lets the time pass
};

/// GitHub's REST API, version 2022-11-28. Sends one request after the other. The token goes to the API's own origin and
/// nowhere else, and never in the clear except to this machine. Limits are waited for; what changes nothing is tried
/// again when GitHub has trouble of its own. Errors: `denied` (token, permission), `not_found`, `invalid` (GitHub refuses what
/// was sent), `unavailable`.
class GitHubApi {
 public:
  static Result<GitHubApi> open(GitHubSettings settings, Clock& clock);

  Result<nlohmann::json> get(std::string_view path);

  /// Changes something; a body that is null is none.
  Result<nlohmann::json> send(std::string_view method, std::string_view path, const nlohmann::json& body);

  /// All pages of a list, `most` entries at the most: the answer itself, or its member of that name.
  Result<std::vector<nlohmann::json>> list(std::string_view path, std::string_view member, std::size_t most);

  /// The bytes that a path leads to, by other hosts too, which are not told the token. An error where there are more than
  /// `most`.
  Result<void> download(std::string_view path, std::size_t most, const BodySink& sink);

  const std::string& url() const { return settings_.api_url; }
  bool starts_no_checks() const { return settings_.starts_no_checks; }

  /// May we make check runs? Only a GitHub App may, and one whose token was lent already.
  bool writes_checks() const { return writes_checks_; }

  Timestamp now() { return clock_->now(); }

  /// Lets time pass, and says why.
  void wait(double seconds, std::string_view why);

  /// What works at this moment, for git.
  Result<Secret> token();

 private:
  GitHubApi(GitHubSettings settings, Clock& clock) : settings_(std::move(settings)), clock_(&clock) {}

  Result<void> renew();

  HttpRequest request(std::string_view method, std::string url, const std::string& body) const;
  Result<HttpAnswer> ask(const HttpRequest& request, const HttpLimits& limits, const BodySink& sink);
  Result<HttpAnswer> ask_well(HttpRequest request);
  void remember(const std::string& url, const HttpAnswer& answer);

  GitHubSettings settings_;
  std::map<std::string, HttpAnswer>
      remembered_;   ///< by address: what is asked again may be as it was, which costs nothing
  Timestamp until_;  ///< the token ends then, if it is lent
  bool writes_checks_ = false;
  Clock* clock_;
};

/// A text member of an object; "" where it is none.
std::string text_of(const nlohmann::json& object, std::string_view name);

/// A text member of an object within an object; "" where it is none.
std::string text_within(const nlohmann::json& object, std::string_view part, std::string_view name);

/// A number of an object that counts or names something; 0 where there is none.
std::uint64_t number_of(const nlohmann::json& object, std::string_view name);

/// "owner/name", as GitHub allows it; anything else is `invalid`.
Result<void> check_repository(std::string_view repository);

}  // namespace regreen
