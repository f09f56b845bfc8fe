#include "adapters/local/at_commit.h"

#include "os/file.h"
#include "os/folder.h"
#include "os/git.h"

namespace regreen {

Result<std::unique_ptr<AtCommit>> AtCommit::make(const std::string& repository, const std::string& commit,
                                                 const std::string& state_folder) {
  const auto known = ask_git(repository, {"rev-parse", "-q", "--verify", commit + "^{commit}"});
  if (commit.empty() || !known) {
    return fail(ErrorKind::not_found, repository + " does not have the commit " + (commit.empty() ? "(none)" : commit));
  }
  const std::string objects =
      TRY(ask_git(repository, {"rev-parse", "--path-format=absolute", "--git-path", "objects"}));
  auto bench = TRY(Bench::make(state_folder));
  std::unique_ptr<AtCommit> made(new AtCommit(std::move(bench)));
  const std::string folder = made->folder();
  TRY(make_folders(folder));
  TRY(ask_git(folder, {"init", "-q"}));
  TRY(replace_file(folder + "/.git/objects/info/alternates", objects + "\n"));
  TRY(ask_git(folder, {"update-ref", "--no-deref", "HEAD", *known}));
  TRY(ask_git(folder, {"reset", "-q", "--hard"}));
  return made;
}

}  // namespace regreen
