#pragma once

#include "base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What becomes of one file. `before` is what the patch was made for: where the file differs, the patch does not apply.
struct FileChange {
  std::string path;
  std::optional<std::string> before;  ///< nothing: the file is created
  std::optional<std::string> after;   ///< nothing: the file is deleted
  bool executable_before = false;
  bool executable_after = false;

  bool operator==(const FileChange&) const = default;
};

/// A change of the repository as a value: whole files before and after, at most one change per path, sorted by path.
struct Patch {
  std::vector<FileChange> changes;

  bool empty() const { return changes.empty(); }
  const FileChange* find(std::string_view path) const;

  /// Puts a change in; one that changes nothing is dropped. `before` of an existing change of the path is kept.
  void put(FileChange change);

  /// This patch followed by another one that was made on top of it.
  Patch then(const Patch& next) const;

  std::vector<std::string> paths() const;
  bool operator==(const Patch&) const = default;
};

/// The patch that undoes a patch.
Patch reversed(const Patch& patch);

/// The patch as a unified diff that `git apply` takes: three lines of context, modes, new and deleted files.
/// Files that are not text appear by name only.
std::string unified_diff(const Patch& patch);

/// Replaces a stretch of a text: `length` bytes at `offset`.
struct Edit {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string text;
};

/// The text with all edits made; everything outside them stays byte for byte. Edits may come in any order; two that
/// overlap, or one that lies outside the text, are an error of ours.
Result<std::string> apply_edits(std::string_view text, std::vector<Edit> edits);

/// Added and removed lines of a change.
struct LineCounts {
  std::size_t added = 0;
  std::size_t removed = 0;
};
LineCounts count_lines(const FileChange& change);

/// The lines that a change adds or removes, without their ends.
std::vector<std::string> added_lines(const FileChange& change);
std::vector<std::string> removed_lines(const FileChange& change);

/// The numbers, from 1, of the lines of `after` that a change adds; ascending.
std::vector<std::size_t> added_line_numbers(const FileChange& change);

}  // namespace regreen
