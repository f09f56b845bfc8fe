// checks.follow-excluded: a check finds fault with files that its settings leave out, by the name that their folder had.
//
//   extend-exclude = 'gridplan/third_party'      would reformat gridplan/_thirdparty/heapdict.py
//
// The folder has to be one that nobody checks by its new name as well: of other people's code, or of generated files. Where it was
// made the project's own, it is to be checked.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/format/toml_edit.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/near_path.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t name_min = 4;  // bytes of the name of a folder that tells it from others

/// How a file says what is left out: it is a list of it, or under keys.
enum class Form { list, toml, ini, line };

struct Settings {
  std::string_view name;
  Form form;
};
constexpr auto all_settings = std::to_array<Settings>({{".prettierignore", Form::list},
                                                       {".eslintignore", Form::list},
                                                       {".stylelintignore", Form::list},
                                                       {".markdownlintignore", Form::list},
                                                       {".clang-format-ignore", Form::list},
                                                       {"pyproject.toml", Form::toml},
                                                       {"ruff.toml", Form::toml},
                                                       {".ruff.toml", Form::toml},
                                                       {"setup.cfg", Form::ini},
                                                       {"tox.ini", Form::ini},
                                                       {".flake8", Form::ini},
                                                       {".isort.cfg", Form::ini},
                                                       {"mypy.ini", Form::ini},
                                                       {".mypy.ini", Form::ini},
                                                       {".pre-commit-config.yaml", Form::line},
                                                       {"eslint.config.js", Form::line},
                                                       {"eslint.config.mjs", Form::line},
                                                       {".eslintrc.json", Form::line}});

constexpr auto excluding = std::to_array<std::string_view>(
    {"exclude", "extend-exclude", "extend_exclude", "force-exclude", "skip", "extend_skip", "skip_glob",
     "extend_skip_glob", "per-file-ignores", "extend-per-file-ignores", "ignores", "ignorePatterns"});

/// A folder by the name that settings know and by the one that it has.
struct Renamed {
  std::string was, is;

  auto operator<=>(const Renamed&) const = default;
};

bool holds_files(const Tree& tree, const std::string& folder) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) { return path.starts_with(folder + "/"); });
}

bool is_called_in(const Tree& tree, std::string_view name) {
  return std::ranges::any_of(tree.list(),
                             [&](const auto& path) { return is_among(name, split(folder_of(path), '/')); });
}

// Is a folder one that nobody checks?
bool is_left_alone(const Tree& tree, const std::string& folder) {
  if (is_vendored(folder + "/x")) return true;
  bool is_generated = false;
  for (const auto& path : tree.list()) {
    if (!path.starts_with(folder + "/")) continue;
    const auto text = tree.read(path).value_or("");
    is_generated = says_generated(text);
    if (!is_generated && !trim(text).empty()) return false;
  }
  return is_generated;
}

// Where the newest commit took all of a folder, as a file of it shows.
std::set<Renamed> moved_with(const Patient& patient, const std::string& file) {
  const auto& commit = patient.last_commit.before;
  const auto fresh = commit.find(file);
  const auto text = patient.tree.read(file);
  std::set<Renamed> found;
  if (fresh == commit.end() || fresh->second || !text) return found;
  for (const auto& [path, was] : commit) {
    if (was != text || patient.tree.has(path) || name_of(path) != name_of(file)) continue;
    auto from = std::string(folder_of(path)), to = std::string(folder_of(file));
    while (!from.empty() && name_of(from) == name_of(to)) {
      from = folder_of(from);
      to = folder_of(to);
    }
    const bool is_whole = std::ranges::all_of(commit, [&](const auto& one) {
      return !one.second || !one.first.starts_with(from + "/") ||
             patient.tree.read(to + one.first.substr(from.size())) == one.second;
    });
    if (!from.empty() && !to.empty() && is_whole) found.insert({from, to});
  }
  return found;
}

// The files that the log names; a summary names them above itself: "[warn] src/gen/limits.js".
std::set<std::string> files_named(const Patient& patient) {
  const auto files = files_of(patient.tree, patient.diagnosis);
  std::set<std::string> all(files.begin(), files.end());
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& line : lines_of(occurrence)) {
      for (const auto word : split(line, ' ')) {
        if (contains(word, "/") && patient.tree.has(std::string(word))) all.emplace(word);
      }
    }
  }
  return all;
}

/// Looks for the places of one file of settings that leave folders out.
class Exclusions {
 public:
  Exclusions(const std::string& text, const Settings& settings) : text_(text), form_(settings.form), toml_(text) {}

