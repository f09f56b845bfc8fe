#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A patch while it is being made: files as they are and as they will be. Borrows the tree.
class Draft {
 public:
  explicit Draft(const Tree& tree) : tree_(tree) {}

  /// The file as drafted so far; nothing where it is not in the tree, too large, or no text.
  std::optional<std::string> read(std::string_view path) const;

  /// Makes edits in a file, whose new lines end as its others do. False, and nothing changes, where the file is not there or
  /// edits overlap.
  bool edit(const std::string& path, std::vector<Edit> edits);

  /// Replaces what the file says; creates it where it is not there. False for paths that leave the tree.
  bool write(const std::string& path, std::string text);

  /// Gives a file another name. False, and nothing changes, where it is not there or the name is taken.
  bool move(const std::string& path, const std::string& to);

  bool make_executable(const std::string& path);

  /// The finished patch as the one candidate; none where nothing changed.
  std::vector<Patch> patches() const;

  const Patch& patch() const { return patch_; }

 private:
  const Tree& tree_;
  Patch patch_;
};

}  // namespace regreen
