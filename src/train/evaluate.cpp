#include "train/evaluate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t bins = 10;
constexpr auto thresholds = std::to_array<double>({0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95});

double ratio(double part, double whole) { return whole == 0 ? 0.0 : part / whole; }

bool is_right(const Judgement& one) { return one.said.front().category == one.truth; }

std::vector<std::string> names_in(const std::vector<Judgement>& judgements) {
  std::set<std::string> names;
  for (const auto& one : judgements) {
    names.insert(one.truth);
    names.insert(one.said.front().category);
  }
  return {names.begin(), names.end()};
}

std::size_t index_of(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::ranges::lower_bound(names, name) - names.begin());
}

CategoryScore score_of(const std::vector<std::vector<std::size_t>>& confusion, std::size_t index, std::string name) {
  std::size_t said = 0, support = 0;
  for (std::size_t k = 0; k < confusion.size(); ++k) {
    said += confusion[k][index];
    support += confusion[index][k];
  }
  const auto right = static_cast<double>(confusion[index][index]);
  CategoryScore score{std::move(name), ratio(right, static_cast<double>(said)),
                      ratio(right, static_cast<double>(support)), 0, support};
  score.f1 = ratio(2 * score.precision * score.recall, score.precision + score.recall);
  return score;
}

std::vector<ReliabilityBin> bins_of(const std::vector<Judgement>& judgements) {
  std::vector<ReliabilityBin> all(bins);
  for (const auto& one : judgements) {
    const double confidence = one.said.front().confidence;
    auto& bin = all[std::min(static_cast<std::size_t>(confidence * bins), bins - 1)];
    ++bin.count;
    bin.confidence += confidence;
    bin.right += is_right(one) ? 1 : 0;
  }
  for (auto& bin : all) {
    bin.confidence = ratio(bin.confidence, static_cast<double>(bin.count));
    bin.right = ratio(bin.right, static_cast<double>(bin.count));
  }
  return all;
}

CoverageRow coverage_at(const std::vector<Judgement>& judgements, double threshold) {
  double answered = 0, right = 0;
  for (const auto& one : judgements) {
    if (one.said.front().confidence < threshold) continue;
    ++answered;
    right += is_right(one) ? 1 : 0;
  }
  return {threshold, ratio(answered, static_cast<double>(judgements.size())), ratio(right, answered)};
}

}  // namespace

Evaluation evaluate(const std::vector<Judgement>& judgements) {
  Evaluation result;
  result.samples = judgements.size();
  const auto names = names_in(judgements);
  result.confusion.assign(names.size(), std::vector<std::size_t>(names.size(), 0));
  for (const auto& one : judgements) {
    ++result.confusion[index_of(names, one.truth)][index_of(names, one.said.front().category)];
    result.accuracy += is_right(one) ? 1 : 0;
  }
  result.accuracy = ratio(result.accuracy, static_cast<double>(judgements.size()));
  double known = 0;
  for (std::size_t k = 0; k < names.size(); ++k) {
    result.categories.push_back(score_of(result.confusion, k, names[k]));
    if (result.categories.back().support == 0) continue;
    result.macro_f1 += result.categories.back().f1;
    ++known;
  }
  result.macro_f1 = ratio(result.macro_f1, known);
  result.bins = bins_of(judgements);
  for (const auto& bin : result.bins) {
    result.ece += static_cast<double>(bin.count) * std::abs(bin.confidence - bin.right);
  }
  result.ece = ratio(result.ece, static_cast<double>(judgements.size()));
  for (const double threshold : thresholds) result.coverage.push_back(coverage_at(judgements, threshold));
  return result;
}

}  // namespace regreen
