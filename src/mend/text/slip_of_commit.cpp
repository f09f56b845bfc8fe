#include "mend/text/slip_of_commit.h"

#include "base/text.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/word_search.h"

#include <algorithm>

namespace regreen {
namespace {

std::size_t uses_in(const Tree& tree, std::string_view file, const std::string& name) {
  std::size_t uses = 0;
  const auto sources = sources_with(tree, file, name).value_or(std::vector<FoundFile>());
  for (const auto& source : sources) uses += words_in(source.code, name).size();
  return uses;
}

}  // namespace

bool is_slip_of_commit(const LastCommit& commit, const Tree& tree, std::string_view file, const std::string& right,
                       const std::string& mistyped) {
  if (!is_slip(right, mistyped) || lower(right) == lower(mistyped)) return false;
  const bool came_by_commit = std::ranges::any_of(commit.before, [&](const auto& change) {
    const auto& [path, before] = change;
    return before && !words_in(*before, right).empty() && words_in(*before, mistyped).empty() &&
           !words_in(tree.read(path).value_or(""), mistyped).empty();
  });
  return came_by_commit && uses_in(tree, file, right) > uses_in(tree, file, mistyped);
}

}  // namespace regreen
