#pragma once

#include "classify/model_file.h"
#include "model/diagnosis.h"
#include "train/sample.h"

#include <cstddef>
#include <string>
#include <vector>

namespace regreen {

struct TrainOptions {
  double regularisation = 0.03;  ///< λ of λ/2·|w|²; larger: more careful
  std::size_t epochs = 15;
  std::size_t bases_min = 2;        ///< an n-gram of fewer different outputs is a name, not a word
  std::size_t ngrams_max = 30'000;  ///< the most telling ones are kept
  std::size_t folds = 5;            ///< for calibration; below two: none
  double precision = 0.9;           ///< of answers that are not abstained from
};

/// What a model said of a sample that it had not seen.
struct Judgement {
  std::string truth;
  std::vector<Alternative> said;  ///< most likely first
};

struct Training {
  ModelContent content;
  std::vector<Judgement> held_out;  ///< every sample once, by a model of the other folds, calibrated
};

/// Trains a classifier: multinomial logistic regression by stochastic gradient descent, then temperature and abstain
/// threshold from held-out folds. The same samples and options give the same bytes. Pure; takes seconds to minutes.
Training train(const std::vector<Sample>& samples, const TrainOptions& options = {});

}  // namespace regreen
