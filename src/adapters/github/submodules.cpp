#include "adapters/github/submodules.h"

#include "adapters/github/checkout.h"
#include "base/text.h"
#include "net/url.h"
#include "os/git.h"

#include <fmt/format.h>

#include <map>

namespace regreen {
namespace {

constexpr std::size_t submodules_max = 32;

struct Submodule {
  std::string path, address;
};

// "submodule.NAME.path\nVALUE" between NULs, from the commit: what lies in the folder may be a link.
Result<std::map<std::string, Submodule>> submodules_in(const std::string& folder) {
  std::map<std::string, Submodule> found;
  const Ended asked =
      TRY(run_git(folder, {"config", "--blob", "HEAD:.gitmodules", "--null", "--get-regexp", "^submodule[.]"}));
  if (!asked.passed()) return found;  // there are none
  for (const auto entry : split(asked.output, '\0')) {
    const auto line = entry.find('\n'), dot = entry.rfind('.', line);
    if (line == std::string_view::npos || dot == std::string_view::npos) continue;
    Submodule& one = found[std::string(entry.substr(0, dot))];
    const auto key = entry.substr(dot + 1, line - dot - 1);
    if (key == "path") one.path = entry.substr(line + 1);
    if (key == "url") one.address = entry.substr(line + 1);
  }
  return found;
}

// The commit that a path of the tree stands for; "" where the tree has no submodule of just this name. git lets none lead outside.
Result<std::string> commit_at(const std::string& folder, const std::string& path) {
  constexpr std::string_view begin = "160000 commit ";
  const std::string entry = TRY(ask_git(folder, {"--literal-pathspecs", "ls-tree", "-z", "HEAD", "--", path}));
  const auto tab = entry.find('\t');
  const bool is_it = entry.starts_with(begin) && tab != std::string::npos && entry.substr(tab + 1) == path + '\0';
  return is_it ? entry.substr(begin.size(), tab - begin.size()) : "";
}

Result<void> fetch_one(GitHubApi& api, const std::string& repository, const std::string& folder, const Submodule& one) {
  const auto meant = repository_meant(one.address, git_server(api.url()), repository);
  if (!meant) return fail(ErrorKind::denied, "it is on another server");
  const std::string commit = TRY(commit_at(folder, one.path));
  if (commit.empty()) return fail(ErrorKind::invalid, "the commit has no such submodule");
  return check_out(api, *meant, commit, folder + "/" + one.path);
}

// "owner/name" from where a relative address begins: each "../" leads to what is around.
std::string resolved(std::string_view address, std::string_view from) {
  std::vector<std::string_view> parts = split(from, '/');
  for (const auto step : split(address, '/')) {
    if (step == ".") continue;
    if (step == "..") {
      if (parts.empty()) return "";
      parts.pop_back();
    } else {
      parts.push_back(step);
    }
  }
  return join(std::vector<std::string>(parts.begin(), parts.end()), "/");
}

std::string host_of(std::string_view server) {
  std::string_view host = server.substr(server.find("://") + 3);
  return std::string(host.substr(0, host.find('/')));
}

}  // namespace

std::optional<std::string> repository_meant(std::string_view address, const std::string& server,
                                            std::string_view repository) {
  std::string path;
  if (address.starts_with("./") || address.starts_with("../")) {
    path = resolved(address, repository);
  } else {
    const bool has_scheme = contains(address, "://");
    std::string_view rest = has_scheme ? address.substr(address.find("://") + 3) : address;
    const auto end = rest.find(has_scheme ? '/' : ':');
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view host = rest.substr(0, end);
    if (const auto user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
    if (host != host_of(server)) return std::nullopt;
    path = rest.substr(end + 1);
  }
  while (path.ends_with('/')) path.pop_back();
  if (path.ends_with(".git")) path.resize(path.size() - 4);
  return check_repository(path) ? std::optional(path) : std::nullopt;
}

Result<std::vector<std::string>> fetch_submodules(GitHubApi& api, const std::string& repository,
                                                  const std::string& folder) {
  std::vector<std::string> left_out;
  std::size_t tried = 0;
  for (const auto& [name, one] : TRY(submodules_in(folder))) {
    if (tried++ == submodules_max) {
      left_out.push_back(fmt::format("of the submodules only {} are fetched", submodules_max));
      break;
    }
    const auto done = fetch_one(api, repository, folder, one);
    if (!done)
      left_out.push_back(fmt::format("the submodule {} is left out: {}", printable(one.path), done.error().message));
  }
  return left_out;
}

}  // namespace regreen
