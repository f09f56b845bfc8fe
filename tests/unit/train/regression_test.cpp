#include "train/regression.h"

#include <gtest/gtest.h>
#include <linear.h>

#include <cmath>
#include <random>

namespace regreen {
namespace {

constexpr std::size_t columns = 30;
constexpr double lambda = 0.5;

// Two kinds of examples that differ in some columns, and some noise.
std::vector<Example> toy_examples() {
  std::mt19937 dice(7);
  std::vector<Example> examples;
  for (int i = 0; i < 300; ++i) {
    Example one;
    one.category = dice() % 2;
    for (std::uint32_t column = 0; column < columns; ++column) {
      const bool likely = (column % 3 == 0) == (one.category == 1);
      if (dice() % 10 >= (likely ? 6U : 3U)) continue;
      one.columns.push_back(column);
      one.values.push_back(static_cast<float>(dice() % 100) / 100.0F);
    }
    examples.push_back(std::move(one));
  }
  return examples;
}

std::vector<feature_node> nodes_of(const Example& example) {
  std::vector<feature_node> nodes;
  for (std::size_t i = 0; i < example.columns.size(); ++i) {
    nodes.push_back({static_cast<int>(example.columns[i]) + 1, static_cast<double>(example.values[i])});
  }
  nodes.push_back({columns + 1, 100.0});  // the bias: so large that its penalty is nothing
  nodes.push_back({-1, 0});
  return nodes;
}

// What liblinear's primal solver says of each example. Two rows of weights, of which only the difference counts, are
// penalised half as much as liblinear's one row: hence the 2.
std::vector<double> judged_by_liblinear(const std::vector<Example>& examples) {
  std::vector<std::vector<feature_node>> rows;
  std::vector<feature_node*> pointers;
  std::vector<double> labels;
  for (const auto& one : examples) {
    rows.push_back(nodes_of(one));
    labels.push_back(static_cast<double>(one.category));
  }
  for (auto& row : rows) pointers.push_back(row.data());
  problem task{};
  task.l = static_cast<int>(examples.size());
  task.n = columns + 1;
  task.y = labels.data();
  task.x = pointers.data();
  task.bias = 100;
  parameter how{};
  how.solver_type = L2R_LR;
  how.C = 2 / lambda;
  how.eps = 1e-6;
  set_print_string_function([](const char*) {});
  model* trained = ::train(&task, &how);
  std::vector<double> result;
  for (auto& row : rows) {
    double both[2];
    predict_probability(trained, row.data(), both);
    result.push_back(trained->label[0] == 1 ? both[0] : both[1]);
  }
  free_and_destroy_model(&trained);
  return result;
}

TEST(Regression, AgreesWithLiblinear) {
  const auto examples = toy_examples();
  std::vector<const Example*> all;
  for (const auto& one : examples) all.push_back(&one);
  const auto ours = fit(all, columns, 2, lambda, 500);
  const auto theirs = judged_by_liblinear(examples);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const auto logits = ours.logits(examples[i]);
    EXPECT_NEAR(1 / (1 + std::exp(logits[0] - logits[1])), theirs[i], 0.01) << i;
  }
}

}  // namespace
}  // namespace regreen
