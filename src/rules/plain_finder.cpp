#include "rules/loose_patterns.h"
#include "rules/pattern.h"
#include "rules/word_finder.h"

#include <re2/filtered_re2.h>

#include <algorithm>

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
    std::vector<int> loose;
    patterns_.AllPotentials({}, &loose);  // those that no absent literal rules out
    for (const int number : loose) loose_.add(static_cast<std::uint32_t>(number), patterns_.GetRE2(number).pattern());
    loose_.compile();
  }

  void find(const LinesText& lines, std::vector<Sighting>& found) const override {
    std::vector<int> words, numbers;
    loose_.find(lines, found);
    for (std::uint32_t index = 0; index < lines.begins.size(); ++index) {
      literals_.find(lines.line(index), words);
      if (words.empty()) continue;
      patterns_.AllPotentials(words, &numbers);
      for (const int number : numbers) found.push_back({index, static_cast<std::uint32_t>(number)});
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }

 private:
  re2::FilteredRE2 patterns_;
  WordFinder literals_;
  LoosePatterns loose_;
};

}  // namespace

std::unique_ptr<Finder> make_plain_finder(const std::vector<std::string_view>& patterns) {
  return std::make_unique<PlainFinder>(patterns);
}

}  // namespace regreen
