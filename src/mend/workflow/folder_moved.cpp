// workflow.fix-folder: the folder that steps work in is no longer there. Meant is the only one that no step of any workflow works
// in and that has what the commands of these steps look for: a package.json for npm, a go.mod for go, the script that is called or read.
// What tests, examples and documents hold is not meant, nor what is for other surroundings. Other settings of the workflow that name the folder follow.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/ignored.h"
#include "mend/text/near_path.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/folder_named.h"
#include "mend/workflow/looked_for.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"
#include "model/last_commit.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

std::string folder_in(std::string_view value) {
  value = trim(value.substr(0, value.find(" #")));
  if (value.size() > 1 && (value[0] == '"' || value[0] == '\'')) value = value.substr(1, value.size() - 2);
  if (value.starts_with("./")) value.remove_prefix(2);
  while (value.ends_with('/')) value.remove_suffix(1);
  return std::string(value);
}

/// A line `working-directory: …` of a workflow.
struct WorkPlace {
  std::size_t line = 0;
  std::string folder;
};

std::vector<WorkPlace> work_places(const Lines& lines) {
  std::vector<WorkPlace> places;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (key_on(line, "working-directory")) places.push_back({number, folder_in(line.substr(line.find(':') + 1))});
  }
  return places;
}

// The script of a step, its lines without what stands around them.
std::vector<std::string> script_of(const Lines& lines, const WorkflowStep& step) {
  if (step.is_inline) return {step.inline_script};
  std::vector<std::string> script;
  for (auto number = step.run + 1; step.run != 0 && number <= step.script_last; ++number)
    script.emplace_back(trim(lines.line(number)));
  return script;
}

using Scripts = std::map<std::string, std::vector<std::string>>;  ///< lines of scripts, by the folder they work in

// Where the steps of a job work: their own key says so, else their job's, else the workflow's.
void add_scripts(const Lines& lines, const std::vector<WorkflowStep>& steps, const std::vector<WorkPlace>& places,
                 Scripts& scripts) {
  const WorkPlace *of_job = nullptr, *of_all = nullptr;
  std::map<std::size_t, const WorkPlace*> of_step;  // by its first line
  const auto first_wins = [](auto& known, const WorkPlace& place) {
    if (known == nullptr) known = &place;
  };
  for (const auto& place : places) {
    const auto step =
        std::ranges::find_if(steps, [&](const auto& one) { return one.first <= place.line && place.line <= one.last; });
    const auto& job = steps.front();
    if (step != steps.end())
      first_wins(of_step[step->first], place);
    else if (job.job_first <= place.line && place.line <= job.job_last)
      first_wins(of_job, place);
    else if (indentation(lines.line(place.line)).size() == 4 && place.line < job.job_first)
      first_wins(of_all, place);
  }
  for (const auto& step : steps) {
    const auto own = of_step.find(step.first);
    const auto* nearest = own != of_step.end() ? own->second : of_job != nullptr ? of_job : of_all;
    if (nearest == nullptr) continue;
    for (auto& line : script_of(lines, step)) scripts[nearest->folder].push_back(std::move(line));
  }
}

using Folders = std::set<std::string, std::less<>>;

Folders folders_of(const Tree& tree) {
  Folders folders;
  for (const auto& path : tree.list()) {
    for (auto folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
      if (!folders.emplace(folder).second) break;  // those above it are known as well
    }
  }
  return folders;
}

/// The workflows of a tree, and where their steps work.
class Moves {
 public:
  explicit Moves(const Patient& patient)
      : tree_(patient.tree), commit_(patient.last_commit), folders_(folders_of(patient.tree)) {
    const auto& tree = patient.tree;
    for (const auto& path : tree.list()) {
      auto text = is_workflow(path) ? tree.read(path) : std::nullopt;
      if (!text) continue;
      const Lines lines(*text);
      const auto places = work_places(lines);
      for (const auto& place : places) taken_.insert(place.folder);
      for (const auto& steps : workflow_steps(lines)) add_scripts(lines, steps, places, scripts_);
      workflows_.emplace(path, std::move(*text));
    }
  }

  const std::map<std::string, std::string>& workflows() const { return workflows_; }

  bool is_gone(const std::string& folder) const { return !folder.empty() && !folders_.contains(folder); }

  // The folder that the old one has become; "" where none or several could be.
  const std::string& meant_by(const std::string& old) {
    const auto [known, is_new] = meant_.try_emplace(old);
    if (is_new) known->second = found_for(old);
    return known->second;
  }

 private:
  std::string found_for(const std::string& old) {
    if (auto moved = moved_in_commit(tree_, commit_, old); !moved.empty()) return is_odd(moved, old) ? "" : moved;
    const auto files = looked_for(scripts_[old]);
    if (files.empty() || is_build_folder(old) || is_ignored(tree_, old)) return "";
    std::vector<std::string> found;
    for (const auto& folder : folders_) {
      if (!is_odd(folder, old) && !taken_.contains(folder) && has_all(folder, files)) found.push_back(folder);
    }
    if (found.size() > 1) std::erase_if(found, [&](const auto& one) { return name_of(one) != name_of(old); });
    if (found.size() != 1) return "";
    taken_.insert(found.front());
    return found.front();
  }

  static bool is_odd(const std::string& folder, const std::string& old) {
    const auto inside = folder + "/";
    return is_vendored(inside) || folder.starts_with('.') || (is_aside(inside) && !is_aside(old + "/")) ||
           !may_stand_for(folder, old);
  }

  bool has_all(const std::string& folder, const std::vector<std::vector<std::string>>& files) const {
    return std::ranges::all_of(files, [&](const auto& row) {
      return std::ranges::any_of(row, [&](const auto& name) { return has_file(tree_, folder, name); });
    });
  }

  const Tree& tree_;
  const LastCommit& commit_;
  Folders folders_;
  std::set<std::string> taken_;
  Scripts scripts_;                               ///< of all workflows
  std::map<std::string, std::string> workflows_;  ///< their texts, by path
  std::map<std::string, std::string> meant_;      ///< by the old folder
};

}  // namespace

std::vector<Patch> fix_workflow_folder(const Patient& patient) {
  Draft draft(patient.tree);
  Moves moves(patient);
  std::set<std::string> said;
  for (const auto& occurrence : occurrences_of(patient.diagnosis))
    said.insert("/" + folder_in(capture(occurrence, "path")));
  const auto is_said = [&](const std::string& folder) {
    return std::ranges::any_of(said, [&](const auto& path) { return path.ends_with("/" + folder); });
  };
  for (const auto& [path, text] : moves.workflows()) {
    const Lines lines(text);
    std::vector<Edit> edits;
    std::map<std::string, std::string> renamed;
    for (const auto& [number, folder] : work_places(lines)) {
      if (!moves.is_gone(folder) || !is_said(folder)) continue;
      const auto line = lines.line(number);
      const auto& meant = moves.meant_by(folder);
      const auto at = line.find(folder, line.find(':'));
      if (meant.empty() || at == std::string_view::npos) continue;
      edits.push_back({lines.begin(number) + at, folder.size(), meant});
      renamed.emplace(folder, meant);
    }
    for (auto one = renamed.rbegin(); one != renamed.rend(); ++one) {  // what lies in a folder before the folder
      for (auto& edit : follow_folder(patient.tree, text, one->first, one->second)) {
        if (std::ranges::find(edits, edit.offset, &Edit::offset) == edits.end()) edits.push_back(std::move(edit));
      }
    }
    draft.edit(path, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
