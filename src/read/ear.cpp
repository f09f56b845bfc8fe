#include "read/ear.h"

#include "read/checkout.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

// How each line begins that dialects remember something of. Lines that they only take for the runner's voice (echoed
// commands) need not be here: such a line is heard when a rule recognises it.
constexpr std::array beginnings = {
    // GitHub Actions, Azure Pipelines
    "##[", "Error: Process completed with exit code ", "Current runner version: '",
    "Complete job name: ", "Post job cleanup.", "Cleaning up orphan processes", "Cache saved ",
    "Cache hit occurred on ",
    // Travis CI; "nl" stands before some of them on macOS
    "travis_", "nl", "Done. Your build exited with ", "Your build has been stopped.", "The command \"",
    // GitLab CI
    "section_", "Running with gitlab-runner ", "Job succeeded", "ERROR: Job failed",
    // Jenkins
    "[Pipeline] ", "Finished: ", "Stage \"", "ERROR: script returned exit code ",
    // Buildkite
    "~~~ ",
    // npm and its kin; CircleCI
    "> ", "Exited with code "};

using ByFirst = std::array<std::vector<std::string_view>, 256>;

const ByFirst& by_first_letter() {
  static const ByFirst table = [] {
    ByFirst all;
    const auto add = [&](std::string_view one) { all[static_cast<unsigned char>(one.front())].push_back(one); };
    std::ranges::for_each(beginnings, add);
    std::ranges::for_each(beginnings_of_folder_lines(), add);
    return all;
  }();
  return table;
}

}  // namespace

bool may_be_mark(std::string_view text) {
  if (text.empty()) return false;
  const auto& some = by_first_letter()[static_cast<unsigned char>(text.front())];
  return std::ranges::any_of(some, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

}  // namespace regreen
