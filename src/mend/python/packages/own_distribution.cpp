// python.follow-distribution: the project asks for itself by a name that it had, and is installed under the one that its metadata say.
//
//   importlib.metadata.PackageNotFoundError: No package metadata was found for mapreel       pyproject.toml: name = "mapreel-core"
//
// It means itself where the old name is that of its own import package.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/import.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/python/packages/dependency_home.h"
#include "mend/python/packages/own_projects.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

// Functions that are asked for a distribution, and the modules that have them.
constexpr auto functions = std::to_array<std::string_view>(
    {"version", "metadata", "distribution", "files", "requires", "get_distribution", "require", "from_name"});
constexpr auto modules = std::to_array<std::string_view>({"importlib.metadata", "importlib_metadata", "pkg_resources"});

std::string_view unquoted(std::string_view literal) {
  const bool is_plain = literal.size() > 2 && (literal[0] == '"' || literal[0] == '\'') && literal[1] != literal[0];
  return is_plain ? literal.substr(1, literal.size() - 2) : std::string_view();
}

/// A question for a distribution by its name: version("mapreel"), or version(__name__) in the package of that name.
struct Question {
  std::size_t offset = 0, length = 0;
  bool is_name = false;  ///< between quotes
};

// The names under which a file calls the functions: "version", "metadata.version", "importlib.metadata.version". None of a name that
// it binds otherwise.
std::set<std::string, std::less<>> callees(const PythonSource& source) {
  std::set<std::string, std::less<>> all;
  const auto add = [&](std::string_view full, const std::string& bound) {
    for (const auto module : modules) {
      for (const auto function : functions) {
        if (full == module) all.insert(bound + "." + std::string(function));
        if (full == std::string(module) + "." + std::string(function)) all.insert(bound);
      }
    }
  };
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) {
      const auto bound = one.is_from ? std::string(name.bound()) : name.alias.empty() ? name.name : name.alias;
      add(one.is_from ? one.module + "." + name.name : name.name, bound);
    }
  }
  return all;
}

// What is called by the bracket, with all its dots; "" for a method of something that has no name.
std::string callee_of(const PythonSource& source, std::size_t bracket) {
  std::string name;
  auto at = bracket;
  while (at > 0 && source.is_name(at - 1)) {
    name.insert(0, source.text(--at));
    if (at == 0 || !source.is(at - 1, ".")) return at > 0 && source.is(at - 1, "def") ? "" : name;
    name.insert(0, ".");
    --at;
  }
  return "";
}

// Does a token of a statement bind the name: a parameter, a variable, a function of the file's own?
bool is_bound(const PythonSource& source, const PyStatement& one, bool has_parameters, std::size_t i) {
  const bool is_in_brackets = source.tokens()[i].depth > 0;
  if (source.is(i + 1, ":=")) return true;
  if (is_in_brackets && !has_parameters) return false;
  if (source.is(i + 1, "=") || (i == one.first && (source.is(i + 1, ":") || source.is(i + 1, ",")))) return true;
  if (i == one.first) return false;
  const auto before = source.text(i - 1), after = source.text(i + 1);
  if (before == "def" || before == "class" || before == "for" || before == "lambda" || before == "*") return true;
  return has_parameters && (before == "(" || before == ",") && (after == "," || after == ")" || after == ":");
}

// Is the name bound in another way than by imports?
bool is_rebound(const PythonSource& source, std::string_view name) {
  for (const auto& one : source.statements()) {
    if (source.is(one.first, "import") || source.is(one.first, "from")) continue;
    bool has_parameters = false;
    for (auto i = one.first; i < one.last; ++i) {
      has_parameters = has_parameters || source.is(i, "def") || source.is(i, "lambda") || source.is(i, "for");
      if (source.is(i, name) && (i == one.first || !source.is(i - 1, ".")) && is_bound(source, one, has_parameters, i))
        return true;
    }
  }
  return false;
}

std::vector<Question> questions(const PythonSource& source, std::string_view package, const std::string& normalized) {
  std::vector<Question> all;
  const auto known = callees(source);
  std::map<std::string, bool, std::less<>> rebound;
  for (std::size_t i = 1; i + 2 < source.tokens().size(); ++i) {
    if (!source.is(i, "(") || !(source.is(i + 2, ")") || source.is(i + 2, ","))) continue;
    const auto& token = source.tokens()[i + 1];
    const auto name = unquoted(source.text(token));
    const bool is_module = source.is(i + 1, "__name__") || source.is(i + 1, "__package__");
    if (normalized_package(is_module ? package : name) != normalized) continue;
    const auto callee = callee_of(source, i);
    if (!known.contains(callee)) continue;
    const auto [top, is_new] = rebound.try_emplace(std::string(top_of(callee)), false);
    if (is_new) top->second = is_rebound(source, top->first);
    if (top->second) continue;
    all.push_back(is_module ? Question{token.offset, token.length, false}
                            : Question{token.offset + 1, name.size(), true});
  }
  return all;
}

bool asks_metadata(std::string_view text) {
  return contains(text, "importlib.metadata") || contains(text, "importlib_metadata") ||
         contains(text, "pkg_resources") || contains(text, "from importlib import metadata");
}

class DistributionFollower {
 public:
  explicit DistributionFollower(const Patient& patient)
      : tree_(patient.tree),
        projects_(own_projects(patient.tree)),
        homes_(dependency_homes(patient.tree)),
        draft_(tree_) {}

  void follow(std::string_view old) {
    const auto normalized = normalized_package(old);
    const auto is_it = [&](const auto& project) { return normalized_package(project.name) == normalized; };
    if (!is_package_name(old) || std::ranges::any_of(projects_, is_it)) return;
    if (std::ranges::any_of(homes_, [&](const auto& home) { return declares(home, old); })) return;
    read_questions(normalized);
    const OwnProject* owner = nullptr;
    for (const auto& project : projects_) {
      if (!has_import_package(tree_, project, normalized)) continue;
      if (owner != nullptr) return;
      owner = &project;
    }
    if (owner != nullptr) ask_for(owner->name);
  }

  std::vector<Patch> patches() const { return draft_.patches(); }

 private:
  void read_questions(const std::string& old) {
    questions_.clear();
    for (const auto& path : python_files(tree_, [](auto file) { return !is_vendored(file); })) {
      const auto text = draft_.read(path);
      if (!text || !asks_metadata(*text)) continue;
      const auto package = name_of(path) == "__init__.py" ? name_of(folder_of(path)) : "";
      auto of_file = questions(PythonSource(*text), package, old);
      if (!of_file.empty()) questions_.emplace(path, std::move(of_file));
    }
  }

  void ask_for(const std::string& name) {
    for (const auto& [path, of_file] : questions_) {
      std::vector<Edit> edits;
      for (const auto& one : of_file) {
        const auto quote = one.is_name ? "" : "\"";
        edits.push_back({one.offset, one.length, quote + name + quote});
      }
      draft_.edit(path, std::move(edits));
    }
  }

  const Tree& tree_;
  std::vector<OwnProject> projects_;
  std::vector<DependencyHome> homes_;
  std::map<std::string, std::vector<Question>> questions_;  ///< for the old name, by file
  Draft draft_;
};

}  // namespace

std::vector<Patch> follow_distribution_name(const Patient& patient) {
  DistributionFollower follower(patient);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) follower.follow(capture(occurrence, "package"));
  return follower.patches();
}

}  // namespace regreen
