#include "diagnose/checkout.h"

#include "base/text.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// Folders that CI systems make for a repository, and nobody else. What matches is cut off.
constexpr auto sure_folders = std::to_array<const char*>({
    "/home/runner/work/[^/]+/[^/]+/",                 // GitHub, Linux
    "/Users/runner/work/[^/]+/[^/]+/",                // GitHub and Azure, macOS
    "(?:[A-Za-z]:)?/a/[^/]+/[^/]+/",                  // GitHub and Azure, Windows
    "/__w/[^/]+/[^/]+/",                              // GitHub and Azure, job container
    "/github/workspace/",                             // GitHub, container action
    "/home/vsts/work/[^/]+/s/",                       // Azure, Linux
    "(?:[A-Za-z]:)?/(?:[^/]+/)*?_work/[^/]+/[^/]+/",  // GitHub and Azure, own machines
    "/(?:home|Users)/travis/build/[^/]+/[^/]+/",
    "/home/travis/gopath/src/[^/]+/[^/]+/[^/]+/",
    "/home/circleci/(?:project|repo)/",
    "/home/circleci/\\.go_workspace/src/[^/]+/[^/]+/[^/]+/",
    "/opt/atlassian/pipelines/agent/build/",  // Bitbucket
    "(?:[A-Za-z]:)?/(?:[^/]+/)*?buildkite-agent/builds/[^/]+/[^/]+/[^/]+/",
    "/buildkite/builds/[^/]+/[^/]+/[^/]+/",
    "/codebuild/output/src\\d+/src/(?:[^/]+\\.(?:com|org)/[^/]+/[^/]+/)?",
    "/(?:drone|bitrise)/src/",
    "/tmp/cirrus-ci-build/",
    "/home/appveyor/projects/[^/]+/",
    "[A-Za-z]:/projects/[^/]+/",  // AppVeyor, Windows
    "/builds/worker/checkouts/[^/]+/",
    "/opt/build/repo/",  // Netlify
    "/vercel/path\\d/",
    "/(?:[^/]+/)*?jenkins(?:_home)?/(?:agent/)?workspace/[^/]+/",
});

// Folders that mean a repository more often than not.
constexpr auto likely_folders = std::to_array<const char*>({
    "/(?:[^/]+/)*?builds/[0-9A-Za-z_-]{8,9}/\\d+/[^/]+/[^/]+/",  // GitLab, shell runner
    "/builds/[^/]+/[^/]+/",                                      // GitLab
    "/root/project/",                                            // CircleCI
    "/(?:usr/src/)?(?:workspace|app|src|code|project|repo|build)/",
    "/workspaces/[^/]+/",
    "/go/src/[^/]+\\.(?:com|org|io|net)/[^/]+/[^/]+/",
    // Jenkins: a folder for each job, and in it one for each value of a matrix.
    "(?:[A-Za-z]:)?/(?:[^/]+/)*?workspace/[^/]+/(?:(?:nodes|label)/[^/]+/)?",
    "(?:[A-Za-z]:)?/(?:[^/]+/)*?(?:Documents/GitHub|source/repos)/[^/]+/",
});

template <std::size_t count>
std::string any_of(const std::array<const char*, count>& patterns) {
  std::string all;
  for (const char* one : patterns) all += (all.empty() ? "^(?:" : "|") + std::string(one);
  return all + ")";
}

bool cut_sure(std::string& path) {
  static const RE2 pattern(any_of(sure_folders), RE2::Latin1);
  return RE2::Replace(&path, pattern, "");
}

bool cut_likely(std::string& path) {
  static const RE2 pattern(any_of(likely_folders), RE2::Latin1);
  return RE2::Replace(&path, pattern, "");
}

// "a/./b/../c" → "a/c". What leaves the folder it is relative to lies in the repository still: that was a folder below.
std::string resolved(std::string_view path) {
  if (!contains(path, "./") || is_absolute(path)) return std::string(path);
  std::vector<std::string_view> parts;
  for (const auto part : split(path, '/')) {
    if (part == "." || part.empty()) continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (!parts.empty()) {
      parts.pop_back();
    }
  }
  std::string joined;
  for (const auto part : parts) joined += (joined.empty() ? "" : "/") + std::string(part);
  return joined;
}

// Progress dots run into the path that is printed next.
std::string_view without_dots(std::string_view path) {
  const auto slash = path.find_first_not_of('.');
  return slash != std::string_view::npos && slash > 2 && path[slash] == '/' ? path.substr(slash) : path;
}

bool begins_path(std::string_view text, std::size_t at) {
  if (at > 0 && !contains(" \t'\"`([<=,", text.substr(at - 1, 1))) return false;
  std::string_view rest = text.substr(at);
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (rest.size() > 3 && is_letter(rest[0]) && rest[1] == ':') rest.remove_prefix(2);
  return rest.size() > 1 && (rest[0] == '/' || rest[0] == '\\') && rest[1] != '/' && rest[1] != '\\';
}

}  // namespace

Checkouts::Checkouts(std::vector<std::string> named) {
  for (auto& folder : named) {
    std::ranges::replace(folder, '\\', '/');
    while (folder.ends_with('/')) folder.pop_back();
    if (folder.find('/', 1) != std::string::npos) named_.push_back(std::move(folder) + "/");
  }
}

std::string Checkouts::without_folder(std::string path) const {
  if (!is_absolute(path) || cut_sure(path)) return path;
  for (const auto& folder : named_) {
    if (path.starts_with(folder)) return path.substr(folder.size());
  }
  cut_likely(path);
  return path;
}

std::string Checkouts::relative(std::string_view printed) const {
  std::string_view path = without_dots(trim(printed));
  if (path.starts_with("file://")) path.remove_prefix(7);
  std::string plain(path);
  std::ranges::replace(plain, '\\', '/');
  return resolved(without_folder(std::move(plain)));
}

std::string Checkouts::shown(std::string_view text) const {
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!begins_path(text, at)) {
      result += text[at++];
      continue;
    }
    const std::string_view path = text.substr(at, text.find_first_of(" \t'\"`)]>,;", at) - at);
    std::string plain(path);
    std::ranges::replace(plain, '\\', '/');
    const std::string rest = without_folder(plain);
    const bool is_within = rest != plain && !rest.empty() && !rest.starts_with(':');
    result += is_within ? rest : std::string(path);
    at += path.size();
  }
  return result;
}

}  // namespace regreen