  /// The folders that are left out.
  std::vector<std::string> folders() const {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text_.size();) {
      auto end = at;
      while (end < text_.size() && (is(text_[end], dashed) || contains("./", text_.substr(end, 1)))) ++end;
      if (end > at && leaves_out(at)) all.emplace_back(bare(text_.substr(at, end - at)));
      at = std::max(end, at + 1);
    }
    return all;
  }

  /// Where a path is left out.
  std::vector<std::size_t> spots(std::string_view path) const {
    std::vector<std::size_t> spots;
    for (auto at = text_.find(path); at != npos; at = text_.find(path, at + 1)) {
      const auto front = text_.substr(0, at), behind = text_.substr(at + path.size(), 1);
      const bool goes_on = !behind.empty() && is(behind[0], dashed);
      if (!goes_on && begins(front) && leaves_out(at)) spots.push_back(at);
    }
    return spots;
  }

 private:
  // Does a path begin behind it? "**/", "./" and "/" may stand before one.
  static bool begins(std::string_view front) {
    while (front.ends_with("*/") || front.ends_with("./")) front.remove_suffix(2);
    if (front.ends_with('/')) front.remove_suffix(1);
    return front.empty() || (!is(front.back(), dashed) && !contains("./", front.substr(front.size() - 1)));
  }

  static std::string_view bare(std::string_view path) {
    while (path.starts_with("./") || path.starts_with('/')) path.remove_prefix(path.find('/') + 1);
    while (path.ends_with('/') || path.ends_with('.')) path.remove_suffix(1);
    return path;
  }

  bool leaves_out(std::size_t at) const {
    const auto line = text_.substr(0, text_.find('\n', at)).substr(text_.rfind('\n', at) + 1);
    if (trim(line).starts_with('#') || trim(line).starts_with(';') || trim(line).starts_with("//")) return false;
    if (form_ == Form::list) return true;
    if (form_ == Form::toml) return is_of_toml_key(at);
    return is_among(form_ == Form::ini ? ini_key(at) : key_of(line_before(text_, at)), excluding);
  }

  bool is_of_toml_key(std::size_t at) const {
    return std::ranges::any_of(toml_.keys(), [&](const TomlKey& key) {
      const bool is_per_file = key.table.ends_with("per-file-ignores") && key.offset <= at && at < key.value;
      const bool is_value = key.value <= at && at < key.value_end && is_among(key.name, excluding);
      return is_per_file || is_value;
    });
  }

  // The key that stands above indented lines, or on the line itself.
  std::string_view ini_key(std::size_t at) const {
    auto begin = text_.rfind('\n', at) + 1;
    while (begin > 0 && contains(" \t#", text_.substr(begin, 1)))
      begin = begin < 2 ? 0 : text_.rfind('\n', begin - 2) + 1;
    return key_of(text_.substr(begin, text_.find('\n', begin) - begin));
  }

  // "exclude = …", "  exclude: …", "\"ignorePatterns\": …"
  static std::string_view key_of(std::string_view line) {
    auto key = trim(line.substr(0, line.find_first_of("=:")));
    while (!key.empty() && contains("\"'{-", key.substr(0, 1))) key = trim(key.substr(1));
    return key.ends_with('"') || key.ends_with('\'') ? key.substr(0, key.size() - 1) : key;
  }

  std::string_view text_;
  Form form_;
  TomlText toml_;
};

class Follower {
 public:
  explicit Follower(const Patient& patient) : patient_(patient), draft_(patient.tree) {}

  std::vector<Patch> patches() {
    const auto files = files_named(patient_);
    for (const auto& path : patient_.tree.list()) {
      const auto row = std::ranges::find(all_settings, name_of(path), &Settings::name);
      if (row == all_settings.end() || is_vendored(path)) continue;
      const auto text = patient_.tree.read(path).value_or("");
      const Exclusions exclusions(text, *row);
      std::map<std::size_t, Edit> edits;
      for (const auto& file : files) follow(exclusions, folder_of(path), file, edits);
      std::vector<Edit> all;
      for (const auto& [at, edit] : edits) all.push_back(edit);
      if (!all.empty()) draft_.edit(path, std::move(all));
    }
    return draft_.patches();
  }

 private:
  void follow(const Exclusions& exclusions, std::string_view home, const std::string& file,
              std::map<std::size_t, Edit>& edits) const {
    auto all = moved_with(patient_, file);
    for (auto folder = folder_of(file); !folder.empty(); folder = folder_of(folder))
      all.merge(called_alike(exclusions, home, std::string(folder)));
    for (const auto& renamed : all) {
      if (holds_files(patient_.tree, renamed.was) || !is_left_alone(patient_.tree, renamed.is)) continue;
      const auto was = below(home, renamed.was), is = below(home, renamed.is);
      if (was.empty() || is.empty()) continue;
      add(exclusions, was, is, edits);
      const bool is_beside = folder_of(renamed.was) == folder_of(renamed.is);
      if (is_beside && !is_called_in(patient_.tree, name_of(renamed.was)))
        add(exclusions, std::string(name_of(was)), std::string(name_of(is)), edits);
    }
  }

  static void add(const Exclusions& exclusions, const std::string& was, const std::string& is,
                  std::map<std::size_t, Edit>& edits) {
    for (const auto at : exclusions.spots(was)) edits.try_emplace(at, Edit{at, was.size(), is});
  }

  // A folder that is left out and is none, beside one of other people's code that is called so but for case and signs.
  std::set<Renamed> called_alike(const Exclusions& exclusions, std::string_view home, const std::string& folder) const {
    std::set<Renamed> found;
    const auto name = plain(name_of(folder));
    if (name.size() < name_min || !is_vendored(folder + "/x")) return found;
    for (const auto& written : exclusions.folders()) {
      if (plain(name_of(written)) != name || name_of(written) == name_of(folder)) continue;
      const auto was = contains(written, "/") ? path_in(home, written) : path_in(folder_of(folder), written);
      if (folder_of(was) == folder_of(folder)) found.insert({was, folder});
    }
    return found;
  }

  // A path as it is told from a folder; "" where it does not lie below.
  static std::string below(std::string_view home, const std::string& path) {
    if (home.empty()) return path;
    return path.starts_with(std::string(home) + "/") ? path.substr(home.size() + 1) : "";
  }

  const Patient& patient_;
  Draft draft_;
};

}  // namespace

std::vector<Patch> follow_excluded_folder(const Patient& patient) { return Follower(patient).patches(); }

}  // namespace regreen
