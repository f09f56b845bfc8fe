#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// One n-gram of a text: the hash of its words, how strongly the text says it, and which line says it most.
struct Feature {
  std::uint32_t id = 0;
  float value = 0;
  std::uint32_t line = 0;  ///< index into the lines as given
};

/// What a text looks like to a classifier: words, pairs of words, groups of four letters within words, and shapes of its
/// telling lines. Each id once, in the order of the text; the squares of the values sum to one. Equal on every machine.
std::vector<Feature> features_of(std::span<const std::string_view> lines);

/// Names the n-grams of one line: calls back with the id of each and how a person would read it.
void name_ngrams(std::string_view line, const std::function<void(std::uint32_t, const std::string&)>& with);

}  // namespace regreen
