#include "rules/loose_patterns.h"

#include "rules/pattern.h"

namespace regreen {

void LoosePatterns::add(std::uint32_t number, std::string_view pattern) {
  if (!set_) set_ = std::make_unique<RE2::Set>(pattern_options(), RE2::UNANCHORED);
  if (set_->Add({pattern.data(), pattern.size()}, nullptr) < 0) set_->Add("(?s:.)", nullptr);
  numbers_.push_back(number);
}

void LoosePatterns::compile() {
  if (set_) set_->Compile();
}

void LoosePatterns::find(const LinesText& lines, std::vector<Sighting>& found) const {
  if (!set_) return;
  std::vector<int> matching;
  for (std::uint32_t index = 0; index < lines.begins.size(); ++index) {
    const std::string_view line = lines.line(index);
    if (line.empty() || !set_->Match({line.data(), line.size()}, &matching)) continue;
    for (const int one : matching) found.push_back({index, numbers_[static_cast<std::size_t>(one)]});
  }
}

}  // namespace regreen
