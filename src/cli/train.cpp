#include "train/train.h"

#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/samples.h"
#include "cli/terminal.h"
#include "os/file.h"
#include "train/evaluate.h"

#include <fmt/format.h>

#include <set>

namespace regreen {
namespace {

Result<std::vector<Sample>> all_samples(const std::vector<std::string>& custom) {
  auto samples = TRY(our_samples());
  for (const auto& path : custom) {
    auto more = TRY(samples_at(path));
    for (auto& one : more) samples.push_back(std::move(one));
  }
  return samples;
}

// What a person wants to know of it: how good it is at what it did not see.
void tell(const std::vector<Sample>& samples, const Training& training, const std::string& file, std::size_t bytes) {
  std::set<std::string> bases;
  for (const auto& sample : samples) bases.insert(sample.base);
  fmt::print("{}", evaluation_text(evaluate(training.held_out)));
  fmt::print("\n{}: {} categories, {} n-grams, {} bytes; from {} samples of {} outputs; sure from {:.2f} on\n", file,
             training.content.categories.size(), training.content.ids.size(), bytes, samples.size(), bases.size(),
             static_cast<double>(training.content.threshold));
}

}  // namespace

int run_train(const TrainCommand& options) {
  Progress progress;
  const auto samples = all_samples(options.custom);
  if (!samples) {
    complain(samples.error().message);
    return exit_trouble;
  }
  progress.show(fmt::format("training with {} samples", samples->size()));
  const auto training = train(*samples);
  const auto bytes = write_model(training.content);
  if (const auto written = replace_file(options.output, bytes); !written) {
    complain(written.error().message);
    return exit_trouble;
  }
  progress.show("");
  tell(*samples, training, options.output, bytes.size());
  return exit_well;
}

}  // namespace regreen
