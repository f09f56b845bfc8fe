// generated.make: a file that a program of the project writes was not written anew, and the log says by which command of the
// project it is. The log only points: what runs is a target of the project's Makefile, a script of its package.json or a
// program in its tree. What tests are compared with is nobody's to make anew without a look.

#include "base/text.h"
#include "mend/fixer.h"
#include "mend/place.h"
#include "mend/text/fixers.h"
#include "mend/text/told_command.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t lines_of_diff = 60;  // above it

// The files that the message, or the comparison above it, says are out of date.
std::vector<std::string> outdated_files(const Tree& tree, const Occurrence& occurrence) {
  std::vector<std::string> files;
  const auto look = [&](std::string_view line) {
    for (auto& word : words_of_line(line)) {
      const auto path = word.starts_with("a/") || word.starts_with("b/") ? word.substr(2) : word;
      // Git says where it lies in the repository, of which this may be a part.
      const auto file = contains(path, "/") ? find_file(tree, path).value_or("") : path;
      if (tree.has(file) && !is_makefile(file)) files.push_back(file);
    }
  };
  look(occurrence.at.text);
  for (auto i = occurrence.before.size(); i-- > 0 && occurrence.before.size() - i <= lines_of_diff;) {
    const std::string_view line = occurrence.before[i];
    if (line.starts_with("--- ") || line.starts_with("diff --git ") || line.starts_with("M\t")) look(line);
  }
  return files;
}

}  // namespace

std::vector<ToolCall> make_generated_file(const Patient& patient) {
  std::vector<ToolCall> calls;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto files = outdated_files(patient.tree, occurrence);
    const auto command = told_command(patient.tree, occurrence);
    if (files.empty() || command.empty() || is_expectation(command)) continue;
    if (std::ranges::any_of(files, [](const auto& file) { return is_expectation(file); })) continue;
    if (std::ranges::find(calls, command, &ToolCall::command) == calls.end()) calls.push_back({command});
  }
  return calls;
}

}  // namespace regreen
