#include "mend/mend.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/fixer.h"
#include "mend/line_ends.h"
#include "mend/part.h"
#include "mend/place.h"
#include "mend/tool_home.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::string_view files_mark = "{files}";
constexpr std::size_t files_max = 200;  // a command line has a limit; beyond it the tool looks at the folder itself

// Tools that look for their files in a folder by themselves.
constexpr std::array<std::string_view, 7> folder_tools = {"black",  "isort",    "ruff",     "prettier",
                                                          "eslint", "autopep8", "goimports"};

bool takes_folder(std::string_view command) {
  return std::ranges::any_of(split(command, ' '), [](auto word) { return is_among(word, folder_tools); });
}

/// A tool that runs where its manifest is, and nowhere above.
struct HomeBound {
  std::string_view call;
  std::array<std::string_view, 2> manifests;
};
constexpr std::array<HomeBound, 3> home_bound = {{{"cargo ", {"Cargo.toml", ""}},
                                                  {"bundle exec ", {"Gemfile", "gems.rb"}},
                                                  {"biome ", {"biome.json", "biome.jsonc"}}}};

// The command in the folders that have its manifest where the top has none.
std::string where_it_works(const std::string& command, const Tree& tree, const std::vector<std::string>& files) {
  const auto row = std::ranges::find_if(home_bound, [&](const HomeBound& one) { return contains(command, one.call); });
  if (row == home_bound.end()) return command;
  const bool is_at_top =
      std::ranges::any_of(row->manifests, [&](auto name) { return !name.empty() && tree.has(name); });
  if (is_at_top) return command;
  std::vector<std::string> calls;
  for (const auto& home : tool_homes(tree, files, row->manifests)) {
    if (!home.folder.empty()) calls.push_back(in_folder(home.folder, command));
  }
  return calls.empty() ? command : join(calls, "; ");
}

std::vector<Candidate> tool_calls(const Remedy& remedy, const Tree& tree, const std::vector<std::string>& files) {
  std::vector<Candidate> calls;
  for (const auto& command : remedy.commands) {
    if (!contains(command, files_mark)) {
      calls.emplace_back(ToolCall{where_it_works(command, tree, files)});
    } else if (!files.empty() && files.size() <= files_max) {
      calls.emplace_back(ToolCall{replace_all(command, files_mark, shell_words(files))});
    } else if (takes_folder(command)) {
      calls.emplace_back(ToolCall{replace_all(command, files_mark, ".")});
    }
  }
  return calls;
}

std::vector<Candidate> chosen_tools(const Remedy& remedy, const Patient& patient) {
  const auto row = std::ranges::find(tool_choosers(), remedy.id.value, &ToolRow::remedy);
  if (row == tool_choosers().end()) return tool_calls(remedy, patient.tree, files_of(patient.tree, patient.diagnosis));
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

// Of the whole tree, then of each project that is meant.
std::vector<Candidate> candidates_everywhere(const Remedy& remedy, const Patient& patient, std::string_view command) {
  auto candidates = candidates_for(remedy, patient);
  for (const auto& folder : parts_meant(patient.tree, patient.diagnosis, command)) {
    const FolderTree part(patient.tree, folder);
    const LastCommit commit = below(patient.last_commit, folder);
    for (auto& candidate : candidates_for(remedy, {patient.diagnosis, part, patient.rules, commit})) {
      candidate = seen_from_above(std::move(candidate), folder);
      if (!is_among(candidate, candidates)) candidates.push_back(std::move(candidate));
    }
  }
  return candidates;
}

}  // namespace

std::vector<Candidate> mend(const Remedy& remedy, const Diagnosis& diagnosis, const Tree& tree, const RuleSet& rules,
                            std::string_view command, const LastCommit& last_commit) {
  const PlainEnds plain(tree);
  auto candidates = candidates_everywhere(remedy, {diagnosis, plain, rules, last_commit}, command);
  if (!plain.has_changed_any()) return candidates;
  if (candidates.empty()) return candidates_everywhere(remedy, {diagnosis, tree, rules, last_commit}, command);
  std::vector<Candidate> own;
  for (auto& candidate : candidates) {
    if (auto kept = with_own_ends(std::move(candidate), tree)) own.push_back(std::move(*kept));
  }
  return own;
}

}  // namespace regreen
