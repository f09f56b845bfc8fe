#include "model/last_commit.h"

namespace regreen {

const LastCommit no_commit;

LastCommit below(const LastCommit& commit, std::string_view folder) {
  LastCommit part;
  const std::string front = std::string(folder) + "/";
  for (auto at = commit.before.lower_bound(front); at != commit.before.end() && at->first.starts_with(front); ++at)
    part.before.emplace(at->first.substr(front.size()), at->second);
  return part;
}

}  // namespace regreen
