#include "mend/mend.h"

#include "base/text.h"
#include "mend/fixer.h"
#include "mend/part.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::string_view files_mark = "{files}";
constexpr std::size_t files_max = 200;  // a command line has a limit; beyond it the tool looks at the folder itself

// Tools that look for their files in a folder by themselves.
constexpr std::array<std::string_view, 8> folder_tools = {"black",  "isort", "ruff",     "prettier",
                                                          "eslint", "gofmt", "autopep8", "goimports"};

bool takes_folder(std::string_view command) {
  return std::ranges::any_of(split(command, ' '),
                             [](auto word) { return std::ranges::find(folder_tools, word) != folder_tools.end(); });
}

// The files as words of a shell; one that starts with '-' is no option.
std::string words(const std::vector<std::string>& files) {
  std::vector<std::string> quoted;
  for (const auto& file : files) quoted.push_back(shell_quoted(file.starts_with('-') ? "./" + file : file));
  return join(quoted, " ");
}

std::vector<Candidate> tool_calls(const Remedy& remedy, const std::vector<std::string>& files) {
  std::vector<Candidate> calls;
  for (const auto& command : remedy.commands) {
    if (!contains(command, files_mark)) {
      calls.emplace_back(ToolCall{command});
    } else if (!files.empty() && files.size() <= files_max) {
      calls.emplace_back(ToolCall{replace_all(command, files_mark, words(files))});
    } else if (takes_folder(command)) {
      calls.emplace_back(ToolCall{replace_all(command, files_mark, ".")});
    }
  }
  return calls;
}

std::vector<Candidate> chosen_tools(const Remedy& remedy, const Patient& patient) {
  const auto row = std::ranges::find(tool_choosers(), remedy.id.value, &ToolRow::remedy);
  if (row == tool_choosers().end()) return tool_calls(remedy, files_of(patient.tree, patient.diagnosis));
  const auto calls = row->choose(patient);
  return {calls.begin(), calls.end()};
}

std::vector<Candidate> patches(const Remedy& remedy, const Patient& patient) {
  const auto row = std::ranges::find(fixers(), remedy.id.value, &FixerRow::remedy);
  if (row == fixers().end()) return {};
  std::vector<Candidate> candidates;
  for (auto& patch : row->fix(patient)) {
    if (!patch.empty()) candidates.emplace_back(std::move(patch));
  }
  return candidates;
}

std::vector<Candidate> candidates_for(const Remedy& remedy, const Patient& patient) {
  switch (remedy.kind) {
    case RemedyKind::edit: return patches(remedy, patient);
    case RemedyKind::run: return chosen_tools(remedy, patient);
    case RemedyKind::rerun:
    case RemedyKind::escalate: break;
  }
  return {};
}

}  // namespace

std::vector<Candidate> mend(const Remedy& remedy, const Diagnosis& diagnosis, const Tree& tree, const RuleSet& rules,
                            std::string_view command) {
  auto candidates = candidates_for(remedy, {diagnosis, tree, rules});
  for (const auto& folder : parts_meant(tree, diagnosis, command)) {
    const FolderTree part(tree, folder);
    for (auto& candidate : candidates_for(remedy, {diagnosis, part, rules})) {
      candidate = seen_from_above(std::move(candidate), folder);
      if (std::ranges::find(candidates, candidate) == candidates.end()) candidates.push_back(std::move(candidate));
    }
  }
  return candidates;
}

}  // namespace regreen
