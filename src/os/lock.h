#pragma once

#include "base/result.h"
#include "os/fd.h"

#include <optional>
#include <string>

namespace regreen {

/// An exclusive lock on a file, held until this dies or its process does. Children do not inherit it.
class Lock {
 public:
  /// Waits until the lock is free. Makes the file.
  static Result<Lock> take(const std::string& path);

  /// Nothing where another one holds it.
  static Result<std::optional<Lock>> try_take(const std::string& path);

 private:
  explicit Lock(Fd file) : file_(std::move(file)) {}
  Fd file_;
};

}  // namespace regreen
