#include "train/train.h"

#include "base/hash.h"
#include "base/text.h"
#include "classify/features.h"
#include "train/regression.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace regreen {
namespace {

constexpr double class_balance = 0.5;  // 0: as counted, 1: every category as heavy as any other
constexpr double sharpness_min = 0.1, sharpness_max = 5;
constexpr int search_steps = 60;
constexpr double one_byte = 127;

// Samples as numbers.
struct Matrix {
  std::vector<std::string> categories;
  std::vector<std::uint32_t> ids;  // of columns, ascending
  std::vector<Example> examples;
  std::vector<std::size_t> folds;  // of examples
};

std::vector<std::string> categories_of(const std::vector<Sample>& samples) {
  std::set<std::string> names;
  for (const auto& sample : samples) names.insert(sample.category);
  return {names.begin(), names.end()};
}

// The ids that stand in enough different outputs.
std::vector<std::uint32_t> common_ids(const std::vector<Sample>& samples,
                                      const std::vector<std::vector<Feature>>& features, std::size_t bases_min) {
  std::unordered_map<std::uint32_t, std::set<std::size_t>> seen;
  std::map<std::string, std::size_t> numbers;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const std::size_t base = numbers.emplace(samples[i].base, i).first->second;
    for (const auto& one : features[i]) {
      auto& bases = seen[one.id];
      if (bases.size() < bases_min) bases.insert(base);
    }
  }
  std::vector<std::uint32_t> ids;
  for (const auto& [id, bases] : seen) {
    if (bases.size() >= bases_min) ids.push_back(id);
  }
  std::ranges::sort(ids);
  return ids;
}

// Cuttings of one output share the weight of one and a bit; rare categories count more than they would.
void weigh_examples(const std::vector<Sample>& samples, std::vector<Example>& examples, std::size_t categories) {
  std::map<std::string, double> of_base;
  for (const auto& sample : samples) of_base[sample.base] += 1;
  std::vector<double> of_category(categories, 0);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    examples[i].weight = static_cast<float>(1 / std::sqrt(of_base[samples[i].base]));
    of_category[examples[i].category] += static_cast<double>(examples[i].weight);
  }
  double all = 0;
  for (const auto one : of_category) all += one;
  for (auto& example : examples) {
    const double share = of_category[example.category] * static_cast<double>(categories) / all;
    example.weight *= static_cast<float>(std::pow(1 / share, class_balance));
  }
}

Matrix matrix_of(const std::vector<Sample>& samples, const TrainOptions& options) {
  Matrix matrix;
  matrix.categories = categories_of(samples);
  std::vector<std::vector<Feature>> features;
  for (const auto& sample : samples) features.push_back(features_of(split_lines(sample.text)));
  matrix.ids = common_ids(samples, features, options.bases_min);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    Example example;
    example.category = static_cast<std::uint32_t>(std::ranges::lower_bound(matrix.categories, samples[i].category) -
                                                  matrix.categories.begin());
    for (const auto& one : features[i]) {
      const auto column = std::ranges::lower_bound(matrix.ids, one.id);
      if (column == matrix.ids.end() || *column != one.id) continue;
      example.columns.push_back(static_cast<std::uint32_t>(column - matrix.ids.begin()));
      example.values.push_back(one.value);
    }
    matrix.examples.push_back(std::move(example));
    matrix.folds.push_back(std::stoul(hash_hex(samples[i].base).substr(0, 8), nullptr, 16) %
                           std::max<std::size_t>(options.folds, 1));
  }
  weigh_examples(samples, matrix.examples, matrix.categories.size());
  return matrix;
}

std::vector<double> probabilities(std::vector<double> logits, double sharpness) {
  const double most = *std::ranges::max_element(logits);
  double sum = 0;
  for (auto& one : logits) sum += one = std::exp((one - most) * sharpness);
  for (auto& one : logits) one /= sum;
  return logits;
}

// Every example judged by a model of the other folds.
std::vector<std::vector<double>> held_out_logits(const Matrix& matrix, const TrainOptions& options) {
  std::vector<std::vector<double>> logits(matrix.examples.size());
  for (std::size_t fold = 0; fold < options.folds; ++fold) {
    std::vector<const Example*> others;
    for (std::size_t i = 0; i < matrix.examples.size(); ++i) {
      if (matrix.folds[i] != fold) others.push_back(&matrix.examples[i]);
    }
    if (others.empty()) continue;
    const auto model = fit(others, matrix.ids.size(), matrix.categories.size(), options.regularisation, options.epochs);
    for (std::size_t i = 0; i < matrix.examples.size(); ++i) {
      if (matrix.folds[i] == fold) logits[i] = model.logits(matrix.examples[i]);
    }
  }
  return logits;
}

