#include "read/pull.h"

#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t notes_max = 50;  // more is no help to a person, and hostile archives could make millions

}  // namespace

Result<Peeked> peek(const Pull& bytes, std::size_t count) {
  std::string head;
  std::string_view rest;
  while (head.size() < count) {
    rest = TRY(bytes());
    if (rest.empty()) break;
    const std::size_t taken = std::min(rest.size(), count - head.size());
    head += rest.substr(0, taken);
    rest.remove_prefix(taken);
  }
  // Puts the first bytes back before the rest.
  auto all = [bytes, head, rest, part = 0]() mutable -> Result<std::string_view> {
    if (part == 0) {
      part = 1;
      if (!head.empty()) return std::string_view(head);
    }
    if (part == 1) {
      part = 2;
      if (!rest.empty()) return rest;  // still valid: nothing was pulled since
    }
    return bytes();
  };
  return Peeked{std::move(head), std::move(all)};
}

void Notes::add(std::string note) {
  if (notes_.size() < notes_max) {
    notes_.push_back(printable(note));
  } else {
    ++more_;
  }
}

std::vector<std::string> Notes::take() {
  if (more_ > 0) notes_.push_back("and " + std::to_string(more_) + " more notes like these");
  more_ = 0;
  return std::exchange(notes_, {});
}

}  // namespace regreen
