#include "classify/features.h"

#include "base/hash.h"
#include "classify/telling.h"
#include "classify/tokens.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>

namespace regreen {
namespace {

// How much the kinds of n-grams count against each other, before training: there are many groups of letters in a word.
constexpr float word_value = 1.0F;
constexpr float part_value = 0.7F;
constexpr float pair_value = 0.8F;
constexpr float letters_value = 0.3F;
constexpr float shape_value = 0.6F;
constexpr std::size_t letters = 4;       // of a group
constexpr std::size_t letters_from = 5;  // letters that a word must have to be taken apart

// FNV-1a, whose result is part of the model's format.
std::uint32_t hash_of(char kind, std::string_view first, std::string_view second = {}) {
  std::uint32_t hash = 2166136261U;
  const auto add = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U; };
  add(kind);
  for (const char c : first) add(c);
  if (!second.empty()) {
    add(' ');
    for (const char c : second) add(c);
  }
  return hash;
}

// Calls back with (kind, value, text, second word of a pair) for each n-gram of a line: of a word by itself only where it
// is wanted.
template <class Wanted, class Visit>
void each_ngram(const Tokens& tokens, Wanted is_wanted, Visit visit) {
  for (const auto& shape : tokens.shapes) visit('s', shape_value, shape, std::string_view());
  for (const auto& part : tokens.parts) visit('w', part_value, part, std::string_view());
  std::string_view before = "^";
  std::string framed;
  for (const auto& word : tokens.words) {
    const bool counts = is_wanted(word);
    if (counts) visit('w', word_value, word, std::string_view());
    visit('b', pair_value, before, std::string_view(word));
    before = word;
    if (!counts || word.size() < letters_from || word.front() == '<') continue;
    framed.assign(1, '<').append(word).push_back('>');
    for (std::size_t i = 0; i + letters <= framed.size(); ++i) {
      visit('c', letters_value, std::string_view(framed).substr(i, letters), std::string_view());
    }
  }
}

// The features of a text, each id once: of several lines that say the same, the first that says it most.
class FeatureTable {
 public:
  void add(const Feature& feature) {
    if (features_.size() * 2 >= slots_.size()) grow();
    std::uint32_t& slot = slot_of(feature.id);
    if (slot == none) {
      slot = static_cast<std::uint32_t>(features_.size());
      features_.push_back(feature);
    } else if (features_[slot].value < feature.value) {
      features_[slot] = feature;
    }
  }

  std::vector<Feature> take() { return std::move(features_); }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  std::uint32_t& slot_of(std::uint32_t id) {
    std::size_t at = id & (slots_.size() - 1);
    while (slots_[at] != none && features_[slots_[at]].id != id) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    slots_.assign(std::max<std::size_t>(slots_.size() * 2, 4096), none);
    for (std::uint32_t i = 0; i < features_.size(); ++i) slot_of(features_[i].id) = i;
  }

  std::vector<Feature> features_;
  std::vector<std::uint32_t> slots_;  // numbers of features, by id
};

// What was said, and how strongly at most: where it is said again, and no stronger, nothing changes.
class Said {
 public:
  /// Is a text said more strongly than before?
  bool more(std::string_view text, float weight) {
    const auto [known, is_new] = most_.try_emplace(hash_number(text), weight);
    return is_new || std::exchange(known->second, std::max(known->second, weight)) < weight;
  }

 private:
  std::unordered_map<std::uint64_t, float>
      most_;  // by 64 bits of their hash: two texts of one log do not meet by chance
};

void normalise(std::vector<Feature>& features) {
  double sum = 0;
  for (const auto& one : features) sum += static_cast<double>(one.value) * static_cast<double>(one.value);
  if (sum == 0) return;
  const auto factor = static_cast<float>(1.0 / std::sqrt(sum));
  for (auto& one : features) one.value *= factor;
}

}  // namespace

std::vector<Feature> features_of(std::span<const std::string_view> lines) {
  FeatureTable table;
  Said said_lines, said_words;
  for (const auto& line : telling_lines(lines)) {
    if (!said_lines.more(lines[line.index], line.weight)) continue;
    each_ngram(
        tokens_of(lines[line.index]), [&](std::string_view word) { return said_words.more(word, line.weight); },
        [&](char kind, float value, std::string_view first, std::string_view second) {
          table.add({hash_of(kind, first, second), value * line.weight, static_cast<std::uint32_t>(line.index)});
        });
  }
  auto features = table.take();
  normalise(features);
  return features;
}

void name_ngrams(std::string_view line, const std::function<void(std::uint32_t, const std::string&)>& with) {
  const auto is_wanted = [](std::string_view) { return true; };
  each_ngram(tokens_of(line), is_wanted, [&](char kind, float, std::string_view first, std::string_view second) {
    std::string text(first);
    if (!second.empty()) text += " " + std::string(second);
    if (kind == 'c') text = "…" + text + "…";
    with(hash_of(kind, first, second), text);
  });
}

}  // namespace regreen
