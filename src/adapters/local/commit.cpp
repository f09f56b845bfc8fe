#include "adapters/local/commit.h"

#include "base/text.h"
#include "os/git.h"

#include <array>
#include <map>
#include <unistd.h>

namespace regreen {
namespace {

// What stands for "no such file" in git's index protocol.
std::string no_object(const std::string& like) { return std::string(like.size(), '0'); }

struct Blob {
  std::string mode;
  std::string object;
  bool operator==(const Blob&) const = default;
};

std::string mode_of(bool executable) { return executable ? "100755" : "100644"; }

std::vector<std::string> with_paths(std::vector<std::string> arguments, const Patch& patch) {
  arguments.emplace_back("--");
  for (auto& path : patch.paths()) arguments.push_back(std::move(path));
  return arguments;
}

// "100644 blob 3f1c…\tpath" for each path that the commit has.
Result<std::map<std::string, Blob>> blobs_of(const std::string& repository, const std::string& commit,
                                             const Patch& patch) {
  std::map<std::string, Blob> blobs;
  const auto arguments = with_paths({"--literal-pathspecs", "ls-tree", "-z", commit}, patch);
  const std::string listed = TRY(ask_git(repository, arguments));
  for (const auto entry : split(listed, '\0')) {
    const auto tab = entry.find('\t');
    if (tab == std::string_view::npos) continue;
    const auto fields = split(entry.substr(0, tab), ' ');
    if (fields.size() == 3)
      blobs[std::string(entry.substr(tab + 1))] = {std::string(fields[0]), std::string(fields[2])};
  }
  return blobs;
}

enum class Keep { no, yes };

// The object that git makes of a file's bytes, line ends and filters of its path applied.
Result<std::string> object_of(const std::string& repository, const std::string& path, const std::string& bytes,
                              Keep keep) {
  std::vector<std::string> arguments = {"hash-object", "--stdin", "--path=" + path};
  if (keep == Keep::yes) arguments.emplace_back("-w");
  return ask_git(repository, std::move(arguments), {bytes, {}});
}

Result<bool> has_blob(const std::string& repository, const std::map<std::string, Blob>& blobs, const std::string& path,
                      const std::optional<std::string>& bytes, bool executable) {
  const auto found = blobs.find(path);
  if (!bytes) return found == blobs.end();
  if (found == blobs.end()) return false;
  const std::string object = TRY(object_of(repository, path, *bytes, Keep::no));
  return found->second == Blob{mode_of(executable), object};
}

Result<std::vector<std::string>> identity(const std::string& repository) {
  const Ended name = TRY(run_git(repository, {"config", "user.name"}));
  const Ended email = TRY(run_git(repository, {"config", "user.email"}));
  if (name.passed() && email.passed()) return std::vector<std::string>();
  return std::vector<std::string>{"GIT_AUTHOR_NAME=regreen", "GIT_AUTHOR_EMAIL=regreen@localhost",
                                  "GIT_COMMITTER_NAME=regreen", "GIT_COMMITTER_EMAIL=regreen@localhost"};
}

// Lines for `update-index --index-info`.
std::string index_lines(const Patch& patch, const std::map<std::string, Blob>& after, const std::string& none) {
  std::string lines;
  for (const auto& change : patch.changes) {
    const auto found = after.find(change.path);
    lines += found == after.end() ? "0 " + none : found->second.mode + " " + found->second.object;
    lines += "\t" + change.path + '\0';
  }
  return lines;
}

}  // namespace

Result<std::vector<std::string>> uncommitted_files(const std::string& repository, const Patch& patch) {
  const auto blobs = TRY(blobs_of(repository, "HEAD", patch));
  std::vector<std::string> files;
  for (const auto& change : patch.changes) {
    const bool same = TRY(has_blob(repository, blobs, change.path, change.before, change.executable_before));
    if (!same) files.push_back(change.path);
  }
  return files;
}

Result<bool> is_committed(const std::string& repository, const Patch& patch) {
  const auto blobs = TRY(blobs_of(repository, "HEAD", patch));
  for (const auto& change : patch.changes) {
    const bool same = TRY(has_blob(repository, blobs, change.path, change.after, change.executable_after));
    if (!same) return false;
  }
  return true;
}

Result<void> check_committable(const std::string& repository, const Patch& patch) {
  const Ended branch = TRY(run_git(repository, {"symbolic-ref", "--quiet", "HEAD"}));
  if (!branch.passed()) return fail(ErrorKind::denied, "HEAD is detached: there is no branch to commit on");
  constexpr std::array<std::pair<const char*, const char*>, 6> signs = {{{"MERGE_HEAD", "a merge"},
                                                                         {"CHERRY_PICK_HEAD", "a cherry-pick"},
                                                                         {"REVERT_HEAD", "a revert"},
                                                                         {"rebase-merge", "a rebase"},
                                                                         {"rebase-apply", "a rebase or am"},
                                                                         {"BISECT_LOG", "a bisection"}}};
  const std::string git = TRY(ask_git(repository, {"rev-parse", "--absolute-git-dir"}));
  for (const auto& [file, what] : signs) {
    if (access((git + "/" + file).c_str(), F_OK) == 0) {
      return fail(ErrorKind::denied, std::string(what) + " is in progress: finish it first");
    }
  }
  if (access((git + "/index.lock").c_str(), F_OK) == 0) {
    return fail(ErrorKind::unavailable, "another git is at work: " + git + "/index.lock exists");
  }
  const auto arguments = with_paths({"--literal-pathspecs", "diff-index", "--cached", "--quiet", "HEAD"}, patch);
  const Ended staged = TRY(run_git(repository, arguments));
  if (!staged.passed()) return fail(ErrorKind::denied, "files of the repair have staged changes");
  return {};
}

Result<BranchMove> make_commit(const std::string& repository, const Patch& patch, const std::string& message,
                               const std::string& scratch) {
  BranchMove move;
  move.ref = TRY(ask_git(repository, {"symbolic-ref", "HEAD"}));
  move.from = TRY(ask_git(repository, {"rev-parse", "HEAD"}));
  std::map<std::string, Blob> after;
  for (const auto& change : patch.changes) {
    if (!change.after) continue;
    const std::string object = TRY(object_of(repository, change.path, *change.after, Keep::yes));
    after[change.path] = {mode_of(change.executable_after), object};
  }
  const std::vector<std::string> index = {"GIT_INDEX_FILE=" + scratch + "/index"};
  TRY(ask_git(repository, {"read-tree", "HEAD"}, {"", index}));
  TRY(ask_git(repository, {"update-index", "-z", "--index-info"},
              {index_lines(patch, after, no_object(move.from)), index}));
  const std::string tree = TRY(ask_git(repository, {"write-tree"}, {"", index}));
  const auto who = TRY(identity(repository));
  move.to = TRY(ask_git(repository, {"commit-tree", tree, "-p", move.from, "-F", "-"}, {message, who}));
  return move;
}

Result<void> move_branch(const std::string& repository, const BranchMove& move) {
  TRY(ask_git(repository, {"update-ref", "-m", "commit: by regreen", move.ref, move.to, move.from}));
  return {};
}

Result<void> update_index(const std::string& repository, const Patch& patch, const std::string& commit) {
  const auto after = TRY(blobs_of(repository, commit, patch));
  const std::string lines = index_lines(patch, after, no_object(commit));
  TRY(ask_git(repository, {"update-index", "-z", "--index-info"}, {lines, {}}));
  return {};
}

Result<bool> is_moved(const std::string& repository, const BranchMove& move) {
  const Ended ended = TRY(run_git(repository, {"merge-base", "--is-ancestor", move.to, move.ref}));
  return ended.passed();
}

}  // namespace regreen
