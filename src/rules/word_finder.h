#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Finds which of many words occur in a text, in one pass over it, whatever their number; ASCII capitals of the text
/// count as small letters. Immutable, safe to use from many threads.
///
/// The automaton of Aho and Corasick (1975): a tree of all words, in which each node also knows where the search goes
/// on when the next letter does not continue the word. Those jumps are resolved beforehand, so that a letter costs one
/// look-up in a table of (node, class of letter), where all letters that no word contains are one class.
class WordFinder {
 public:
  WordFinder() = default;

  /// The words must be in small letters; an empty one is never found.
  explicit WordFinder(const std::vector<std::string>& words);

  /// Puts the numbers of the words that occur into `found`, each once, in ascending order.
  void find(std::string_view text, std::vector<int>& found) const;

 private:
  using Node = std::uint32_t;

  void make_classes(const std::vector<std::string>& words);
  void make_tree(const std::vector<std::string>& words);
  void resolve_jumps();
  Node& next(Node node, std::uint8_t letter_class) { return next_[node * classes_ + letter_class]; }

  std::array<std::uint8_t, 256> class_of_{};
  std::size_t classes_ = 1;
  std::vector<Node> next_;               // node × class
  std::vector<std::vector<int>> words_;  // that end at a node, also as the end of a longer one
  std::vector<std::uint8_t> ends_word_;  // the same as a quick question
};

}  // namespace regreen
