#include "os/clipped.h"

#include <algorithm>

namespace regreen {

void Clipped::append(std::string_view bytes) {
  seen_ += bytes.size();
  const std::size_t room = std::min(bytes.size(), head_limit_ - head_.size());
  head_ += bytes.substr(0, room);
  bytes.remove_prefix(room);
  if (bytes.size() > tail_limit_) bytes.remove_prefix(bytes.size() - tail_limit_);
  tail_ += bytes;
  if (tail_.size() > 2 * tail_limit_) tail_.erase(0, tail_.size() - tail_limit_);
}

std::string Clipped::text() const {
  const std::size_t kept = std::min(tail_.size(), tail_limit_);
  const std::uint64_t left_out = seen_ - head_.size() - kept;
  std::string result = head_;
  if (left_out > 0) result += "\n… " + std::to_string(left_out) + " bytes left out …\n";
  return result.append(tail_, tail_.size() - kept);
}

}  // namespace regreen
