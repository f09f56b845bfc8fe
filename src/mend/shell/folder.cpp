// files.make-folder-once: mkdir without -p ends a build that finds the folder there, which another rule, step or run made.
// A mkdir whose failure is looked at (`if mkdir`, `mkdir … ||`) is a lock or a question and stays as it is.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/fixers.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int expansions_max = 5;  // of variables in variables

using Variables = std::map<std::string, std::string>;

/// A mkdir that is to get its -p: in a file, behind the command.
struct Place {
  std::string file;
  std::size_t at = 0;
};

// Files that hold commands for a shell.
bool has_commands(const Tree& tree, std::string_view path) {
  static constexpr auto endings = std::to_array<std::string_view>({".mk", ".sh", ".bash", ".dockerfile"});
  const auto name = lower(name_of(path));
  if (name == "makefile" || name == "gnumakefile" || name.starts_with("dockerfile")) return true;
  if (std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); })) return true;
  if (path.starts_with(".github/") && (path.ends_with(".yml") || path.ends_with(".yaml"))) return true;
  const auto start = tree.is_executable(path) ? tree.read(path).value_or("").substr(0, 40) : "";
  return start.starts_with("#!") && contains(start, "sh\n");
}

// `NAME = value` and `NAME=value`, where the file sets it once.
Variables variables_of(std::string_view text) {
  Variables all;
  std::map<std::string, int> times;
  for (auto line : split_lines(text)) {
    line = trim(line);
    for (const std::string_view word : {"export ", "readonly ", "local "}) {
      if (line.starts_with(word)) line = trim(line.substr(word.size()));
    }
    const auto equals = line.find('=');
    if (equals == npos) continue;
    auto name = trim(line.substr(0, equals));
    while (name.ends_with(':') || name.ends_with('?')) name.remove_suffix(1);
    name = trim(name);
    if (!is_identifier(name)) continue;
    auto value = trim(line.substr(equals + 1));
    if (value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0])
      value = value.substr(1, value.size() - 2);
    ++times[std::string(name)];
    all[std::string(name)] = value;
  }
  std::erase_if(all, [&](const auto& one) { return times[one.first] > 1; });
  return all;
}

// `$(OUT)/css`, `"${OUT}"` and `$OUT`, as far as the file says what they are; what is left of a `$` is not known.
std::string expanded(std::string word, const Variables& variables) {
  for (int round = 0; round < expansions_max && contains(word, "$"); ++round) {
    for (const auto& [name, value] : variables) {
      word = replace_all(std::move(word), "$(" + name + ")", value);
      word = replace_all(std::move(word), "${" + name + "}", value);
      if (word == "$" + name || word.starts_with("$" + name + "/")) word.replace(0, name.size() + 1, value);
    }
  }
  return word;
}

std::string plain_path(std::string_view word) {
  auto path = replace_all(replace_all(std::string(word), "\"", ""), "'", "");
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path.starts_with("./") ? path.substr(2) : path;
}

// Does a command begin at `at` of a line, whose failure ends what it is part of?
bool is_plain_command(std::string_view line, std::size_t at) {
  if (line.substr(0, at).ends_with("- ")) return true;  // of a list in YAML; `-mkdir` of make may fail
  auto front = trim(line.substr(0, at));
  if (front.starts_with('#') || contains(front, " #")) return false;
  if (front.ends_with("sudo")) front = trim(front.substr(0, front.size() - 4));
  if (front.empty()) return true;
  static constexpr auto before =
      std::to_array<std::string_view>({";", "&&", "(", "{", "@", "then", "do", "else", "run:", "RUN", "|"});
  return !front.ends_with("||") && std::ranges::any_of(before, [&](auto word) { return front.ends_with(word); });
}

/// What a mkdir is told: the folders, and whether it makes those above and takes those that are there.
struct Told {
  std::vector<std::string> folders;
  bool is_once = false, is_asked = false;
};

// Where the words of a command end; `$(OUT)` is one of them.
std::size_t end_of_command(std::string_view rest) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (rest[at] == ')' && depth == 0) return at;
    if (rest[at] == '(') ++depth;
    if (rest[at] == ')') --depth;
    if (depth == 0 && contains(";&|#>\\", rest.substr(at, 1))) return at;
  }
  return rest.size();
}

Told told(std::string_view rest) {
  const auto end = end_of_command(rest);
  Told it;
  it.is_asked = rest.substr(end).starts_with("||");
  bool is_mode = false;
  for (const auto word : split(rest.substr(0, end), ' ')) {
    if (word.empty()) continue;
    if (is_mode) {
      is_mode = false;
    } else if (word.starts_with('-')) {
      it.is_once |= word == "--parents" || (!word.starts_with("--") && contains(word, "p"));
      is_mode = word == "-m";
    } else {
      it.folders.emplace_back(word);
    }
  }
  return it;
}

/// Those that make a folder, and whether any names it at all.
struct Found {
  std::vector<Place> places;
  bool is_named = false;
};

// With `unknown`, those of a file that may make the folder: a variable of theirs is not known here.
void find_in(const std::string& file, std::string_view text, std::string_view folder, bool unknown, Found& found) {
  const auto variables = variables_of(text);
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    for (const auto at : words_in(line, "mkdir")) {
      const auto behind = at + std::string_view("mkdir").size();
      if (!is_plain_command(line, at) || line.substr(behind, 1) != " ") continue;
      const auto it = told(line.substr(behind));
      const bool makes = std::ranges::any_of(it.folders, [&](const auto& word) {
        const auto path = plain_path(expanded(word, variables));
        return unknown ? contains(path, "$") : path == folder;
      });
      found.is_named |= makes;
      if (makes && !it.is_once && !it.is_asked) found.places.push_back({file, lines.begin(number) + behind});
    }
  }
}

std::vector<Place> places_for(const Patient& patient, std::string_view folder) {
  for (const bool unknown : {false, true}) {
    Found found;
    for (const auto& path : patient.tree.list()) {
      const auto text = has_commands(patient.tree, path) ? patient.tree.read(path) : std::nullopt;
      if (text && contains(*text, "mkdir")) find_in(path, *text, folder, unknown, found);
    }
    if (!found.is_named) continue;
    return unknown && found.places.size() > 1 ? std::vector<Place>{} : found.places;
  }
  return {};
}

}  // namespace

std::vector<Patch> make_folder_once(const Patient& patient) {
  std::map<std::string, std::map<std::size_t, Edit>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto folder = plain_path(capture(occurrence, "path"));
    // A file of that name is in the way of -p, too, and a lock is meant to be made by one alone.
    if (folder.empty() || patient.tree.has(folder) || contains(lower(folder), "lock")) continue;
    for (const auto& place : places_for(patient, folder)) by_file[place.file][place.at] = {place.at, 0, " -p"};
  }
  Draft draft(patient.tree);
  for (const auto& [file, edits] : by_file) {
    std::vector<Edit> all;
    for (const auto& [at, edit] : edits) all.push_back(edit);
    draft.edit(file, std::move(all));
  }
  return draft.patches();
}

}  // namespace regreen
