#include "read/ear.h"

#include "read/checkout.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace regreen {
namespace {

// How each line begins, with two bytes at least, that dialects remember something of. Lines that they only take for the runner's voice (echoed
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
    // BuildKit
    " > [",
    // what npm and Yarn say of a package's own script
    "➤ YN0000: │ ", "npm error command sh ", "npm ERR! command sh ",
    // npm and its kin; CircleCI
    "> ", "Exited with code "};

// The first bytes of a text as one number; zeros stand for those that it lacks.
std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  if (text.size() >= sizeof head) {
    std::memcpy(&head, text.data(), sizeof head);
  } else {
    std::memcpy(&head, text.data(), text.size());
  }
  return head;
}

// A beginning, with its head, which settles nearly all lines: many begin with blanks, as some of these do.
struct Beginning {
  explicit Beginning(std::string_view beginning)
      : text(beginning), head(head_of(text)), mask(head_of(std::string(text.size(), '\xFF'))) {}

  bool begins(std::string_view line, std::uint64_t head_of_line) const {
    return (head_of_line & mask) == head && line.starts_with(text);
  }

  std::string_view text;
  std::uint64_t head, mask;
};

// The first two bytes of a text that has them, as an index.
std::size_t pair_of(std::string_view text) {
  return static_cast<unsigned char>(text[0]) << 8 | static_cast<unsigned char>(text[1]);
}

struct Beginnings {
  std::bitset<1 << 16> pairs;  // with which any of them begins: no other text has to be looked at
  std::array<std::vector<Beginning>, 256> by_first;
};

const Beginnings& all_beginnings() {
  static const Beginnings table = [] {
    Beginnings all;
    const auto add = [&](std::string_view one) {
      all.pairs.set(pair_of(one));
      all.by_first[static_cast<unsigned char>(one.front())].emplace_back(one);
    };
    std::ranges::for_each(beginnings, add);
    std::ranges::for_each(beginnings_of_folder_lines(), add);
    return all;
  }();
  return table;
}

}  // namespace

bool may_be_mark(std::string_view text) {
  const Beginnings& all = all_beginnings();
  if (text.size() < 2 || !all.pairs[pair_of(text)]) return false;
  const std::uint64_t head = head_of(text);
  return std::ranges::any_of(all.by_first[static_cast<unsigned char>(text.front())],
                             [&](const Beginning& one) { return one.begins(text, head); });
}

}  // namespace regreen
