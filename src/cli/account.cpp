#include "cli/account.h"

#include "base/text.h"
#include "cli/actions.h"
#include "cli/setting.h"
#include "os/file.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

namespace regreen {
namespace {

constexpr std::size_t key_bytes_max = 64 << 10;

Result<AppKey> app_of(std::string id) {
  std::string key = variable("GITHUB_APP_PRIVATE_KEY");
  if (key.empty())
    return fail(
        ErrorKind::invalid,
        "GITHUB_APP_ID is set, and GITHUB_APP_PRIVATE_KEY is not: it is the App's key, or the path of its file");
  if (!contains(key, "-----BEGIN")) key = TRY(read_file(key, key_bytes_max));
  return AppKey{std::move(id), Secret(std::move(key))};
}

Secret own_token() {
  std::string token = variable("GITHUB_TOKEN");
  return Secret(token.empty() ? variable("GH_TOKEN") : std::move(token));
}

}  // namespace

Result<GitHubSettings> github_account(const std::string& repository, Access access, Clock& clock, Progress& progress) {
  GitHubSettings settings;
  if (const auto url = variable("GITHUB_API_URL"); !url.empty()) settings.api_url = url;
  settings.wait = [&progress](double seconds, std::string_view why) {
    progress.show(fmt::format("{}: waiting {:.0f} s", why, seconds));
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  };
  if (const auto id = variable("GITHUB_APP_ID"); !id.empty()) {
    settings.renew = [server = settings, app = TRY(app_of(id)), repository, access, &clock] {
      return lend_token(server, app, repository, access, clock);
    };
    return settings;
  }
  settings.token = own_token();
  settings.starts_no_checks = is_step() && settings.token.reveal().starts_with("ghs_");
  return settings;
}

}  // namespace regreen
