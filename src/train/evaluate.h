#pragma once

#include "train/train.h"

#include <string>
#include <vector>

namespace regreen {

/// How well one category is recognised.
struct CategoryScore {
  std::string category;
  double precision = 0, recall = 0, f1 = 0;
  std::size_t support = 0;
};

/// Answers of like confidence, and how many of them were right.
struct ReliabilityBin {
  std::size_t count = 0;
  double confidence = 0, right = 0;  ///< means; 0 for an empty bin
};

/// What is left when answers below a confidence are abstained from.
struct CoverageRow {
  double threshold = 0, coverage = 0, accuracy = 0;
};

struct Evaluation {
  std::size_t samples = 0;
  double accuracy = 0, macro_f1 = 0, ece = 0;
  std::vector<CategoryScore> categories;  ///< by name
  std::vector<ReliabilityBin> bins;       ///< ten
  std::vector<CoverageRow> coverage;
  std::vector<std::vector<std::size_t>> confusion;  ///< truth × said, both in the order of `categories`
};

/// Judges judgements: accuracy, precision, recall and F1 of each category, expected calibration error in ten bins.
Evaluation evaluate(const std::vector<Judgement>& judgements);

/// For people: the tables, and the confusions that happened most.
std::string evaluation_text(const Evaluation& evaluation);

/// The reliability diagram: confidence to the right, share that was right upwards; on the diagonal it is honest.
std::string reliability_svg(const Evaluation& evaluation);

}  // namespace regreen
