#include "base/text.h"
#include "classify/suggest.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/samples.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "os/file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

constexpr std::size_t text_bytes_max = 64 << 20;
constexpr std::size_t shown_max = 5;
constexpr int standard_input = 0;

// What is said aloud: the category, or "unknown" where the model abstains.
struct Answer {
  Prediction prediction;
  std::string category;
  double confidence = 0;
  std::vector<Reason> reasons;
  std::vector<std::string> lines;
};

Answer answer_to(const Model& model, std::string_view text) {
  const auto cleaned = clean_lines(text);
  const std::vector<std::string_view> lines(cleaned.begin(), cleaned.end());
  Answer answer;
  answer.prediction = model.predict(lines);
  const auto& first = answer.prediction.categories.front();
  answer.category = first.category;
  answer.confidence = first.confidence;
  answer.reasons = model.reasons(lines, first.category);
  for (const auto index : answer.prediction.lines) answer.lines.push_back(cleaned[index]);
  return answer;
}

void print_text(const Answer& answer) {
  for (std::size_t i = 0; i < std::min(shown_max, answer.prediction.categories.size()); ++i) {
    const auto& one = answer.prediction.categories[i];
    fmt::print("{:<24} {:>5.1f} %\n", one.category, one.confidence * 100);
  }
  if (!answer.prediction.is_sure) fmt::print("not sure: likelier to be wrong than this model's promise\n");
  fmt::print("\nsuggestion: {}\n", suggestion_for(answer.category));
  for (const auto& line : answer.lines) fmt::print("  | {}\n", printable(line));
  fmt::print("because of\n");
  for (const auto& reason : answer.reasons) fmt::print("  {:>6.2f}  {}\n", reason.weight, printable(reason.ngram));
}

void print_json(const Answer& answer) {
  nlohmann::ordered_json json;
  json["schema"] = "regreen.prediction/1";
  json["category"] = answer.category;
  json["confidence"] = answer.confidence;
  json["sure"] = answer.prediction.is_sure;
  json["suggestions"] = {suggestion_for(answer.category)};
  json["alternatives"] = nlohmann::ordered_json::array();
  for (std::size_t i = 1; i < std::min(shown_max, answer.prediction.categories.size()); ++i) {
    const auto& one = answer.prediction.categories[i];
    json["alternatives"].push_back({{"category", one.category}, {"confidence", one.confidence}});
  }
  json["lines"] = nlohmann::ordered_json::array();
  for (const auto& line : answer.lines) json["lines"].push_back(printable(line));
  json["ngrams"] = nlohmann::ordered_json::array();
  for (const auto& reason : answer.reasons)
    json["ngrams"].push_back({{"ngram", printable(reason.ngram)}, {"weight", reason.weight}});
  fmt::print("{}\n", json.dump(2));
}

Result<Answer> predict(const CommonOptions& common, const PredictOptions& options) {
  const std::string text = options.text == "-" ? TRY(read_all(standard_input, text_bytes_max)) : options.text;
  const auto model = TRY(load_model(common));
  return answer_to(model, text);
}

}  // namespace

int run_predict(const CommonOptions& common, const PredictOptions& options) {
  const auto answer = predict(common, options);
  if (!answer) {
    complain(answer.error().message);
    return exit_trouble;
  }
  if (options.format == Format::json) {
    print_json(*answer);
  } else {
    print_text(*answer);
  }
  return answer->prediction.is_sure && answer->category != "unknown" ? exit_well : exit_look;
}

}  // namespace regreen
