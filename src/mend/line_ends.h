#pragma once

#include "mend/mend.h"
#include "model/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A tree in which every text ends its lines as Unix does, so that no fixer need think of Windows. A file with both kinds is left as
/// it is. Borrows the tree around.
class PlainEnds final : public Tree {
 public:
  explicit PlainEnds(const Tree& around) : around_(around) {}

  const std::vector<std::string>& list() const override { return around_.list(); }
  std::optional<std::string> read(std::string_view path) const override;
  bool is_executable(std::string_view path) const override { return around_.is_executable(path); }

  /// Was a text read that is not so in the tree around?
  bool has_changed_any() const { return has_changed_any_; }

 private:
  const Tree& around_;
  mutable bool has_changed_any_ = false;
};

/// What was thought of for such a tree, for the tree around it: each file keeps the line ends it has, and one that takes the
/// place of others has theirs. Nothing where one cannot have them: no system finds the interpreter in a new first line.
std::optional<Candidate> with_own_ends(Candidate candidate, const Tree& around);

}  // namespace regreen
