#include "adapters/github/suspects.h"

#include "base/among.h"
#include "base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::size_t changes_max = 5;
constexpr std::size_t title_bytes_max = 100;

std::string code(std::string_view text) { return code_span(text, title_bytes_max); }

Result<std::optional<RemoteRun>> last_green(GitHubApi& api, const RemoteRun& run) {
  if (!run.is_of_fork()) {  // a fork's branch may be called as one of ours is
    if (auto green = TRY(last_green_on(api, run, run.branch))) return green;
  }
  if (run.base.empty() || run.base == run.branch) return std::nullopt;
  return last_green_on(api, run, run.base);
}

const json& list_in(const json& said, const char* name) {
  static const json none = json::array();
  return said.is_object() && said.contains(name) && said[name].is_array() ? said[name] : none;
}

Suspects::Change change_in(const json& commit) {
  const std::string message = text_within(commit, "commit", "message");
  return {text_of(commit, "sha"), message.substr(0, message.find('\n')), text_within(commit, "author", "login")};
}

}  // namespace

Result<std::optional<Suspects>> suspects_of(GitHubApi& api, const RemoteRun& run, std::span<const std::string> named) {
  const auto green = TRY(last_green(api, run));
  if (!green || green->head == run.head) return std::nullopt;
  const json said = TRY(api.get(fmt::format("/repos/{}/compare/{}...{}", run.repository, green->head, run.head)));
  const json& commits = list_in(said, "commits");
  if (commits.empty()) return std::nullopt;
  Suspects suspects;
  suspects.green_url = green->url;
  suspects.count = std::max<std::size_t>(number_of(said, "total_commits"), commits.size());
  for (auto commit = commits.rbegin(); commit != commits.rend() && suspects.changes.size() < changes_max; ++commit)
    suspects.changes.push_back(change_in(*commit));
  for (const auto& file : list_in(said, "files")) {
    const std::string path = text_of(file, "filename");
    if (is_among(path, named)) suspects.touched.push_back(path);
  }
  return suspects;
}

std::string text_of(const Suspects& suspects) {
  std::string text = fmt::format("Since it was green ({}): {} commit{}\n\n", suspects.green_url, suspects.count,
                                 suspects.count == 1 ? "" : "s");
  for (const auto& one : suspects.changes) {
    text += fmt::format("- {} {}", one.commit.substr(0, 12), code(one.title));
    text += one.author.empty() ? "\n" : fmt::format(", by {}\n", code(one.author));
  }
  if (suspects.count > suspects.changes.size())
    text += fmt::format("- and {} older\n", suspects.count - suspects.changes.size());
  for (const auto& path : suspects.touched)
    text += fmt::format("- they change {}, which the failure names\n", code(path));
  return text;
}

}  // namespace regreen
