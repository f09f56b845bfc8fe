// python.follow-distribution: the project asks for itself by a name that it had, and is installed under the one that its metadata say.
//
//   importlib.metadata.PackageNotFoundError: No package metadata was found for mapreel       pyproject.toml: name = "mapreel-core"
//
// It means itself where the old name is that of its own import package, or what is asked becomes its `__version__`.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/dependency_home.h"
#include "mend/python/fixers.h"
#include "mend/python/own_projects.h"
#include "mend/python/project.h"
#include "mend/python/source.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

// Functions of importlib.metadata and pkg_resources that are asked for a distribution.
constexpr auto functions = std::to_array<std::string_view>(
    {"version", "metadata", "distribution", "files", "requires", "get_distribution", "require", "from_name"});

std::string_view unquoted(std::string_view literal) {
  const bool is_plain = literal.size() > 2 && (literal[0] == '"' || literal[0] == '\'') && literal[1] != literal[0];
  return is_plain ? literal.substr(1, literal.size() - 2) : std::string_view();
}

/// A question for a distribution by its name: version("mapreel"), or version(__name__) in the package of that name.
struct Question {
  std::size_t offset = 0, length = 0;
  bool is_name = false;         ///< between quotes
  bool is_own_version = false;  ///< what is answered becomes __version__
};

std::vector<Question> questions(const PythonSource& source, std::string_view package, const std::string& normalized) {
  std::vector<Question> all;
  for (const auto& one : source.statements()) {
    for (auto i = one.first; i + 3 < one.last + 1; ++i) {
      const bool is_call = std::ranges::find(functions, source.text(i)) != functions.end() && source.is(i + 1, "(") &&
                           (source.is(i + 3, ")") || source.is(i + 3, ","));
      if (!is_call || source.is(i - 1, "def")) continue;
      const auto& token = source.tokens()[i + 2];
      const bool is_own_version = source.is(one.first, "__version__");
      const auto name = unquoted(source.text(token));
      const bool is_module = source.is(i + 2, "__name__") || source.is(i + 2, "__package__");
      if (!name.empty() && normalized_package(name) == normalized)
        all.push_back({token.offset + 1, name.size(), true, is_own_version});
      else if (is_module && normalized_package(package) == normalized)
        all.push_back({token.offset, token.length, false, is_own_version});
    }
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
      if (!is_meant(project, normalized)) continue;
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
      auto of_file = questions(PythonSource(*text), name_of(folder_of(path)), old);
      if (!of_file.empty()) questions_.emplace(path, std::move(of_file));
    }
  }

  bool is_meant(const OwnProject& project, const std::string& old) const {
    return has_import_package(tree_, project, old) || std::ranges::any_of(questions_, [&](const auto& one) {
             return project_of(projects_, one.first) == &project &&
                    std::ranges::any_of(one.second, &Question::is_own_version);
           });
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
