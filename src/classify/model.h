#pragma once

#include "base/result.h"
#include "model/diagnosis.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// An n-gram that spoke for the answer, and how strongly (in logits).
struct Reason {
  std::string ngram;
  double weight = 0;
};

/// What a classifier thinks of a text.
struct Prediction {
  std::vector<Alternative> categories;  ///< all that the model knows, most likely first; they sum to one
  bool is_sure = false;                 ///< the first is likely enough to be said; else: abstain
  std::vector<std::size_t> lines;       ///< those that decided, strongest first: indices into the text's lines

  /// The probability of a category; 0 where the model does not know it.
  double of(std::string_view category) const;
};

/// A trained text classifier: multinomial logistic regression over the n-grams of a text's telling lines. A value; a copy
/// shares its bytes. A model that knows nothing (the default) predicts nothing. Thread-safe once read.
///
/// The category "unknown" is a class like others: texts that do not say why something failed, green ones among them.
class Model {
 public:
  Model() = default;

  /// Reads a model file's bytes, which the model keeps. An error names what is wrong: not a model, another version,
  /// damaged. Costs one pass over the bytes (for the checksum), no parsing.
  static Result<Model> read(std::shared_ptr<const std::string> bytes);

  /// The same of bytes that live as long as the program: those built into it.
  static Result<Model> read_lasting(std::string_view bytes);

  bool knows_nothing() const { return categories_.empty(); }
  const std::vector<std::string>& categories() const { return categories_; }
  double threshold() const { return threshold_; }  ///< below this probability it abstains

  Prediction predict(std::span<const std::string_view> lines) const;

  /// The n-grams that spoke most for a category, strongest first.
  std::vector<Reason> reasons(std::span<const std::string_view> lines, std::string_view category) const;

 private:
  friend class ModelReader;

  void sort_in();  // for row_of()
  const std::int8_t* row_of(std::uint32_t id) const;
  double share(const std::int8_t* row, std::size_t category, float value) const;

  std::shared_ptr<const std::string> owned_;
  std::vector<std::string> categories_;
  std::vector<float> bias_, scale_;    // by category; a weight is scale × the byte of its row
  std::vector<std::uint32_t> ids_;     // ascending
  std::vector<std::uint32_t> starts_;  // by their first bits, where in ids_ they begin; hashes are spread evenly
  int shift_ = 0;                      // how many bits are not the first
  std::string_view rows_;              // categories × int8 for each id
  double sharpness_ = 1;               // logits are multiplied by it: 1 / temperature
  double threshold_ = 1;
};

}  // namespace regreen
