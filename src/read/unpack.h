#pragma once

#include "model/source.h"
#include "read/archive.h"
#include "read/pull.h"
#include "read/zip.h"

#include <cstdint>
#include <string>
#include <vector>

namespace regreen {

/// What went through unpack().
struct Unpacked {
  std::string hash;  ///< of the bytes as given; "" where it is not wanted
  std::uint64_t bytes = 0;
};

/// Are the bytes hashed? That is one more pass over all of them.
enum class Hashing { no, yes };

/// Takes all files of a ZIP at once, in whatever order; false where they must be visited one by one after all.
using ZipVisitor = std::function<bool(const std::vector<ZipEntry>& entries)>;

/// Visits every text of a source: its files, unpacked (gzip, zstd, ZIP, tar, told by their first bytes), UTF-16 decoded.
/// The name is "" where the source is a single file that holds a single text, else where the text lies:
/// "artifacts/run.zip/0_build.txt". Binary files are skipped with a note; a source that is nothing else is an error.
/// A ZIP that is simple, sound and not too large is offered to `visit_zip` first.
Result<Unpacked> unpack(Source& source, Notes& notes, const FileVisitor& visit, const ZipVisitor& visit_zip,
                        Hashing hashing);

/// Visits one file as it is, or skips it with a note where it is binary; false where it is packed.
Result<bool> visit_unpacked(const std::string& name, const Pull& bytes, Notes& notes, const FileVisitor& visit);

}  // namespace regreen
