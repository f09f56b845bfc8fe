#include "rules/word_finder.h"

#include <algorithm>
#include <deque>

namespace regreen {
namespace {

std::uint8_t byte(char c) { return static_cast<std::uint8_t>(c); }

}  // namespace

WordFinder::WordFinder(const std::vector<std::string>& words) {
  make_classes(words);
  make_tree(words);
  resolve_jumps();
}

void WordFinder::make_classes(const std::vector<std::string>& words) {
  for (const auto& word : words) {
    for (const char c : word) {
      if (class_of_[byte(c)] == 0) class_of_[byte(c)] = static_cast<std::uint8_t>(classes_++);
    }
  }
  for (std::uint8_t c = 'A'; c <= 'Z'; ++c) class_of_[c] = class_of_[c - 'A' + 'a'];
}

void WordFinder::make_tree(const std::vector<std::string>& words) {
  next_.assign(classes_, 0);
  words_.resize(1);
  for (std::size_t number = 0; number < words.size(); ++number) {
    Node node = 0;
    for (const char c : words[number]) {
      if (next(node, class_of_[byte(c)]) == 0) {
        next(node, class_of_[byte(c)]) = static_cast<Node>(words_.size());
        next_.resize(next_.size() + classes_, 0);
        words_.emplace_back();
      }
      node = next(node, class_of_[byte(c)]);
    }
    if (node != 0) words_[node].push_back(static_cast<int>(number));
  }
}

// Breadth first, so that the node to jump to, which is nearer to the root, is finished before.
void WordFinder::resolve_jumps() {
  std::vector<Node> jump(words_.size(), 0);
  std::deque<Node> open;
  for (std::size_t c = 0; c < classes_; ++c) {
    if (next_[c] != 0) open.push_back(next_[c]);
  }
  while (!open.empty()) {
    const Node node = open.front();
    open.pop_front();
    for (const int word : words_[jump[node]]) words_[node].push_back(word);
    for (std::size_t c = 0; c < classes_; ++c) {
      Node& child = next_[node * classes_ + c];
      const Node other = next_[jump[node] * classes_ + c];
      if (child == 0) {
        child = other;
      } else {
        jump[child] = other;
        open.push_back(child);
      }
    }
  }
  for (const auto& words : words_) ends_word_.push_back(words.empty() ? 0 : 1);
}

void WordFinder::find(std::string_view text, std::vector<int>& found) const {
  found.clear();
  if (next_.empty()) return;
  Node node = 0;
  for (const char c : text) {
    node = next_[node * classes_ + class_of_[byte(c)]];
    if (ends_word_[node] != 0) found.insert(found.end(), words_[node].begin(), words_[node].end());
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace regreen
