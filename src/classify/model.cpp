#include "classify/model.h"

#include "classify/features.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>

namespace regreen {
namespace {

constexpr std::size_t lines_shown_max = 5;
constexpr std::size_t reasons_max = 12;

std::vector<double> softmax(std::vector<double> logits) {
  const double most = *std::ranges::max_element(logits);
  double sum = 0;
  for (auto& one : logits) sum += one = std::exp(one - most);
  for (auto& one : logits) one /= sum;
  return logits;
}

}  // namespace

double Prediction::of(std::string_view category) const {
  const auto found = std::ranges::find(categories, category, &Alternative::category);
  return found == categories.end() ? 0.0 : found->confidence;
}

void Model::sort_in() {
  constexpr std::size_t wanted = 4;  // in a slot
  const int bits = std::max(1, static_cast<int>(std::bit_width(ids_.size() / wanted)));
  shift_ = 32 - bits;
  starts_.assign((std::size_t{1} << bits) + 1, 0);
  for (const auto id : ids_) ++starts_[(id >> shift_) + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
}

const std::int8_t* Model::row_of(std::uint32_t id) const {
  if (ids_.empty()) return nullptr;
  const std::size_t slot = id >> shift_;
  for (std::size_t index = starts_[slot]; index < starts_[slot + 1]; ++index) {
    if (ids_[index] == id) return reinterpret_cast<const std::int8_t*>(rows_.data()) + index * categories_.size();
  }
  return nullptr;
}

double Model::share(const std::int8_t* row, std::size_t category, float value) const {
  return sharpness_ * static_cast<double>(scale_[category]) * static_cast<double>(row[category]) *
         static_cast<double>(value);
}

Prediction Model::predict(std::span<const std::string_view> lines) const {
  if (knows_nothing()) return {};
  const auto features = features_of(lines);
  std::vector<std::pair<const std::int8_t*, const Feature*>> known;
  known.reserve(features.size());
  if (!ids_.empty()) {  // what is looked up lies far apart: all of it is on its way when the first is needed
    for (const auto& feature : features) __builtin_prefetch(&starts_[feature.id >> shift_]);
    for (const auto& feature : features) __builtin_prefetch(ids_.data() + starts_[feature.id >> shift_]);
  }
  for (const auto& feature : features) {
    const std::int8_t* row = row_of(feature.id);
    if (row == nullptr) continue;
    __builtin_prefetch(row);
    known.emplace_back(row, &feature);
  }
  std::vector<double> sums(bias_.size());
  for (const auto& [row, feature] : known) {
    const auto value = static_cast<double>(feature->value);
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += static_cast<double>(row[k]) * value;
  }
  std::vector<double> logits;
  for (std::size_t k = 0; k < sums.size(); ++k) {
    const double scale = static_cast<double>(scale_[k]), bias = static_cast<double>(bias_[k]);
    logits.push_back(sharpness_ * (bias + scale * sums[k]));
  }
  const auto probabilities = softmax(std::move(logits));
  Prediction prediction;
  for (std::size_t k = 0; k < categories_.size(); ++k)
    prediction.categories.push_back({categories_[k], probabilities[k]});
  std::ranges::stable_sort(prediction.categories, std::greater{}, &Alternative::confidence);
  prediction.is_sure = prediction.categories.front().confidence >= threshold_;
  const auto best = static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin());
  std::vector<double> by_line(lines.size());
  for (const auto& [row, feature] : known) by_line[feature->line] += share(row, best, feature->value);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t line = 0; line < by_line.size(); ++line) {
    if (by_line[line] > 0) order.emplace_back(-by_line[line], line);
  }
  std::ranges::sort(order);
  for (std::size_t i = 0; i < std::min(order.size(), lines_shown_max); ++i) prediction.lines.push_back(order[i].second);
  return prediction;
}

std::vector<Reason> Model::reasons(std::span<const std::string_view> lines, std::string_view category) const {
  const auto column = std::ranges::find(categories_, category);
  if (column == categories_.end()) return {};
  const auto index = static_cast<std::size_t>(column - categories_.begin());
  std::map<std::uint32_t, double> weights;
  std::map<std::size_t, std::vector<std::uint32_t>> of_line;
  for (const auto& feature : features_of(lines)) {
    const std::int8_t* row = row_of(feature.id);
    const double weight = row == nullptr ? 0.0 : share(row, index, feature.value);
    if (weight <= 0) continue;
    weights[feature.id] = weight;
    of_line[feature.line].push_back(feature.id);
  }
  std::vector<Reason> reasons;
  for (const auto& [line, ids] : of_line) {
    name_ngrams(lines[line], [&](std::uint32_t id, const std::string& text) {
      const auto weight = weights.extract(id);
      if (!weight.empty()) reasons.push_back({text, weight.mapped()});
    });
  }
  std::ranges::stable_sort(reasons, std::greater{}, &Reason::weight);
  if (reasons.size() > reasons_max) reasons.resize(reasons_max);
  return reasons;
}

}  // namespace regreen