double log_loss(const Matrix& matrix, const std::vector<std::vector<double>>& logits, double sharpness) {
  double sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (logits[i].empty()) continue;
    const auto& example = matrix.examples[i];
    sum -= static_cast<double>(example.weight) *
           std::log(std::max(1e-12, probabilities(logits[i], sharpness)[example.category]));
  }
  return sum;
}

// The loss has one valley: it is convex in the sharpness.
double best_sharpness(const Matrix& matrix, const std::vector<std::vector<double>>& logits) {
  double low = sharpness_min, high = sharpness_max;
  for (int i = 0; i < search_steps; ++i) {
    const double third = (high - low) / 3, a = low + third, b = high - third;
    if (log_loss(matrix, logits, a) < log_loss(matrix, logits, b)) {
      high = b;
    } else {
      low = a;
    }
  }
  return (low + high) / 2;
}

std::vector<Judgement> judgements_of(const Matrix& matrix, const std::vector<std::vector<double>>& logits,
                                     double sharpness) {
  std::vector<Judgement> all;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (logits[i].empty()) continue;
    Judgement one{matrix.categories[matrix.examples[i].category], {}};
    const auto said = probabilities(logits[i], sharpness);
    for (std::size_t k = 0; k < said.size(); ++k) one.said.push_back({matrix.categories[k], said[k]});
    std::ranges::stable_sort(one.said, std::greater{}, &Alternative::confidence);
    all.push_back(std::move(one));
  }
  return all;
}

// The lowest confidence from which on the answers are right as often as asked for.
double threshold_for(const std::vector<Judgement>& judgements, double precision) {
  std::vector<std::pair<double, bool>> points;
  for (const auto& one : judgements)
    points.emplace_back(one.said.front().confidence, one.said.front().category == one.truth);
  std::ranges::sort(points, std::greater{});
  double right = 0, threshold = 1;
  for (std::size_t i = 0; i < points.size(); ++i) {
    right += points[i].second ? 1 : 0;
    if (right >= precision * static_cast<double>(i + 1)) threshold = points[i].first;
  }
  return threshold;
}

struct Telling {
  float range;
  std::uint32_t column;
};

// The columns that tell categories apart most, ascending.
std::vector<std::uint32_t> most_telling(const Regression& model, std::size_t columns, std::size_t limit) {
  std::vector<Telling> all;
  for (std::uint32_t column = 0; column < columns; ++column) {
    const auto row = std::span(model.weights).subspan(column * model.categories, model.categories);
    const auto [least, most] = std::ranges::minmax(row);
    all.push_back({most - least, column});
  }
  std::ranges::stable_sort(all, std::greater{}, &Telling::range);
  if (all.size() > limit) all.resize(limit);
  std::vector<std::uint32_t> kept;
  for (const auto& one : all) kept.push_back(one.column);
  std::ranges::sort(kept);
  return kept;
}

void quantise(const Regression& model, const Matrix& matrix, std::size_t limit, ModelContent& content) {
  const auto kept = most_telling(model, matrix.ids.size(), limit);
  const std::size_t count = model.categories;
  content.scale.assign(count, 0);
  for (const auto column : kept) {
    for (std::size_t k = 0; k < count; ++k) {
      content.scale[k] =
          std::max(content.scale[k], std::abs(model.weights[column * count + k]) / static_cast<float>(one_byte));
    }
  }
  for (const auto column : kept) {
    content.ids.push_back(matrix.ids[column]);
    for (std::size_t k = 0; k < count; ++k) {
      const float scale = content.scale[k];
      content.rows += static_cast<char>(scale == 0 ? 0 : std::lround(model.weights[column * count + k] / scale));
    }
  }
}

}  // namespace

Training train(const std::vector<Sample>& samples, const TrainOptions& options) {
  const Matrix matrix = matrix_of(samples, options);
  Training training;
  ModelContent& content = training.content;
  content.categories = matrix.categories;
  if (options.folds >= 2) {
    const auto logits = held_out_logits(matrix, options);
    content.sharpness = static_cast<float>(best_sharpness(matrix, logits));
    training.held_out = judgements_of(matrix, logits, static_cast<double>(content.sharpness));
    content.threshold = static_cast<float>(threshold_for(training.held_out, options.precision));
  }
  std::vector<const Example*> all;
  for (const auto& example : matrix.examples) all.push_back(&example);
  const auto model = fit(all, matrix.ids.size(), matrix.categories.size(), options.regularisation, options.epochs);
  content.bias = model.bias;
  quantise(model, matrix, options.ngrams_max, content);
  return training;
}

}  // namespace regreen
