#include "train/evaluate.h"

#include "base/text.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/samples.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "os/file.h"

#include <fmt/format.h>

namespace regreen {
namespace {

std::vector<Judgement> judged_by(const Model& model, const std::vector<Sample>& samples) {
  std::vector<Judgement> judgements;
  for (const auto& sample : samples) {
    judgements.push_back({sample.category, model.predict(split_lines(sample.text)).categories});
  }
  return judgements;
}

Result<std::vector<Judgement>> judgements_for(const CommonOptions& common, const EvaluateOptions& options) {
  if (options.samples.empty()) {
    const auto samples = TRY(our_samples());
    return train(samples).held_out;
  }
  const auto samples = TRY(samples_at(options.samples));
  const auto model = TRY(load_model(common));
  return judged_by(model, samples);
}

}  // namespace

int run_evaluate(const CommonOptions& common, const EvaluateOptions& options) {
  const auto judgements = judgements_for(common, options);
  if (!judgements) {
    complain(judgements.error().message);
    return exit_trouble;
  }
  const auto evaluation = evaluate(*judgements);
  fmt::print("{}", evaluation_text(evaluation));
  if (options.svg.empty()) return exit_well;
  const auto written = replace_file(options.svg, reliability_svg(evaluation));
  if (written) return exit_well;
  complain(written.error().message);
  return exit_trouble;
}

}  // namespace regreen
