#include "mend/c/build/run_folder.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using RunFolders = std::vector<RunFolder>;

/// How far a change of the folder reaches.
enum class Reach { command, block, fence, file };

Reach reach_in(std::string_view path, std::string_view text) {
  static constexpr auto documents = std::to_array<std::string_view>({".md", ".rst", ".adoc"});
  const bool is_document = std::ranges::any_of(documents, [&](auto ending) { return path.ends_with(ending); });
  if (is_makefile(path) || path.ends_with(".mk")) return contains(text, ".ONESHELL") ? Reach::file : Reach::command;
  if (path.ends_with(".json") || is_dockerfile(path)) return Reach::command;
  if (path.ends_with(".yml") || path.ends_with(".yaml")) return Reach::block;
  return is_document ? Reach::fence : Reach::file;
}

// Where a line changes the folder, `cd lib`; npos where it does not.
std::size_t change_on(std::string_view line) {
  for (const std::string_view word : {"cd", "pushd"}) {
    for (const auto at : words_in(line, word)) {
      const bool begins = at == 0 || contains(" \t(;&|\"'`@", line.substr(at - 1, 1));
      if (begins && line.substr(at + word.size(), 1) == " ") return at;
    }
  }
  return npos;
}

// `cd "$(dirname "$0")/.."` in a script of a folder of the top one.
bool is_to_top(std::string_view path, std::string_view line) {
  if (contains(line, "show-toplevel") || contains(line, "GITHUB_WORKSPACE")) return true;
  const auto folder = folder_of(path);
  const auto depth = folder.empty() ? 0 : 1 + std::ranges::count(folder, '/');
  std::ptrdiff_t up = 0;
  for (auto at = line.find(".."); at != npos; at = line.find("..", at + 2)) ++up;
  return contains(line, "dirname") && up == depth;
}

std::string_view first_key(std::string_view line) {
  line = trim(line);
  if (line.starts_with("- ")) line = trim(line.substr(2));
  return line.substr(0, line.find(':'));
}

bool begins_step(std::string_view line) {
  static constexpr auto keys = std::to_array<std::string_view>({"name", "run", "uses", "id", "if", "env", "with"});
  return trim(line).starts_with("- ") && contains(line, ":") && is_among(first_key(line), keys);
}

// The column of a key, behind the dash of a list.
std::size_t column_of(std::string_view line) {
  const auto at = line.find_first_not_of(" -");
  return at == npos ? 0 : at;
}

// The nearest line above that stands less far in; 0 where there is none.
std::size_t owner_of(const Lines& lines, std::size_t number) {
  const auto column = column_of(lines.line(number));
  while (--number > 0) {
    if (!trim(lines.line(number)).empty() && column_of(lines.line(number)) < column) return number;
  }
  return 0;
}

// The lines of the block that a key stands in: the step, or the job, or the workflow.
void mark_block(const Lines& lines, std::size_t number, RunFolders& folders) {
  const auto column = column_of(lines.line(number));
  const auto is_outside = [&](std::size_t at) {
    const auto line = lines.line(at);
    return !trim(line).empty() && !trim(line).starts_with('#') && indentation(line).size() < column;
  };
  auto first = number, last = number;
  while (first > 1 && !is_outside(first)) --first;
  while (lines.has(last + 1) && !is_outside(last + 1)) ++last;
  for (auto at = first; at <= last; ++at) folders[at] = RunFolder::other;
}

// `working-directory: lib` of a step, and of the `defaults` of a job or workflow. Who looks at another repository may be there.
void mark_keys(const Lines& lines, RunFolders& folders) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto key = first_key(line);
    const auto value = trim(line.substr(std::min(line.find(':'), line.size() - 1) + 1));
    if (key == "repository") folders.assign(folders.size(), RunFolder::other);
    if (key != "working-directory" || value == "." || value == "./" || contains(value, "github.workspace")) continue;
    const auto owner = owner_of(lines, number);
    const auto above = owner == 0 ? 0 : owner_of(lines, owner);
    const bool is_default = above != 0 && first_key(lines.line(above)) == "defaults";
    mark_block(lines, is_default ? above : number, folders);
  }
}

/// A change of the folder, while it holds.
struct Change {
  bool holds = false, in_fence = false;
  std::size_t indent = 0;
};

bool ends_change(Reach reach, const Change& change, std::string_view line, std::string_view before) {
  const bool is_blank = trim(line).empty(), is_outside = !is_blank && indentation(line).size() < change.indent;
  const bool is_next = begins_step(line) && indentation(line).size() <= change.indent;
  if (reach == Reach::command) return !before.ends_with('\\');
  if (reach == Reach::block) return is_outside || is_next;
  if (reach == Reach::fence && !change.in_fence) return is_outside || (is_blank && change.indent == 0);
  return false;
}

// Where a file is run that says nothing of it. Documents speak of the top folder, npm runs scripts where their package.json is.
RunFolder usual_folder(std::string_view path, std::string_view text, Reach reach) {
  if (path.ends_with(".json")) return folder_of(path).empty() ? RunFolder::top : RunFolder::other;
  const bool has_many = text.find("WORKDIR ") != text.rfind("WORKDIR ");
  if (is_dockerfile(path)) return has_many ? RunFolder::other : RunFolder::unsaid;
  const bool is_told = reach == Reach::fence || is_makefile(path) || path.starts_with(".github/workflows/");
  return is_told ? RunFolder::top : RunFolder::unsaid;
}

}  // namespace

std::vector<RunFolder> run_folders(std::string_view path, std::string_view text) {
  const Lines lines(text);
  const auto reach = reach_in(path, text);
  auto usual = usual_folder(path, text, reach);
  RunFolders folders(lines.count() + 1, usual);
  if (reach == Reach::block) mark_keys(lines, folders);
  Change change;
  bool in_fence = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number), before = lines.line(number - 1);
    const bool is_fence = trim(line).starts_with("```") || trim(line).starts_with("~~~");
    if (is_fence) in_fence = !in_fence;
    if (change.holds && ((is_fence && reach == Reach::fence) || ends_change(reach, change, line, before)))
      change.holds = false;
    if (folders[number] != RunFolder::other) folders[number] = change.holds ? RunFolder::other : usual;
    const auto at = change_on(line);
    if (at == npos || (reach == Reach::fence && contains(before, "git clone"))) continue;
    const bool is_top = is_to_top(path, line),
               is_bracketed = at > 0 && line[at - 1] == '(' && contains(line.substr(at), ")");
    if (!is_top) folders[number] = RunFolder::other;
    if (is_bracketed) continue;
    if (!is_top && !change.holds) change = {true, in_fence, indentation(line).size()};
    if (is_top) change.holds = false;
    if (is_top && reach == Reach::file) usual = RunFolder::top;
  }
  return folders;
}

}  // namespace regreen
