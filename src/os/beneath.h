#pragma once

#include "base/result.h"
#include "os/fd.h"

#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace regreen {

/// Access to what lies beneath a folder without ever following a symbolic link, neither at the end of a path
/// nor on the way: what a hostile tree links to stays out of reach. Paths are relative and confined
/// (is_confined_path).

enum class Missing { fail, create };

/// Opens a folder of ours by any path; links on the way are followed.
Result<Fd> open_folder(const std::string& path);

/// The folder that a path's last part lies in; missing ones are made on demand.
Result<Fd> open_parent(int root, std::string_view path, Missing missing = Missing::fail);

/// Opens a file. `flags` and `mode` as in open(2); O_CLOEXEC and O_NOFOLLOW are added.
Result<Fd> open_beneath(int root, std::string_view path, int flags, mode_t mode = 0);

/// A regular file's whole bytes; nothing where there is no such regular file or it has more than `limit`
/// bytes.
std::optional<std::string> read_beneath(int root, std::string_view path, std::size_t limit);

/// What kind of thing a path is.
struct Entry {
  mode_t mode = 0;  ///< as in stat(2): type and permissions
  std::uint64_t size = 0;
  bool is_file() const;
  bool is_folder() const;
  bool is_link() const;
  bool is_executable() const { return mode & 0100; }
};
std::optional<Entry> entry_beneath(int root, std::string_view path);

/// Replaces, creates or removes a file, parents included. Not atomic: for private copies.
Result<void> write_beneath(int root, std::string_view path, std::string_view bytes, mode_t mode);
Result<void> remove_beneath(int root, std::string_view path);

}  // namespace regreen
