#pragma once

#include "read/pull.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A file of a ZIP, still packed; borrows the ZIP's bytes.
struct ZipEntry {
  std::string label;  ///< harmless, see entry_label()
  std::string_view packed;
  bool is_deflated = false;
  std::uint64_t bytes = 0;  ///< unpacked, as the ZIP says
  std::uint32_t crc = 0;
};

/// The files of a ZIP whose bytes are all here, in their order. Nothing where it is not as simple and sound as GitHub
/// makes them (damaged, encrypted, ZIP64, a name twice, anything between the files): each_entry() knows what to do then.
std::optional<std::vector<ZipEntry>> list_zip(std::string_view zip);

/// The bytes of a file. `is_sound` becomes true at their end, if length and checksum are right; it must outlive the
/// stream.
Pull unpacked(const ZipEntry& entry, bool& is_sound);

}  // namespace regreen
