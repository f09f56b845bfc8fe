#include "adapters/bubblewrap/commit.h"

#include "base/text.h"

#include <fmt/format.h>

namespace regreen {
namespace {

constexpr std::size_t paths_max = 200;  // named one by one; of more git finds out itself

}  // namespace

std::string commit_first(const Patch& patch) {
  if (patch.empty()) return "";
  std::string paths;
  for (const auto& path : patch.paths()) paths += ' ' + shell_quoted(path);
  if (patch.changes.size() > paths_max) paths = " .";
  return fmt::format(
      "(git --literal-pathspecs add -A --{}; git -c user.name=regreen -c user.email=regreen@localhost -c "
      "commit.gpgSign=false "
      "commit -q --amend --no-edit --no-verify --allow-empty --allow-empty-message) </dev/null >/dev/null 2>&1\n",
      paths);
}

}  // namespace regreen
