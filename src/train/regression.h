#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace regreen {

/// One row of a training matrix: numbered features with values.
struct Example {
  std::vector<std::uint32_t> columns;
  std::vector<float> values;
  std::uint32_t category = 0;
  float weight = 1;
};

/// Multinomial logistic regression: logits = bias + Σ value · weights[column].
struct Regression {
  std::size_t categories = 0;
  std::vector<float> bias;     ///< by category
  std::vector<float> weights;  ///< columns × categories

  std::vector<double> logits(const Example& example) const;
};

/// Minimises Σ weight · log-loss + λ/2·|weights|² (the bias is free). Deterministic.
Regression fit(const std::vector<const Example*>& examples, std::size_t columns, std::size_t categories, double lambda,
               std::size_t epochs);

}  // namespace regreen
