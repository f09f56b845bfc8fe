#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// A source whose bytes are in memory: a command's output, or a test's.
class MemorySource final : public Source {
 public:
  using Files = std::vector<std::pair<std::string, std::string>>;  ///< name and bytes

  MemorySource(std::string name, std::string bytes) : MemorySource(std::move(name), Files{{"", std::move(bytes)}}) {}
  MemorySource(std::string name, Files files) : name_(std::move(name)), files_(std::move(files)) {}

  std::string name() const override { return name_; }
  Result<std::optional<std::string>> next_file() override {
    if (next_ == files_.size()) return std::nullopt;
    read_ = false;
    return files_[next_++].first;
  }
  Result<std::string_view> next_chunk() override {
    if (read_) return std::string_view();
    read_ = true;
    return files_[next_ - 1].second;
  }

 private:
  std::string name_;
  Files files_;
  std::size_t next_ = 0;
  bool read_ = false;
};

}  // namespace regreen
