// The files that a job's commands look for in the folder where they run, and where a folder went.

#include "mend/workflow/looked_for.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/text/moved_text.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

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

/// A program that reads the file that it is told, and how such files end.
struct Interpreter {
  std::string_view name;
  std::array<std::string_view, 4> endings;
};

constexpr auto interpreters = std::to_array<Interpreter>({
    {"node", {".js", ".mjs", ".cjs"}},
    {"deno", {".ts", ".js", ".tsx"}},
    {"tsx", {".ts", ".tsx"}},
    {"python", {".py"}},
    {"python3", {".py"}},
    {"sh", {".sh"}},
    {"bash", {".sh", ".bash"}},
    {"ruby", {".rb"}},
    {"perl", {".pl"}},
    {"php", {".php"}},
    {"Rscript", {".R"}},
    {"lua", {".lua"}},
});

// Names that files of many folders have.
constexpr auto usual = std::to_array<std::string_view>(
    {"index", "main", "app", "test", "tests", "run", "setup", "manage", "build", "cli", "server", "start", "conftest"});

bool is_usual(std::string_view file) { return !contains(file, "/") && is_among(file.substr(0, file.find('.')), usual); }

// The file that an interpreter reads: `node --check src/tiles.js`; "" where it reads none, or one of a name that
// tells no folder from others.
std::string interpreted_file(std::string_view line) {
  const auto words = split(line, ' ');
  const auto program = std::ranges::find(interpreters, words[0], &Interpreter::name);
  if (program == interpreters.end()) return "";
  for (std::size_t at = 1; at < words.size(); ++at) {
    auto word = words[at];
    if (word.starts_with("./")) word.remove_prefix(2);
    const bool is_file =
        std::ranges::any_of(program->endings, [&](auto ending) { return !ending.empty() && word.ends_with(ending); });
    if (word == "-m" || word == "-c" || word == "-e") return "";
    if (is_file && !word.starts_with('-') && word.find_first_of("*?[$\"'") == std::string_view::npos)
      return is_confined_path(word) && !is_usual(word) ? std::string(word) : "";
  }
  return "";
}

constexpr std::size_t telling_bytes_min = 24;  // of all files of a folder

// Do the files of a folder say in another one what they said? Those that are only called alike are others, and what says nothing
// is no evidence.
bool is_kept(const Tree& tree, const LastCommit& commit, const std::set<std::string>& files, const std::string& inside,
             const std::string& to) {
  std::size_t said = 0, kept = 0, bytes = 0;
  for (const auto& file : files) {
    const std::string_view before = *commit.before.find(inside + file)->second;
    if (trim(before).empty()) continue;
    ++said;
    bytes += trim(before).size();
    kept += says_what_it_said(before, tree.read(to + "/" + file).value_or("")) ? 1 : 0;
  }
  return kept == said && bytes >= telling_bytes_min;
}

}  // namespace

// Globs stay in one folder: looked at is what begins as the glob does.
bool has_file(const Tree& tree, const std::string& folder, const std::string& name) {
  const auto below = folder + "/";
  const auto star = name.find('*');
  if (star == std::string::npos) return tree.has(below + name);
  const auto glob = "/" + name, begin = below + name.substr(0, star);
  for (auto at = std::ranges::lower_bound(tree.list(), begin); at != tree.list().end() && at->starts_with(begin);
       ++at) {
    if (glob_matches(glob, std::string_view(*at).substr(below.size()))) return true;
  }
  return false;
}

std::vector<std::vector<std::string>> looked_for(const std::vector<std::string>& script) {
  std::vector<std::vector<std::string>> files;
  for (const auto& line : script) {
    for (const auto& command : commands) {
      if (line != command.words && !line.starts_with(std::string(command.words) + " ")) continue;
      auto& row = files.emplace_back();
      for (const auto name : command.files) {
        if (!name.empty()) row.emplace_back(name);
      }
    }
    const auto first = line.substr(0, line.find(' '));
    if (first.starts_with("./") && is_confined_path(first.substr(2))) files.push_back({first.substr(2)});
    if (auto file = interpreted_file(line); !file.empty()) files.push_back({std::move(file)});
    const auto with = line.find(" -r ");
    const auto list = with == std::string::npos ? "" : line.substr(with + 4, line.find(' ', with + 4) - with - 4);
    if (line.starts_with("pip") && is_confined_path(list)) files.push_back({list});
  }
  return files;
}

std::string moved_in_commit(const Tree& tree, const LastCommit& commit, const std::string& folder) {
  const auto inside = folder + "/";
  std::set<std::string> files;
  for (const auto& [path, before] : commit.before) {
    if (path.starts_with(inside) && before && !tree.has(path)) files.insert(path.substr(inside.size()));
  }
  std::string found;
  for (const auto& [path, before] : commit.before) {
    const auto end = files.empty() ? "" : "/" + *files.begin();
    if (before || end.empty() || !path.ends_with(end)) continue;
    const auto to = path.substr(0, path.size() - end.size());
    const bool is_whole = std::ranges::all_of(files, [&](const auto& file) {
      const auto now = commit.before.find(to + "/" + file);
      return now != commit.before.end() && !now->second && tree.has(now->first);
    });
    if (!is_whole || !is_kept(tree, commit, files, inside, to)) continue;
    if (!found.empty()) return "";
    found = to;
  }
  return found;
}

}  // namespace regreen
