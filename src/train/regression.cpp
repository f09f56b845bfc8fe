// Stochastic gradient descent with one AdaGrad step size for each column (Duchi et al., 2011): columns that are seen
// seldom move in larger steps. The penalty of a column is spread over the examples that have it, so that a whole epoch
// applies it once: then only the columns of an example need be touched, and the minimum is that of the batch objective.

#include "train/regression.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regreen {
namespace {

constexpr float step = 0.5F;
constexpr float first_sum = 1e-3F;  // of squared gradients, so that the first step is bounded
constexpr std::uint64_t seed = 0x9E3779B97F4A7C15;

// splitmix64: the same order everywhere, which std::shuffle does not promise.
class Dice {
 public:
  std::size_t below(std::size_t limit) {
    state_ += seed;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return (z ^ (z >> 31)) % limit;
  }

 private:
  std::uint64_t state_ = 1;
};

class Descent {
 public:
  Descent(const std::vector<const Example*>& examples, std::size_t columns, std::size_t categories, double lambda)
      : examples_(examples), penalty_(columns, 0.0F), sums_(columns, first_sum), slope_(categories) {
    model_.categories = categories;
    model_.bias.assign(categories, 0.0F);
    model_.weights.assign(columns * categories, 0.0F);
    for (const auto* example : examples) {
      for (const auto column : example->columns) penalty_[column] += 1.0F;
    }
    for (auto& one : penalty_) one = static_cast<float>(lambda) / std::max(one, 1.0F);
  }

  Regression run(std::size_t epochs) {
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice_.below(i)]);
      for (const auto index : order) learn(*examples_[index]);
    }
    return std::move(model_);
  }

 private:
  void learn(const Example& example) {
    predict(example);
    slope_[example.category] -= 1.0F;
    float squares = 0;
    for (auto& one : slope_) {
      one *= example.weight;
      squares += one * one;
    }
    for (std::size_t i = 0; i < example.columns.size(); ++i) move(example.columns[i], example.values[i], squares);
    bias_sum_ += squares;
    const float pace = step / std::sqrt(bias_sum_);
    for (std::size_t k = 0; k < slope_.size(); ++k) model_.bias[k] -= pace * slope_[k];
  }

  void move(std::uint32_t column, float value, float squares) {
    sums_[column] += value * value * squares;
    const float pace = step / std::sqrt(sums_[column]);
    const float shrink = 1.0F - std::min(0.5F, pace * penalty_[column]);
    float* row = &model_.weights[column * slope_.size()];
    const float by = pace * value;
    for (std::size_t k = 0; k < slope_.size(); ++k) row[k] = row[k] * shrink - by * slope_[k];
  }

  // Leaves the probabilities in slope_.
  void predict(const Example& example) {
    std::ranges::copy(model_.bias, slope_.begin());
    for (std::size_t i = 0; i < example.columns.size(); ++i) {
      const float* row = &model_.weights[example.columns[i] * slope_.size()];
      const float value = example.values[i];
      for (std::size_t k = 0; k < slope_.size(); ++k) slope_[k] += value * row[k];
    }
    const float most = *std::ranges::max_element(slope_);
    float sum = 0;
    for (auto& one : slope_) sum += one = std::exp(one - most);
    for (auto& one : slope_) one /= sum;
  }

  const std::vector<const Example*>& examples_;
  Regression model_;
  std::vector<float> penalty_, sums_;  // by column
  std::vector<float> slope_;           // by category
  float bias_sum_ = first_sum;
  Dice dice_;
};

}  // namespace

std::vector<double> Regression::logits(const Example& example) const {
  std::vector<double> result(bias.begin(), bias.end());
  for (std::size_t i = 0; i < example.columns.size(); ++i) {
    for (std::size_t k = 0; k < categories; ++k) {
      result[k] +=
          static_cast<double>(example.values[i]) * static_cast<double>(weights[example.columns[i] * categories + k]);
    }
  }
  return result;
}

Regression fit(const std::vector<const Example*>& examples, std::size_t columns, std::size_t categories, double lambda,
               std::size_t epochs) {
  return Descent(examples, columns, categories, lambda).run(epochs);
}

}  // namespace regreen
