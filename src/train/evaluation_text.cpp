#include "train/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace regreen {
namespace {

constexpr std::size_t confusions_max = 20;
constexpr double side = 400, margin = 50;  // of the diagram, in pixels

std::string score_table(const Evaluation& evaluation) {
  std::string text = fmt::format("{:<24} {:>9} {:>7} {:>5} {:>8}\n", "", "precision", "recall", "f1", "support");
  for (const auto& one : evaluation.categories) {
    text += fmt::format("{:<24} {:>9.2f} {:>7.2f} {:>5.2f} {:>8}\n", one.category, one.precision, one.recall, one.f1,
                        one.support);
  }
  return text;
}

std::string confusion_table(const Evaluation& evaluation) {
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> most;  // count, truth, said
  for (std::size_t truth = 0; truth < evaluation.confusion.size(); ++truth) {
    for (std::size_t said = 0; said < evaluation.confusion.size(); ++said) {
      if (truth != said && evaluation.confusion[truth][said] > 0)
        most.emplace_back(evaluation.confusion[truth][said], truth, said);
    }
  }
  std::ranges::stable_sort(most, [](const auto& a, const auto& b) { return std::get<0>(a) > std::get<0>(b); });
  if (most.size() > confusions_max) most.resize(confusions_max);
  std::string text = fmt::format("{:<24} {:<24} {:>5}\n", "truth", "taken for", "times");
  for (const auto& [count, truth, said] : most) {
    text += fmt::format("{:<24} {:<24} {:>5}\n", evaluation.categories[truth].category,
                        evaluation.categories[said].category, count);
  }
  return text;
}

std::string coverage_table(const Evaluation& evaluation) {
  std::string text = fmt::format("{:>10} {:>9} {:>9}\n", "confidence", "answered", "right");
  for (const auto& row : evaluation.coverage) {
    text += fmt::format("{:>10.2f} {:>8.1f}% {:>8.1f}%\n", row.threshold, row.coverage * 100, row.accuracy * 100);
  }
  return text;
}

double across(double value) { return margin + value * side; }
double upwards(double value) { return margin + (1 - value) * side; }

}  // namespace

std::string evaluation_text(const Evaluation& evaluation) {
  return score_table(evaluation) +
         fmt::format("\n{} samples, accuracy {:.3f}, macro-F1 {:.3f}, expected calibration error {:.3f}\n\n",
                     evaluation.samples, evaluation.accuracy, evaluation.macro_f1, evaluation.ece) +
         coverage_table(evaluation) + "\n" + confusion_table(evaluation);
}

std::string reliability_svg(const Evaluation& evaluation) {
  constexpr double whole = side + 2 * margin;
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" font-family=\"sans-serif\" font-size=\"13\">\n"
      "<title>Reliability: ECE {1:.3f}, {2} samples</title>\n<rect width=\"{0}\" height=\"{0}\" fill=\"white\"/>\n",
      whole, evaluation.ece, evaluation.samples);
  const double width = side / static_cast<double>(std::max<std::size_t>(evaluation.bins.size(), 1));
  for (std::size_t i = 0; i < evaluation.bins.size(); ++i) {
    const auto& bin = evaluation.bins[i];
    if (bin.count == 0) continue;
    svg += fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"#4a7ebb\" fill-opacity=\"0.6\">"
        "<title>{} answers, confidence {:.2f}, right {:.2f}</title></rect>\n",
        margin + static_cast<double>(i) * width + 1, upwards(bin.right), width - 2, bin.right * side, bin.count,
        bin.confidence, bin.right);
    svg += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"#b5542b\"/>\n", across(bin.confidence),
                       upwards(bin.right));
  }
  svg += fmt::format("<path d=\"M{0} {1}V{2}H{1}\" fill=\"none\" stroke=\"black\"/>\n", margin, margin, side + margin);
  svg += fmt::format(
      "<path d=\"M{0} {1}H{1}\" stroke=\"black\"/>\n<path d=\"M{0} {1}L{1} {0}\" stroke=\"black\" "
      "stroke-dasharray=\"4\"/>\n",
      margin, side + margin);
  for (const double tick : {0.0, 0.5, 1.0}) {
    svg += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text>\n", across(tick),
                       side + margin + 18, tick);
    svg += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"end\">{}</text>\n", margin - 6, upwards(tick) + 4,
                       tick);
  }
  svg += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">confidence</text>\n", across(0.5),
                     side + margin + 36);
  svg += fmt::format(
      "<text transform=\"translate(14 {:.0f}) rotate(-90)\" text-anchor=\"middle\">share that was "
      "right</text>\n</svg>\n",
      upwards(0.5));
  return svg;
}

}  // namespace regreen
