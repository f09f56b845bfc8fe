#include "rules/matcher.h"

#include <algorithm>

namespace regreen {

std::unique_ptr<SeenLines> Matcher::Memories::take() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return std::make_unique<SeenLines>();
  auto memory = std::move(idle_.back());
  idle_.pop_back();
  return memory;
}

void Matcher::Memories::give_back(std::unique_ptr<SeenLines> memory) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(memory));
}

Matcher::Matcher(const RuleFileContent& content, Matching matching) : matching_(matching) {
  std::vector<std::string_view> texts;
  if (matching == Matching::plain) {
    for (const auto& rule : content.rules) {
      tried_.push_back({static_cast<std::uint32_t>(texts.size())});
      texts.push_back(rule.pattern);
    }
    for (const auto& noise : content.noise) {
      tried_.push_back({0, true});
      texts.push_back(noise.pattern);
    }
    finder_ = make_plain_finder(texts);
  } else {
    for (const auto& one : content.branches.all) {
      texts.push_back(content.branches.text(one));
      tried_.push_back({one.row, one.is_of_noise != 0, one.tells_digits != 0});
    }
    finder_ = make_needle_finder(content.branches);
  }
  patterns_ = std::make_unique<LazyPattern[]>(texts.size());
  const auto use = matching == Matching::plain ? LazyPattern::Use::to_judge : LazyPattern::Use::to_match;
  for (std::size_t i = 0; i < texts.size(); ++i) patterns_[i].set(texts[i], use);
}

void Matcher::find(const LinesText& lines, std::vector<Sighting>& found) const {
  if (matching_ == Matching::plain) return finder_->find(lines, found);
  auto memory = memories_.take();
  memory->find(
      lines, [this](const LinesText& fresh, std::vector<Sighting>& all) { look(fresh, all); }, found);
  memories_.give_back(std::move(memory));
}

std::vector<Sighting> Matcher::find(std::string_view line) const {
  std::string text = "\n";
  text += line.substr(0, matched_bytes_max);
  text += '\n';
  const std::uint32_t begin = 1;
  std::vector<Sighting> found;
  finder_->find({text, {&begin, 1}}, found);
  return found;
}

// What holds for all lines that differ from these in nothing but digits: patterns that do not tell digits apart are
// settled, of the others it stays open whether they match. Noise first: where it is sure, nothing else counts.
void Matcher::look(const LinesText& lines, std::vector<Sighting>& found) const {
  finder_->find(lines, found);
  auto kept = found.begin();
  for (auto first = found.begin(); first != found.end();) {
    const auto end = std::find_if(first, found.end(), [&](const Sighting& one) { return one.line != first->line; });
    const std::string_view line = lines.line(first->line).substr(0, matched_bytes_max);
    const bool is_silent =
        std::any_of(first, end, [&](Sighting& one) { return is_sure_noise(one) && stays(line, one); });
    for (; first != end; ++first) {
      if (!is_silent && !is_sure_noise(*first) && stays(line, *first)) *kept++ = *first;
    }
  }
  found.erase(kept, found.end());
}

bool Matcher::stays(std::string_view line, Sighting& sighting) const {
  const LazyPattern& pattern = patterns_[sighting.pattern];
  sighting.is_sure = !tried_[sighting.pattern].tells_digits;
  return sighting.is_sure ? pattern.matches(line) : pattern.matches_with_any_digits(line);
}

bool Matcher::is_match(std::string_view line, const Sighting& sighting) const {
  return sighting.is_sure || patterns_[sighting.pattern].matches(line.substr(0, matched_bytes_max));
}

bool Matcher::any_noise(std::string_view line, std::span<const Sighting> sightings) const {
  return std::ranges::any_of(sightings, [&](const Sighting& one) { return is_noise(one) && is_match(line, one); });
}

}  // namespace regreen
