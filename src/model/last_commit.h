#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// What the newest commit of a repository changed, and what a merge brought: its files as they were before. What they are today, the
/// tree holds. Empty where nobody can tell: the commit has no parent here, or is too large to mean one thing.
struct LastCommit {
  std::map<std::string, std::optional<std::string>, std::less<>>
      before;  ///< by path; nothing: the commit added the file

  bool empty() const { return before.empty(); }
  bool operator==(const LastCommit&) const = default;
};

/// The commit that changed nothing: of a repository without a past.
extern const LastCommit no_commit;

/// What it changed below a folder, with paths that are relative to the folder.
LastCommit below(const LastCommit& commit, std::string_view folder);

/// A commit that changed more than this tells nothing: it is an import, a merge of much, a reformatting. Bytes are those of before.
inline constexpr std::size_t commit_files_max = 200;
inline constexpr std::size_t commit_file_bytes_max = 256 << 10;
inline constexpr std::size_t commit_bytes_max = 4 << 20;

}  // namespace regreen
