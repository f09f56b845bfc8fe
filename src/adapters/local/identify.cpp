#include "adapters/local/identify.h"

#include "base/text.h"
#include "os/folder.h"
#include "os/git.h"

#include <sys/stat.h>

namespace regreen {

Result<LocalRepository> identify(const std::string& path) {
  LocalRepository found;
  found.path = TRY(real_path(path));
  struct stat info {};
  if (stat(found.path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) {
    return fail(ErrorKind::invalid, path + " is not a folder");
  }
  const auto head = run_git(found.path, {"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
  if (!head || !head->passed()) return found;
  found.head = trim(head->output);
  const Ended branch = TRY(run_git(found.path, {"symbolic-ref", "--quiet", "--short", "HEAD"}));
  if (branch.passed()) found.branch = trim(branch.output);
  const Ended status = TRY(run_git(found.path, {"status", "--porcelain", "-z"}));
  found.dirty = !status.output.empty();
  return found;
}

}  // namespace regreen
