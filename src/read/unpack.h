#pragma once

#include "model/source.h"
#include "read/archive.h"
#include "read/pull.h"

#include <cstdint>
#include <string>

namespace regreen {

/// What went through unpack().
struct Unpacked {
  std::string hash;  ///< of the bytes as given
  std::uint64_t bytes = 0;
};

/// Visits every text of a source: its files, unpacked (gzip, zstd, ZIP, tar, told by their first bytes), UTF-16 decoded.
/// The name is "" where the source is a single file that holds a single text, else where the text lies:
/// "artifacts/run.zip/0_build.txt". Binary files are skipped with a note; a source that is nothing else is an error.
Result<Unpacked> unpack(Source& source, Notes& notes, const FileVisitor& visit);

}  // namespace regreen
