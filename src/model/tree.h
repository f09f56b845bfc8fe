#pragma once

#include "base/result.h"
#include "model/patch.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The files of a repository as a fixer sees them: immutable, read lazily. Paths are relative, with '/'.
class Tree {
 public:
  virtual ~Tree() = default;

  /// All files that are tracked or untracked and not ignored, sorted. Links and submodules are left out.
  virtual const std::vector<std::string>& list() const = 0;

  /// The bytes of a file; nothing where there is no such file, or it is larger than a fixer would read.
  virtual std::optional<std::string> read(std::string_view path) const = 0;

  virtual bool is_executable(std::string_view path) const = 0;

  bool has(std::string_view path) const;
};

/// A tree in memory: for tests, and for the tree as a patch would leave it.
class MemoryTree final : public Tree {
 public:
  struct File {
    std::string text;
    bool executable = false;
  };

  MemoryTree() = default;
  explicit MemoryTree(std::map<std::string, File, std::less<>> files);

  const std::vector<std::string>& list() const override { return paths_; }
  std::optional<std::string> read(std::string_view path) const override;
  bool is_executable(std::string_view path) const override;

 private:
  std::map<std::string, File, std::less<>> files_;
  std::vector<std::string> paths_;
};

/// A folder of a tree as if it were all there is: its paths are relative to the folder. Borrows the tree around.
class FolderTree final : public Tree {
 public:
  FolderTree(const Tree& around, std::string_view folder);

  const std::vector<std::string>& list() const override { return paths_; }
  std::optional<std::string> read(std::string_view path) const override;
  bool is_executable(std::string_view path) const override;

 private:
  const Tree& around_;
  std::string front_;  // "services/app/"
  std::vector<std::string> paths_;
};

/// A tree with a patch applied on top. Borrows the tree below.
class PatchedTree final : public Tree {
 public:
  PatchedTree(const Tree& below, Patch patch);

  const std::vector<std::string>& list() const override { return paths_; }
  std::optional<std::string> read(std::string_view path) const override;
  bool is_executable(std::string_view path) const override;

 private:
  const Tree& below_;
  Patch patch_;
  std::vector<std::string> paths_;
};

}  // namespace regreen
