#include "rules/seen_lines.h"

#include "base/character.h"

#include <algorithm>
#include <utility>

namespace regreen {
namespace {

constexpr std::size_t entries_least = 1U << 12, entries_most = 1U << 16;
constexpr std::size_t line_bytes_max = 1024;     // longer ones are rarely seen twice
constexpr std::size_t sightings_max = 1U << 18;  // before everything is forgotten
constexpr std::uint32_t nothing = 0;             // the answer for most kinds
constexpr std::uint32_t is_new = 1U << 31;       // an index into the new lines instead
constexpr std::uint32_t no_slot = UINT32_MAX;

}  // namespace

SeenLines::SeenLines() { forget(); }

void SeenLines::forget() {
  entries_.assign(entries_least, {});
  taken_ = 0;
  answers_.assign(1, {});
  sightings_.clear();
}

// Short texts need not pay for the memory of long ones.
void SeenLines::grow() {
  const std::vector<Entry> known = std::exchange(entries_, std::vector<Entry>(entries_.size() * 4));
  for (const Entry& entry : known) {
    if (entry.bytes > 0) entries_[entry.hash % entries_.size()] = entry;
  }
}

void SeenLines::find(const LinesText& lines, const Look& look, std::vector<Sighting>& found) {
  if (sightings_.size() > sightings_max) forget();
  if (taken_ > entries_.size() / 2 && entries_.size() < entries_most) grow();
  fold(lines.text);
  look_up(lines);
  asked_.clear();
  new_text_.assign(1, '\n');
  new_begins_.clear();
  new_slots_.clear();
  for (std::uint32_t index = 0; const Line& line : lines_) {
    const std::uint32_t answer = line.bytes == 0 ? nothing : answer_for(line, lines, index);
    if (answer != nothing) asked_.push_back({index, answer});
    ++index;
  }
  learn(look);
  for (const auto& [line, known] : asked_) {
    const Answer& answer = (known & is_new) != 0 ? new_answers_[known & ~is_new] : answers_[known];
    for (std::uint32_t i = answer.first; i < answer.first + answer.count; ++i) {
      found.push_back({line, sightings_[i].pattern, sightings_[i].is_sure});
    }
  }
}

void SeenLines::fold(std::string_view text) {
  if (folded_.size() < text.size()) folded_.resize(text.size());  // not shorter: what is added again is zeroed first
  std::ranges::transform(text, folded_.begin(), [](char c) { return is_digit(c) ? '0' : c; });
}

// All at once, so that the entries are on their way from memory when they are needed.
void SeenLines::look_up(const LinesText& lines) {
  lines_.resize(lines.begins.size());
  for (std::size_t index = 0; Line & line : lines_) {
    line = line_at(lines.line(index), lines.begins[index]);
    if (line.slot != no_slot) __builtin_prefetch(&entries_[line.slot]);
    ++index;
  }
}

SeenLines::Line SeenLines::line_at(std::string_view line, std::size_t begin) const {
  const auto bytes = static_cast<std::uint32_t>(line.size());
  if (line.empty() || line.size() > line_bytes_max) return {0, bytes, no_slot};
  const auto hash = hash_.of({folded_.data() + begin, line.size()});
  return {hash, bytes, static_cast<std::uint32_t>(hash % entries_.size())};
}

std::uint32_t SeenLines::answer_for(const Line& line, const LinesText& lines, std::size_t index) {
  if (line.slot == no_slot) return ask(lines.line(index), no_slot);
  Entry& entry = entries_[line.slot];
  if (entry.hash == line.hash && entry.bytes == line.bytes) return entry.answer;
  taken_ += entry.bytes == 0;
  entry = {line.hash, line.bytes, is_new | static_cast<std::uint32_t>(new_begins_.size())};
  return ask(lines.line(index), line.slot);
}

std::uint32_t SeenLines::ask(std::string_view line, std::uint32_t slot) {
  const auto number = static_cast<std::uint32_t>(new_begins_.size());
  new_begins_.push_back(static_cast<std::uint32_t>(new_text_.size()));
  new_slots_.push_back(slot);
  new_text_ += line;
  new_text_ += '\n';
  return is_new | number;
}

// Answers what is new, and remembers it where no other kind has taken its place.
void SeenLines::learn(const Look& look) {
  new_answers_.clear();
  new_found_.clear();
  if (new_begins_.empty()) return;
  look({new_text_, new_begins_}, new_found_);
  auto next = new_found_.begin();
  for (std::uint32_t number = 0; number < new_begins_.size(); ++number) {
    Answer answer{static_cast<std::uint32_t>(sightings_.size()), 0};
    for (; next != new_found_.end() && next->line == number; ++next, ++answer.count) sightings_.push_back(*next);
    if (const std::uint32_t slot = new_slots_[number]; slot != no_slot && entries_[slot].answer == (is_new | number)) {
      entries_[slot].answer = answer.count == 0 ? nothing : static_cast<std::uint32_t>(answers_.size());
      if (answer.count > 0) answers_.push_back(answer);
    }
    new_answers_.push_back(answer);
  }
}

}  // namespace regreen
