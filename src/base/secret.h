#pragma once

#include <string>
#include <utility>

namespace regreen {

/// A token, key or password. It cannot be formatted, compared or serialised; whoever hands it to the outside world
/// says so by calling reveal(). The bytes are wiped when it dies.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}
  Secret(const Secret&) = default;
  Secret(Secret&&) = default;
  Secret& operator=(const Secret&) = default;
  Secret& operator=(Secret&&) = default;
  ~Secret() {
    for (volatile char& c : value_) c = 0;
  }

  bool empty() const { return value_.empty(); }
  const std::string& reveal() const { return value_; }

 private:
  std::string value_;
};

}  // namespace regreen
