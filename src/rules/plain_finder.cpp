#include <re2/filtered_re2.h>
#include <re2/set.h>

#include "rules/finder.h"
#include "rules/pattern.h"
#include "rules/word_finder.h"

namespace regreen {
namespace {

// A pattern is only a candidate on lines that contain the pieces it cannot do without (RE2's FilteredRE2 derives them),
// and those are looked for together, in one pass. Pieces shorter than this occur everywhere and tell nothing.
constexpr int least_literal = 4;

class PlainFinder final : public Finder {
 public:
  explicit PlainFinder(const std::vector<std::string_view>& patterns) : patterns_(least_literal) {
    for (const auto pattern : patterns) {
      int number = 0;
      patterns_.Add(re2::StringPiece(pattern.data(), pattern.size()), pattern_options(), &number);
    }
    std::vector<std::string> words;
    patterns_.Compile(&words);
    literals_ = WordFinder(words);
    patterns_.AllPotentials({}, &loose_numbers_);  // those that no absent literal rules out
    if (loose_numbers_.empty()) return;
    loose_ = std::make_unique<RE2::Set>(pattern_options(), RE2::UNANCHORED);
    for (const int number : loose_numbers_) loose_->Add(patterns_.GetRE2(number).pattern(), nullptr);
    loose_->Compile();
  }

  void find(std::string_view block, std::vector<Sighting>& found) const override {
    for (std::size_t start = 0; start < block.size();) {
      const std::size_t end = std::min(block.find('\n', start), block.size());
      find_in_line(block.substr(start, end - start), static_cast<std::uint32_t>(end), found);
      start = end + 1;
    }
  }

 private:
  void find_in_line(std::string_view line, std::uint32_t end, std::vector<Sighting>& found) const {
    if (line.empty()) return;
    std::vector<int> numbers, words;
    if (loose_ && loose_->Match({line.data(), line.size()}, &numbers)) {
      for (const int number : numbers) add(loose_numbers_[static_cast<std::size_t>(number)], end, found);
    }
    literals_.find(line, words);
    if (words.empty()) return;
    patterns_.AllPotentials(words, &numbers);
    for (const int number : numbers) add(number, end, found);
  }

  static void add(int number, std::uint32_t end, std::vector<Sighting>& found) {
    found.push_back({end, static_cast<std::uint32_t>(number)});
  }

  re2::FilteredRE2 patterns_;
  WordFinder literals_;
  std::vector<int> loose_numbers_;  // patterns without a literal: tried on every line, all at once
  std::unique_ptr<RE2::Set> loose_;
};

}  // namespace

std::unique_ptr<Finder> make_word_finder(const std::vector<std::string_view>& patterns) {
  return std::make_unique<PlainFinder>(patterns);
}

}  // namespace regreen
