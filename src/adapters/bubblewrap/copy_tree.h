#pragma once

#include "base/result.h"
#include "model/tree.h"
#include "os/fd.h"

#include <string>
#include <vector>

namespace regreen {

/// The files of a private copy as a Tree: read when asked for, never through a link.
class CopyTree final : public Tree {
 public:
  static Result<CopyTree> open(const std::string& folder, std::vector<std::string> files);

  const std::vector<std::string>& list() const override { return files_; }
  std::optional<std::string> read(std::string_view path) const override;
  bool is_executable(std::string_view path) const override;

 private:
  CopyTree(Fd folder, std::vector<std::string> files) : folder_(std::move(folder)), files_(std::move(files)) {}

  Fd folder_;
  std::vector<std::string> files_;
};

/// The largest file that a fixer reads: generated and binary files are larger, sources are not.
constexpr std::size_t tree_file_bytes_max = 4 << 20;

}  // namespace regreen
