// shell.from-own-folder: a script finds a file beside it only where it is called in its own folder.
//
//   ./tools/release.sh: line 3: ./common.sh: No such file or directory       tools/common.sh is there
//
// The path is right as seen from the script, so the script says so: `source "$(dirname "${BASH_SOURCE[0]}")/common.sh"`. What it
// is called with and what else it opens keep their meaning, which they would not where the script went into its folder.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
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
  const auto below = std::ranges::lower_bound(tree.list(), path + "/");  // the list is sorted
  return tree.has(path) || (below != tree.list().end() && below->starts_with(path + "/"));
}

/// What a script knows of its own folder.
struct OwnFolder {
  std::string variable;      ///< that holds the absolute path of it; "" where none does
  std::size_t known = 0;     ///< the line that sets the variable
  std::size_t moved = npos;  ///< the first line that goes elsewhere: from there on, what it is called by leads nowhere
  std::string_view call;     ///< how its shell says the folder; "" where it cannot
};

// `$(cd "$(dirname "$0")" && pwd)` and what is written alike: the folder of the script itself, not one above or below it.
bool is_own_folder(std::string_view value) {
  static constexpr auto ways = std::to_array<std::string_view>(
      {"$(cd$(dirname$0)&&pwd)", "$(cd$(dirname${0})&&pwd)", "$(cd$(dirname$BASH_SOURCE)&&pwd)",
       "$(cd$(dirname${BASH_SOURCE})&&pwd)", "$(cd$(dirname${BASH_SOURCE[0]})&&pwd)"});
  std::string plain(value);
  std::erase_if(plain, [](char c) { return c == '"' || c == ' ' || c == '\t'; });
  for (const auto* unsaid : {"&>/dev/null", ">/dev/null", "2>&1", "--"}) plain = replace_all(plain, unsaid, "");
  plain = replace_all(plain, ";pwd", "&&pwd");
  if (plain.ends_with("&&pwd-P)")) plain.erase(plain.size() - 3, 2);
  return is_among(plain, ways);
}

// `here=$(cd "$(dirname "$0")" && pwd)`: the name, where nothing else sets it. Such a path holds wherever the script goes.
std::string variable_of_folder(std::string_view text, std::string_view line) {
  for (const std::string_view word : {"readonly ", "export "}) {
    if (line.starts_with(word)) line = trim(line.substr(word.size()));
  }
  const auto is = line.find('=');
  if (is == npos || !is_identifier(line.substr(0, is)) || !is_own_folder(line.substr(is + 1))) return "";
  return std::string(only_value(text, line.substr(0, is)) ? line.substr(0, is) : "");
}

OwnFolder own_folder(std::string_view text, const Lines& lines, bool is_bash) {
  OwnFolder own;
  for (std::size_t number = 1; number <= lines.count() && own.variable.empty(); ++number) {
    const auto line = trim(lines.line(number));
    if (line.starts_with('#')) continue;
    own.variable = variable_of_folder(text, line);
    own.known = number;
    const bool moves = !words_in(line, "cd").empty() || !words_in(line, "pushd").empty();
    if (moves) own.moved = std::min(own.moved, number);
  }
  const auto shell = shell_asked(text);
  if (shell == "bash" || (shell.empty() && is_bash)) own.call = R"($(dirname "${BASH_SOURCE[0]}"))";
  if (shell == "sh" || shell == "dash") own.call = R"($(dirname "$0"))";
  return own;
}

// How the shell calls the folder of the script on a line; "" where it has no such word.
std::string folder_on(const OwnFolder& own, std::size_t number) {
  if (!own.variable.empty() && own.known < number) return "$" + own.variable;
  return std::string(own.moved < number ? "" : own.call);
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
  const Lines& lines;
  const OwnFolder& own;
};

// Is a path found from the folder of the script alone? Where the same is at the top, too, it is not known which is meant.
bool is_only_beside(const Script& script, std::string_view path) {
  const std::string folder(folder_of(script.where.file));
  const auto beside = resolved(path_in(folder, path)), above = resolved(path);
  if (!is_plain_path(path) || !beside || *beside == script.where.file || !is_there(script.tree, *beside)) return false;
  return folder.empty() || !above || !is_there(script.tree, *above);
}

std::optional<Edit> from_own_folder(const Script& script, std::size_t number, std::string_view path) {
  const auto own = folder_on(script.own, number);
  if (own.empty() || !is_only_beside(script, path)) return std::nullopt;
  const auto word = word_on(script.lines.line(number), path);
  if (!word) return std::nullopt;
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
    auto front = of_command(line_before(line, begin));
    if (front.ends_with('"') || front.ends_with('\'')) front.remove_suffix(1);
    const auto last = trim(front).substr(trim(front).find_last_of(" \t") + 1);
    if (trim(front).empty() || is_among(last, before) || last.ends_with("(")) return line.substr(begin, end - begin);
  }
  return "";
}

// What else the script calls and reads as if it were called in its own folder, below the line that stopped: by one edit each.
// A text within `<<` may hold such words and call nothing.
std::vector<Edit> of_same_mind(const Script& script, std::string_view text) {
  std::vector<Edit> edits;
  if (contains(text, "<<")) return edits;
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
    if (!text || text->size() > source_bytes_max) continue;
    const Lines lines(*text);
    const auto own = own_folder(*text, lines, where->is_of_bash);
    const Script script{patient.tree, *where, lines, own};
    const auto edit = from_own_folder(script, where->line, capture(occurrence, "path"));
    if (!edit) continue;
    auto edits = seen.insert(where->file).second ? of_same_mind(script, *text) : std::vector<Edit>{};
    edits.push_back(*edit);
    draft.edit(where->file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
