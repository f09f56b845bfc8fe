#pragma once

#include "base/result.h"
#include "os/fd.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace regreen {

/// The rest of an open file; an error where it has more than `limit` bytes.
Result<std::string> read_all(int file, std::size_t limit);
Result<void> write_all(int file, std::string_view bytes);

/// A file's whole bytes, by any path.
Result<std::string> read_file(const std::string& path, std::size_t limit);

/// Creates or replaces a file so that everyone sees the old bytes or the new ones, also after a power cut. A
/// replaced file keeps its mode, a new one gets `mode`. A killed process leaves at most ".regreen-…" beside
/// it.
Result<void> replace_file(const std::string& path, std::string_view bytes, mode_t mode = 0644);

/// Makes what was written to a folder (names created, renamed, removed) survive a power cut.
Result<void> sync_folder(const std::string& path);

/// The folder part of a path; "." where it has none.
std::string parent_of(const std::string& path);

}  // namespace regreen
