#include "classify/features.h"

#include "classify/telling.h"
#include "classify/tokens.h"

#include <algorithm>
#include <cmath>

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

// Calls back with (kind, value, text, second word of a pair) for each n-gram of a line.
template <class Visit>
void each_ngram(const Tokens& tokens, Visit visit) {
  for (const auto& shape : tokens.shapes) visit('s', shape_value, shape, std::string_view());
  for (const auto& part : tokens.parts) visit('w', part_value, part, std::string_view());
  std::string_view before = "^";
  for (const auto& word : tokens.words) {
    visit('w', word_value, word, std::string_view());
    visit('b', pair_value, before, std::string_view(word));
    before = word;
    if (word.size() < letters_from || word.front() == '<') continue;
    const std::string framed = "<" + word + ">";
    for (std::size_t i = 0; i + letters <= framed.size(); ++i) {
      visit('c', letters_value, std::string_view(framed).substr(i, letters), std::string_view());
    }
  }
}

// Of several lines that say the same, the one that says it most.
void merge_equal(std::vector<Feature>& features) {
  std::ranges::sort(features, [](const Feature& a, const Feature& b) {
    if (a.id != b.id) return a.id < b.id;
    return a.value != b.value ? a.value > b.value : a.line < b.line;
  });
  const auto same = [](const Feature& a, const Feature& b) { return a.id == b.id; };
  features.erase(std::unique(features.begin(), features.end(), same), features.end());
}

void normalise(std::vector<Feature>& features) {
  double sum = 0;
  for (const auto& one : features) sum += static_cast<double>(one.value) * static_cast<double>(one.value);
  if (sum == 0) return;
  const auto factor = static_cast<float>(1.0 / std::sqrt(sum));
  for (auto& one : features) one.value *= factor;
}

}  // namespace

std::vector<Feature> features_of(std::span<const std::string> lines) {
  std::vector<Feature> features;
  for (const auto& line : telling_lines(lines)) {
    each_ngram(tokens_of(lines[line.index]), [&](char kind, float value, std::string_view first,
                                                 std::string_view second) {
      features.push_back({hash_of(kind, first, second), value * line.weight, static_cast<std::uint32_t>(line.index)});
    });
  }
  merge_equal(features);
  normalise(features);
  return features;
}

void name_ngrams(std::string_view line, const std::function<void(std::uint32_t, const std::string&)>& with) {
  each_ngram(tokens_of(line), [&](char kind, float, std::string_view first, std::string_view second) {
    std::string text(first);
    if (!second.empty()) text += " " + std::string(second);
    if (kind == 'c') text = "…" + text + "…";
    with(hash_of(kind, first, second), text);
  });
}

}  // namespace regreen
