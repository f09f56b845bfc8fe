// shell.from-own-folder: a script finds a file beside it only where it is called in its own folder.
//
//   ./tools/release.sh: line 3: ./common.sh: No such file or directory       tools/common.sh is there
//
// The path is right as seen from the script, so the script says so: `source "$(dirname "${BASH_SOURCE[0]}")/common.sh"`. What it
// is called with and what else it opens keep their meaning, which they would not where the script went into its folder.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/fixers.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// What a shell said about a line of a script: bash counts "line 3", the others "3".
struct Complaint {
  std::string file;
  std::size_t line = 0;
  bool is_of_bash = false;
};

std::optional<Complaint> complaint_in(const Tree& tree, std::string_view said) {
  const auto colon = said.find(": ");
  if (colon == npos) return std::nullopt;
  const auto file = find_file(tree, said.substr(0, colon));
  auto rest = said.substr(colon + 2);
  const bool is_of_bash = rest.starts_with("line ");
  if (is_of_bash) rest.remove_prefix(5);
  const auto number = line_number(rest.substr(0, rest.find(':')));
  if (!file || !number) return std::nullopt;
  return Complaint{*file, static_cast<std::size_t>(*number), is_of_bash};
}

bool is_there(const Tree& tree, const std::string& path) {
  return tree.has(path) ||
         std::ranges::any_of(tree.list(), [&](const auto& one) { return one.starts_with(path + "/"); });
}

// Has the script gone elsewhere before the line? Then what it is called by leads nowhere.
bool has_moved(const Lines& lines, std::size_t line) {
  for (std::size_t number = 1; number < line; ++number) {
    const auto said = trim(lines.line(number));
    if (said.starts_with('#')) continue;
    if (!words_in(said, "cd").empty() || !words_in(said, "pushd").empty()) return true;
  }
  return false;
}

// `here=$(cd "$(dirname "$0")" && pwd)` above the line: the name of it. Such a path holds wherever the script goes.
std::string variable_of_folder(const Lines& lines, std::size_t line) {
  for (std::size_t number = 1; number < line; ++number) {
    auto said = trim(lines.line(number));
    for (const std::string_view word : {"readonly ", "export ", "declare -r "}) {
      if (said.starts_with(word)) said = trim(said.substr(word.size()));
    }
    const auto name = said.substr(0, said.find('='));
    const bool is_own = contains(said, "dirname") && (contains(said, "$0") || contains(said, "BASH_SOURCE"));
    if (is_identifier(name) && is_own && contains(said, "pwd") && !contains(said, "..")) return std::string(name);
  }
  return "";
}

// How the shell that runs the script calls the folder of the script; "" where it has no such word.
std::string own_folder(std::string_view text, const Lines& lines, const Complaint& where) {
  if (const auto name = variable_of_folder(lines, where.line); !name.empty()) return "$" + name;
  if (has_moved(lines, where.line)) return "";
  const auto shell = shell_asked(text);
  if (shell == "bash" || (shell.empty() && where.is_of_bash)) return R"($(dirname "${BASH_SOURCE[0]}"))";
  return shell == "sh" || shell == "dash" ? R"($(dirname "$0"))" : "";
}

/// Where a path is a word of its own on a line, its quotes included.
struct Word {
  std::size_t at = 0, length = 0;
};

// What stands before a word, from where its command begins: within `"$(…)"` quotes begin anew.
std::string_view of_command(std::string_view front) {
  const auto open = front.rfind("$(");
  return open == npos || contains(front.substr(open), ")") ? front : front.substr(open + 2);
}

std::optional<Word> word_on(std::string_view line, std::string_view path) {
  std::optional<Word> found;
  for (auto at = line.find(path); at != npos; at = line.find(path, at + 1)) {
    const char before = at == 0 ? ' ' : line[at - 1];
    const auto end = at + path.size();
    const char after = end < line.size() ? line[end] : ' ';
    const auto is_quote = [](char c) { return c == '"' || c == '\''; };
    const bool is_quoted = is_quote(before) && before == after;
    const bool is_bare =
        contains(" \t<(", std::string_view(&before, 1)) && contains(" \t;&|)", std::string_view(&after, 1));
    const auto front = of_command(line.substr(0, is_quoted ? at - 1 : at));
    const bool is_inside = std::ranges::count(front, '"') % 2 != 0 || std::ranges::count(front, '\'') % 2 != 0;
    if (found || is_inside || !(is_quoted || is_bare)) return std::nullopt;
    found = is_quoted ? Word{at - 1, path.size() + 2} : Word{at, path.size()};
  }
  return found;
}

