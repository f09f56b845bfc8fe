#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A stream of bytes: each call answers the next ones, valid until the next call; empty at the end and ever after.
using Pull = std::function<Result<std::string_view>()>;

/// The first bytes of a stream, and the whole of it again.
struct Peeked {
  std::string head;
  Pull all;
};

/// Looks at up to `count` first bytes.
Result<Peeked> peek(const Pull& bytes, std::size_t count);

/// Collects what could not be read, for people. Keeps the first ones and counts the rest.
class Notes {
 public:
  void add(std::string note);
  std::vector<std::string> take();

 private:
  std::vector<std::string> notes_;
  std::size_t more_ = 0;
};

}  // namespace regreen
