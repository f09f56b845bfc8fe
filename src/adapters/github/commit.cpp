#include "adapters/github/commit.h"

#include "base/text.h"
#include "net/base64.h"
#include "net/url.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using nlohmann::json;

std::string git_path(const RemoteRun& run, std::string_view what) {
  return fmt::format("/repos/{}/git/{}", run.repository, what);
}

// What JSON carries as it is.
bool is_plain(std::string_view text) {
  return text.find_first_of(std::string_view("\0\r", 2)) == std::string_view::npos && valid_utf8(text) == text;
}

// A file of the new tree: its text, or a blob where it is none, or nothing where it goes.
Result<json> tree_entry(GitHubApi& api, const RemoteRun& run, const FileChange& change) {
  json entry = {{"path", change.path}, {"mode", change.executable_after ? "100755" : "100644"}, {"type", "blob"}};
  if (!change.after) {
    entry["sha"] = nullptr;
  } else if (is_plain(*change.after)) {
    entry["content"] = *change.after;
  } else {
    const json blob =
        TRY(api.send("POST", git_path(run, "blobs"), {{"content", to_base64(*change.after)}, {"encoding", "base64"}}));
    entry["sha"] = text_of(blob, "sha");
  }
  return entry;
}

std::string commits_path(const RemoteRun& run) { return fmt::format("/repos/{}/commits/", run.repository); }

Result<BuiltCommit> commit_in(const json& said, const RemoteRun& run) {
  BuiltCommit built;
  if (said.is_object() && said.contains("commit") && said["commit"].is_object() && said["commit"].contains("tree")) {
    built.tree = text_of(said["commit"]["tree"], "sha");
  }
  if (built.tree.empty()) return fail(ErrorKind::unavailable, "GitHub does not tell the tree of " + run.head);
  if (text_within(said, "author", "type") == "User") built.author = text_within(said, "author", "login");
  return built;
}

}  // namespace

std::string escaped_path(std::string_view name) { return replace_all(escaped(name), "%2F", "/"); }

Result<BuiltCommit> built_commit(GitHubApi& api, const RemoteRun& run) {
  return commit_in(TRY(api.get(commits_path(run) + run.head)), run);
}

Result<BuiltCommit> newest_commit(GitHubApi& api, const RemoteRun& run) {
  const auto said = api.get(commits_path(run) + "heads/" + escaped_path(run.branch));
  if (!said && (said.error().kind == ErrorKind::not_found || said.error().kind == ErrorKind::invalid))
    return fail(ErrorKind::denied, "the branch " + printable(run.branch) + " is gone");
  if (!said) return tl::unexpected(said.error());
  if (text_of(*said, "sha") == run.head) return commit_in(*said, run);
  return fail(ErrorKind::denied,
              printable(run.branch) + " has a newer commit than the run built: that one's run is the one to heal");
}

Result<std::optional<std::string>> find_branch(GitHubApi& api, const RemoteRun& run, const std::string& branch) {
  const auto ref = api.get(git_path(run, "ref/heads/" + escaped_path(branch)));
  if (!ref && ref.error().kind == ErrorKind::not_found) return std::nullopt;
  if (!ref) return tl::unexpected(ref.error());
  if (const auto commit = text_within(*ref, "object", "sha"); !commit.empty()) return commit;
  return fail(ErrorKind::unavailable, "GitHub does not tell where " + printable(branch) + " is");
}

Result<std::optional<std::string>> tree_made_for(GitHubApi& api, const RemoteRun& run, const std::string& commit,
                                                 const std::string& trailer) {
  const json said = TRY(api.get(git_path(run, "commits/" + commit)));
  const bool is_on_top = said.is_object() && said.contains("parents") && said["parents"].is_array() &&
                         said["parents"].size() == 1 && text_of(said["parents"].front(), "sha") == run.head;
  if (!is_on_top || !contains(text_of(said, "message"), trailer)) return std::nullopt;
  return text_within(said, "tree", "sha");
}

Result<std::string> make_tree(GitHubApi& api, const RemoteRun& run, const BuiltCommit& built, const Patch& patch) {
  json entries = json::array();
  for (const auto& change : patch.changes) entries.push_back(TRY(tree_entry(api, run, change)));
  const json tree = TRY(api.send("POST", git_path(run, "trees"), {{"base_tree", built.tree}, {"tree", entries}}));
  if (text_of(tree, "sha").empty()) return fail(ErrorKind::unavailable, "GitHub does not tell the tree that it made");
  return text_of(tree, "sha");
}

Result<std::string> make_commit(GitHubApi& api, const RemoteRun& run, const std::string& tree,
                                const std::string& message) {
  const json commit = TRY(api.send("POST", git_path(run, "commits"),
                                   {{"message", message}, {"tree", tree}, {"parents", json::array({run.head})}}));
  if (text_of(commit, "sha").empty())
    return fail(ErrorKind::unavailable, "GitHub does not tell the commit that it made");
  return text_of(commit, "sha");
}

}  // namespace regreen