bool is_plain_path(std::string_view path) {
  return !path.empty() && !path.starts_with('/') &&
         std::ranges::all_of(path, [](char c) { return is_word_byte(c) || contains("./-+", std::string_view(&c, 1)); });
}

/// A script whose shell did not find what is beside it.
struct Script {
  const Tree& tree;
  const Complaint& where;
  std::string_view text;
  const Lines& lines;
};

// Is a path found from the folder of the script alone? Where the same is at the top, too, it is not known which is meant.
bool is_only_beside(const Script& script, std::string_view path) {
  const std::string folder(folder_of(script.where.file));
  const auto beside = resolved(path_in(folder, path)), above = resolved(path);
  if (!is_plain_path(path) || !beside || *beside == script.where.file || !is_there(script.tree, *beside)) return false;
  return folder.empty() || !above || !is_there(script.tree, *above);
}

std::optional<Edit> from_own_folder(const Script& script, std::size_t number, std::string_view path) {
  const auto word = word_on(script.lines.line(number), path);
  const auto own = own_folder(script.text, script.lines, {script.where.file, number, script.where.is_of_bash});
  if (!word || own.empty() || !is_only_beside(script, path)) return std::nullopt;
  const auto rest = std::string(path.substr(path.starts_with("./") ? 2 : 0));
  return Edit{script.lines.begin(number) + word->at, word->length, "\"" + own + "/" + rest + "\""};
}

// The `./helper.sh` that a line calls or reads: the first word of a command, or the one behind `.`, `source`, `bash`, `sh`.
std::string_view called_on(std::string_view line) {
  static constexpr auto before = std::to_array<std::string_view>(
      {".", "source", "&&", "||", ";", "|", "(", "!", "if", "then", "else", "do", "while", "exec", "bash", "sh"});
  for (auto at = line.find("./"); at != npos; at = line.find("./", at + 2)) {
    auto begin = at;
    while (begin > 0 && line[begin - 1] == '.') --begin;
    auto end = at;
    while (end < line.size() && is_plain_path(line.substr(end, 1) == "/" ? "x" : line.substr(end, 1))) ++end;
    auto front = of_command(line.substr(0, begin));
    if (front.ends_with('"') || front.ends_with('\'')) front.remove_suffix(1);
    const auto last = trim(front).substr(trim(front).find_last_of(" \t") + 1);
    if (trim(front).empty() || std::ranges::find(before, last) != before.end() || last.ends_with("("))
      return line.substr(begin, end - begin);
  }
  return "";
}

// What else the script calls and reads as if it were called in its own folder, below the line that stopped: by one edit each.
// A text within `<<` may hold such words and call nothing.
std::vector<Edit> of_same_mind(const Script& script) {
  std::vector<Edit> edits;
  if (contains(script.text, "<<")) return edits;
  for (auto number = script.where.line + 1; number <= script.lines.count(); ++number) {
    const auto line = script.lines.line(number);
    const auto path = trim(line).starts_with('#') ? std::string_view() : called_on(line);
    if (auto edit = path.empty() ? std::nullopt : from_own_folder(script, number, path)) edits.push_back(*edit);
  }
  return edits;
}

}  // namespace

std::vector<Patch> read_from_own_folder(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto where = complaint_in(patient.tree, occurrence.at.text);
    const auto text = where ? draft.read(where->file) : std::nullopt;
    if (!text) continue;
    const Lines lines(*text);
    const Script script{patient.tree, *where, *text, lines};
    const auto edit = from_own_folder(script, where->line, capture(occurrence, "path"));
    if (!edit) continue;
    auto edits = seen.insert(where->file).second ? of_same_mind(script) : std::vector<Edit>{};
    edits.push_back(*edit);
    draft.edit(where->file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
