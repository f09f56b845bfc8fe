#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace regreen {

/// The bytes of one failed run, pulled in order: one or more files, each in chunks. Outside data, never trusted.
/// Not safe for use from two threads.
class Source {
 public:
  virtual ~Source() = default;

  /// As the user gave it: a path, "-", or a run's address.
  virtual std::string name() const = 0;

  /// Steps to the next file and answers its name, relative to the source; "" where the source is a single file.
  /// Nothing once there is no more.
  virtual Result<std::optional<std::string>> next_file() = 0;

  /// The next bytes of the current file, valid until the next call; empty at its end.
  virtual Result<std::string_view> next_chunk() = 0;
};

}  // namespace regreen
