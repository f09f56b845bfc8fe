#include "adapters/github/checkout.h"

#include "base/text.h"
#include "net/url.h"
#include "os/folder.h"
#include "os/git.h"

#include <fmt/format.h>

namespace regreen {
namespace {

// A shell function, which git starts; the variable is expanded in there.
constexpr std::string_view helper =
    R"(!f() { test "$1" = get && printf 'username=x-access-token\npassword=%s\n' "$REGREEN_GIT_TOKEN"; }; f)";

Result<void> fetch(GitHubApi& api, const std::string& repository, const std::string& commit,
                   const std::string& folder) {
  const std::string server = git_server(api.url());
  const std::string scheme = origin_of(server).scheme;
  const Secret token = TRY(api.token());
  std::vector<std::string> arguments = {
      "-c", "protocol." + scheme + ".allow=always", "-c", "http.followRedirects=false", "-c", "credential.helper="};
  if (!token.empty()) {
    arguments.insert(arguments.end(), {"-c", fmt::format("credential.{}.helper={}", server, helper)});
  }
  const std::string address = fmt::format("{}/{}.git", server, repository);
  arguments.insert(arguments.end(),
                   {"fetch", "--quiet", "--depth=2", "--no-tags", "--no-recurse-submodules", address, commit});
  const Ended ended = TRY(
      run_git(folder, std::move(arguments), {"", {"REGREEN_GIT_TOKEN=" + token.reveal(), "GIT_LFS_SKIP_SMUDGE=1"}}));
  if (ended.passed()) return {};
  return fail(ErrorKind::unavailable, fmt::format("{} at {} could not be fetched: {}", repository, commit.substr(0, 12),
                                                  printable(trim(ended.errors))));
}

}  // namespace

std::string git_server(const std::string& api_url) {
  const HttpOrigin origin = origin_of(api_url);
  if (origin.host == "api.github.com") return "https://github.com";
  const bool is_usual = origin.port == (origin.scheme == "https" ? "443" : "80");
  return fmt::format("{}://{}{}", origin.scheme, origin.host, is_usual ? "" : ":" + origin.port);
}

Result<void> check_out(GitHubApi& api, const std::string& repository, const std::string& commit,
                       const std::string& folder) {
  TRY(make_folders(folder));
  TRY(ask_git(folder, {"init", "--quiet"}));
  TRY(fetch(api, repository, commit, folder));
  TRY(ask_git(folder, {"checkout", "--quiet", "--detach", commit}));
  return {};
}

}  // namespace regreen
