// workflow.fix-folder: the folder that steps work in is no longer there. Meant is the only one that nobody else works in and
// that has what the commands of these steps look for: a package.json for npm, a go.mod for go, the script that is called.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

/// A command that looks for a file where it is run: what one of its words is, and names of the file, one of which is enough.
struct Command {
  std::string_view words;
  std::array<std::string_view, 4> files;
};

constexpr auto commands = std::to_array<Command>({
    {"npm", {"package.json"}},
    {"npx", {"package.json"}},
    {"yarn", {"package.json"}},
    {"pnpm", {"package.json"}},
    {"bun", {"package.json"}},
    {"go build", {"go.mod"}},
    {"go test", {"go.mod"}},
    {"go vet", {"go.mod"}},
    {"go mod", {"go.mod"}},
    {"cargo", {"Cargo.toml"}},
    {"make", {"Makefile", "makefile", "GNUmakefile"}},
    {"cmake .", {"CMakeLists.txt"}},
    {"mvn", {"pom.xml"}},
    {"./mvnw", {"mvnw"}},
    {"gradle", {"build.gradle", "build.gradle.kts"}},
    {"./gradlew", {"gradlew"}},
    {"composer", {"composer.json"}},
    {"bundle", {"Gemfile"}},
    {"mix", {"mix.exs"}},
    {"poetry", {"pyproject.toml"}},
    {"pip install .", {"pyproject.toml", "setup.py"}},
    {"pip install -e .", {"pyproject.toml", "setup.py"}},
    {"python -m build", {"pyproject.toml", "setup.py"}},
    {"python3 -m build", {"pyproject.toml", "setup.py"}},
    {"python -m unittest", {"test*.py"}},
    {"python3 -m unittest", {"test*.py"}},
    {"pytest", {"test_*.py", "tests/test_*.py", "*_test.py"}},
    {"python -m pytest", {"test_*.py", "tests/test_*.py", "*_test.py"}},
    {"python3 -m pytest", {"test_*.py", "tests/test_*.py", "*_test.py"}},
    {"terraform", {"*.tf"}},
    {"docker build .", {"Dockerfile"}},
    {"tsc", {"tsconfig.json"}},
    {"mkdocs", {"mkdocs.yml"}},
    {"dotnet", {"*.csproj", "*.sln", "*.fsproj"}},
});

std::string plain(std::string_view value) {
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
    if (key_on(line, "working-directory")) places.push_back({number, plain(line.substr(line.find(':') + 1))});
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

// The scripts of the steps that work in the folder: their own key says so, else their job's, else the workflow's.
std::vector<std::string> scripts_in(const Lines& lines, const std::string& folder) {
  const auto places = work_places(lines);
  std::vector<std::string> scripts;
  for (const auto& steps : workflow_steps(lines)) {
    for (const auto& step : steps) {
      const WorkPlace* nearest = nullptr;
      int best = 0;
      for (const auto& place : places) {
        const bool in_step = step.first <= place.line && place.line <= step.last;
        const bool in_other = std::ranges::any_of(
            steps, [&](const auto& one) { return one.first <= place.line && place.line <= one.last; });
        const bool in_job = step.job_first <= place.line && place.line <= step.job_last && !in_other;
        const bool for_all = indentation(lines.line(place.line)).size() == 4 && !in_job && !in_other &&
                             place.line < steps.front().job_first;
        const int rank = in_step ? 3 : in_job ? 2 : for_all ? 1 : 0;
        if (rank > best) nearest = &place;
        best = std::max(best, rank);
      }
      if (nearest == nullptr || nearest->folder != folder) continue;
      for (auto& line : script_of(lines, step)) scripts.push_back(std::move(line));
    }
  }
  return scripts;
}

// Has a folder a file of such a name? Globs stay in one folder.
bool has_file(const Tree& tree, const std::string& folder, std::string_view name) {
  if (!contains(name, "*")) return tree.has(folder + "/" + std::string(name));
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    return path.starts_with(folder + "/") && glob_matches(folder + "/" + std::string(name), path);
  });
}

/// What the commands of scripts look for: of each row one file is enough.
std::vector<std::vector<std::string>> looked_for(const std::vector<std::string>& scripts) {
  std::vector<std::vector<std::string>> files;
  for (const auto& line : scripts) {
    for (const auto& command : commands) {
      if (line != command.words && !line.starts_with(std::string(command.words) + " ")) continue;
      auto& row = files.emplace_back();
      for (const auto name : command.files) {
        if (!name.empty()) row.emplace_back(name);
      }
    }
    const auto first = line.substr(0, line.find(' '));
    if (first.starts_with("./") && is_confined_path(first.substr(2))) files.push_back({first.substr(2)});
    const auto with = line.find(" -r ");
    const auto list = with == std::string::npos ? "" : line.substr(with + 4, line.find(' ', with + 4) - with - 4);
    if (line.starts_with("pip") && is_confined_path(list)) files.push_back({list});
  }
  return files;
}

std::set<std::string> folders_of(const Tree& tree) {
  std::set<std::string> folders;
  for (const auto& path : tree.list()) {
    for (auto folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
      if (!is_vendored(std::string(folder) + "/x") && !folder.starts_with(".")) folders.emplace(folder);
    }
  }
  return folders;
}

// The folder that the old one has become; "" where none or several could be.
std::string meant_by(const Tree& tree, const Lines& lines, const std::string& old) {
  const auto files = looked_for(scripts_in(lines, old));
  if (files.empty()) return "";
  std::set<std::string> taken;
  for (const auto& place : work_places(lines)) taken.insert(place.folder);
  std::vector<std::string> found;
  for (const auto& folder : folders_of(tree)) {
    const bool fits = std::ranges::all_of(files, [&](const auto& row) {
      return std::ranges::any_of(row, [&](const auto& name) { return has_file(tree, folder, name); });
    });
    if (fits && !taken.contains(folder)) found.push_back(folder);
  }
  if (found.size() > 1) std::erase_if(found, [&](const auto& one) { return name_of(one) != name_of(old); });
  return found.size() == 1 ? found.front() : "";
}

}  // namespace

std::vector<Patch> fix_workflow_folder(const Patient& patient) {
  Draft draft(patient.tree);
  const auto folders = folders_of(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto said = "/" + plain(capture(occurrence, "path"));
    for (const auto& path : patient.tree.list()) {
      const auto text = is_workflow(path) ? draft.read(path) : std::nullopt;
      if (!text) continue;
      const Lines lines(*text);
      std::vector<Edit> edits;
      for (const auto& [number, folder] : work_places(lines)) {
        if (folder.empty() || !said.ends_with("/" + folder) || folders.contains(folder)) continue;
        const auto line = lines.line(number);
        const auto meant = meant_by(patient.tree, lines, folder);
        const auto at = line.find(folder, line.find(':'));
        if (!meant.empty() && at != std::string_view::npos)
          edits.push_back({lines.begin(number) + at, folder.size(), meant});
      }
      draft.edit(path, std::move(edits));
    }
  }
  return draft.patches();
}

}  // namespace regreen
