#include "adapters/bubblewrap/copy_tree.h"

#include "os/beneath.h"

namespace regreen {

Result<CopyTree> CopyTree::open(const std::string& folder, std::vector<std::string> files) {
  Fd root = TRY(open_folder(folder));
  return CopyTree(std::move(root), std::move(files));
}

std::optional<std::string> CopyTree::read(std::string_view path) const {
  if (!has(path)) return std::nullopt;
  return read_beneath(folder_.get(), path, tree_file_bytes_max);
}

bool CopyTree::is_executable(std::string_view path) const {
  const auto entry = has(path) ? entry_beneath(folder_.get(), path) : std::nullopt;
  return entry && entry->is_executable();
}

}  // namespace regreen
