#include "mend/text/sides.h"

#include "base/text.h"
#include "mend/lines.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace regreen {
namespace {

constexpr auto markers = std::to_array<std::string_view>({"<<<<<<<", "|||||||", "=======", ">>>>>>>"});

std::optional<char> marker_of(std::string_view line) {
  for (const auto marker : markers) {
    const auto rest = line.starts_with(marker) ? line.substr(marker.size()) : std::string_view("x");
    if (rest.empty() || rest[0] == ' ') return marker[0];
  }
  return std::nullopt;
}

/// Lines by what they declare, in the order in which they stand.
struct Side {
  std::vector<std::string> order;
  std::map<std::string, std::string, std::less<>> lines;

  const std::string* find(const std::string& key) const {
    const auto found = lines.find(key);
    return found == lines.end() ? nullptr : &found->second;
  }

  // In the order of the alphabet, and without comments, which belong to what stands below them.
  bool is_sorted() const {
    return std::ranges::none_of(order, [](const auto& key) { return key.starts_with('#'); }) &&
           std::ranges::is_sorted(order, {}, [](const auto& key) { return lower(key); });
  }
};

/// What the markers part: one side, the common ancestor where it is shown, the other side.
struct Hunk {
  Side ours, before, theirs;
  bool has_before = false;
};

// The line of a name, where it is clear: one side has it alone or left it as it was, or both have the same.
struct Choice {
  bool is_clear = false;
  const std::string* line = nullptr;  ///< none where a side took it out
};

Choice chosen(const Hunk& hunk, const std::string& key) {
  const auto *ours = hunk.ours.find(key), *theirs = hunk.theirs.find(key), *before = hunk.before.find(key);
  const auto same = [](const std::string* a, const std::string* b) {
    return (a == nullptr) == (b == nullptr) && (a == nullptr || *a == *b);
  };
  if (same(ours, theirs)) return {true, ours};
  if (hunk.has_before && same(ours, before)) return {true, theirs};
  if (hunk.has_before && same(theirs, before)) return {true, ours};
  if (hunk.has_before || (ours != nullptr && theirs != nullptr)) return {};
  return {true, ours != nullptr ? ours : theirs};
}

// What one side has and the other has not, nor had it before.
std::vector<std::string> added(const Hunk& hunk, const Side& one, const Side& other) {
  std::vector<std::string> keys;
  std::ranges::copy_if(one.order, std::back_inserter(keys), [&](const std::string& key) {
    return !key.starts_with('#') && other.find(key) == nullptr && hunk.before.find(key) == nullptr;
  });
  return keys;
}

constexpr std::size_t added_max = 500;  // lines of a side that are held against those of the other

// Did both sides put something else in the place of one line?
bool replaces_twice(const Hunk& hunk, const AreRivals& are_rivals) {
  const auto ours = added(hunk, hunk.ours, hunk.theirs), theirs = added(hunk, hunk.theirs, hunk.ours);
  const bool both_removed = std::ranges::any_of(hunk.before.order, [&](const std::string& key) {
    return !key.starts_with('#') && hunk.ours.find(key) == nullptr && hunk.theirs.find(key) == nullptr;
  });
  if (both_removed && !ours.empty() && !theirs.empty()) return true;
  if (ours.size() > added_max || theirs.size() > added_max) return true;
  return std::ranges::any_of(ours, [&](const std::string& key) {
    return std::ranges::any_of(theirs, [&](const std::string& other) { return are_rivals(key, other); });
  });
}

class Joiner {
 public:
  Joiner(std::string_view text, const KeyOfLine& key_of, const AreRivals& are_rivals)
      : text_(text), lines_(text), key_of_(key_of), are_rivals_(are_rivals) {}

  std::optional<std::string> text() {
    for (std::size_t number = 1; number <= lines_.count(); ++number) {
      const auto line = lines_.line(number);
      const auto marker = marker_of(line);
      if (marker && !turn(*marker)) return std::nullopt;
      if (marker) continue;
      if (side_ == nullptr)
        after_ += text_.substr(lines_.begin(number), lines_.begin(number + 1) - lines_.begin(number));
      if (!keep(number)) return std::nullopt;
    }
    return side_ == nullptr && is_clear_ ? std::optional(after_) : std::nullopt;
  }

 private:
  // The next part begins; false where the markers do not follow each other as they should.
  bool turn(char marker) {
    if (marker == '<') {
      if (side_ != nullptr) return false;
      hunk_ = {};
      side_ = &hunk_.ours;
    } else if (marker == '|') {
      if (side_ != &hunk_.ours) return false;
      side_ = &hunk_.before;
      hunk_.has_before = true;
    } else if (marker == '=') {
      if (side_ != &hunk_.ours && side_ != &hunk_.before) return false;
      side_ = &hunk_.theirs;
    } else {
      if (side_ != &hunk_.theirs) return false;
      side_ = nullptr;
      join();
    }
    return true;
  }

  bool keep(std::size_t number) {
    const auto line = std::string(lines_.line(number));
    const auto key = trim(line).empty() ? std::optional<std::string>("") : key_of_(line);
    if (!key) return false;
    if (key->empty()) return true;  // blank lines part nothing that is in conflict
    auto& side = side_ == nullptr ? around_ : *side_;
    const bool is_new = side.lines.emplace(*key, line).second;
    if (is_new) side.order.push_back(*key);
    return is_new || trim(line).starts_with('#');
  }

  void join() {
    // Without the ancestor, an empty side says that it took out what the other one changed.
    if (!hunk_.has_before && (hunk_.ours.order.empty() || hunk_.theirs.order.empty())) is_clear_ = false;
    if (replaces_twice(hunk_, are_rivals_)) is_clear_ = false;
    auto order = hunk_.ours.order;
    const auto is_new = [&](const std::string& key) { return hunk_.ours.find(key) == nullptr; };
    std::ranges::copy_if(hunk_.theirs.order, std::back_inserter(order), is_new);
    if (hunk_.ours.is_sorted() && hunk_.theirs.is_sorted())
      std::ranges::stable_sort(order, {}, [](const auto& key) { return lower(key); });
    for (const auto& key : order) {
      const auto choice = chosen(hunk_, key);
      is_clear_ &= choice.is_clear;
      if (choice.line != nullptr) after_ += *choice.line + std::string(line_end(text_));
    }
  }

  std::string_view text_;
  Lines lines_;
  const KeyOfLine& key_of_;
  const AreRivals& are_rivals_;
  Hunk hunk_;
  Side* side_ = nullptr;  // of the hunk; none between hunks
  Side around_;
  std::string after_;
  bool is_clear_ = true;
};

}  // namespace

bool has_conflict_markers(std::string_view text) {
  const auto is_first = [](std::string_view line) { return marker_of(line) == '<'; };
  return contains(text, markers[0]) && std::ranges::any_of(split_lines(text), is_first);
}

std::optional<std::string> joined_sides(std::string_view text, const KeyOfLine& key_of, const AreRivals& are_rivals) {
  auto joined = Joiner(text, key_of, are_rivals).text();
  // A name that stands outside of the conflict as well was moved by one side.
  const bool is_whole = joined && Joiner(*joined, key_of, are_rivals).text();
  return is_whole ? joined : std::nullopt;
}

}  // namespace regreen
