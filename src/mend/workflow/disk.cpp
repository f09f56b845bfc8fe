// workflow.free-disk-space: the runner comes with tools that most jobs never use.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"

namespace regreen {
namespace {

constexpr std::string_view cleaning =
    "- name: Free disk space\n"
    "  run: |\n"
    "    sudo rm -rf /usr/share/dotnet /usr/local/lib/android /opt/ghc /opt/hostedtoolcache/CodeQL\n"
    "    docker image prune -af\n";

std::string indented(std::string_view text, std::size_t blanks) {
  std::string out;
  for (const auto line : split_lines(text)) out += std::string(blanks, ' ') + std::string(line) + "\n";
  return out;
}

// Behind the checkout of the job, or first of its steps.
std::optional<Edit> clean_first(std::string_view text, std::string_view job) {
  const Lines lines(text);
  std::string name;
  std::optional<Edit> found;
  std::size_t jobs = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (indentation(line).size() == 2 && trim(line).ends_with(':')) name = trim(line).substr(0, trim(line).size() - 1);
    if (!key_on(line, "steps")) continue;
    ++jobs;
    if (!job.empty() && name != job && contains(text, "\n  " + std::string(job) + ":")) continue;
    auto first = number + 1;
    while (lines.has(first) && trim(lines.line(first)).empty()) ++first;
    const auto depth = indentation(lines.line(first)).size();
    if (!trim(lines.line(first)).starts_with('-') || found) return std::nullopt;
    auto at = first;
    if (contains(lines.line(first), "actions/checkout")) {
      do ++at;
      while (lines.has(at) && (trim(lines.line(at)).empty() || indentation(lines.line(at)).size() > depth));
    }
    found = Edit{lines.begin(at), 0, indented(cleaning, depth)};
  }
  const bool named = contains(text, "\n  " + std::string(job) + ":");
  return jobs == 1 || (named && !job.empty()) ? found : std::nullopt;
}

}  // namespace

std::vector<Patch> free_disk_space(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    const auto text = path.starts_with(".github/workflows/") && is_workflow(path) ? draft.read(path) : std::nullopt;
    if (!text || contains(*text, "Free disk space") || !contains(*text, "ubuntu")) continue;
    if (const auto edit = clean_first(*text, patient.diagnosis.job)) draft.edit(path, {*edit});
  }
  return draft.patch().changes.size() == 1 ? draft.patches() : std::vector<Patch>{};
}

}  // namespace regreen
