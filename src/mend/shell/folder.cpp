// files.make-folder-once: mkdir without -p ends a build that finds the folder there, which another rule, step or run made.
// A mkdir whose failure is looked at (`if mkdir`, `mkdir … ||`, `$?` behind it) is a lock or a question and stays as it is.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/fixers.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int expansions_max = 20;        // of variables in a word and in one another
constexpr std::size_t word_max = 1024;    // longer paths nobody wrote
constexpr std::size_t line_max = 4096;    // nor longer lines
constexpr std::size_t folders_max = 100;  // of one mkdir
constexpr std::size_t makings_max = 1000;

using Variables = std::map<std::string, std::string, std::less<>>;

/// A mkdir: its file, where its words begin, the folders, and whether it makes those above and takes those that are there.
struct Making {
  std::string file;
  std::size_t at = 0;
  std::vector<std::string> folders;
  bool is_once = false, is_asked = false;
};

bool has_commands(std::string_view path) {
  const bool is_workflow = path.starts_with(".github/") && (path.ends_with(".yml") || path.ends_with(".yaml"));
  return is_workflow || holds_commands(path);
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

// The variable that a `$` begins: OUT of `$(OUT)`, `${OUT}` and `$OUT`, and how long that is; "" for anything else.
std::pair<std::string_view, std::size_t> variable_at(std::string_view text) {
  const auto open = text.substr(1, 1);
  const bool is_bracketed = open == "(" || open == "{";
  const auto rest = text.substr(is_bracketed ? 2 : 1);
  const auto name = word_at(rest, 0);
  if (is_bracketed && rest.substr(name.size(), 1) != (open == "(" ? ")" : "}")) return {};
  return {name, name.size() + (is_bracketed ? 3 : 1)};
}

// `$(OUT)/css`, `"${OUT}"` and `$OUT`, as far as the file says what they are; what is left of a `$` is not known.
std::string expanded(std::string word, const Variables& variables) {
  int times = 0;
  for (auto at = word.find('$'); at != npos;) {
    const auto [name, length] = variable_at(std::string_view(word).substr(at));
    const auto known = variables.find(name);
    if (known == variables.end()) {
      at = word.find('$', at + 1);
      continue;
    }
    if (++times > expansions_max || word.size() + known->second.size() > word_max) return "$";
    word.replace(at, length, known->second);
    at = word.find('$', at);
  }
  return word;
}

std::string plain_path(std::string_view word) {
  auto path = replace_all(replace_all(std::string(word), "\"", ""), "'", "");
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path.starts_with("./") ? path.substr(2) : path;
}

// Does what stands in front ask for the exit code of what follows: `if`, `while ! `, `if cd a &&`?
bool is_question(std::string_view front) {
  static constexpr auto asking = std::to_array<std::string_view>({"if", "elif", "while", "until"});
  static constexpr auto done = std::to_array<std::string_view>({"then", "do", "else", "fi", "done"});
  bool asks = false;
  for (auto word : split(front, ' ')) {
    word.remove_prefix(std::min(word.find_first_not_of("@-("), word.size()));
    if (is_among(word, asking)) asks = true;
    if (is_among(word.substr(0, word.find(';')), done)) asks = false;
  }
  return asks;
}

// Does a command begin behind what stands in front of it, whose failure ends what it is part of?
bool is_plain_command(std::string_view line) {
  if (line.ends_with("- ")) return true;  // of a list in YAML; `-mkdir` of make may fail
  auto front = trim(line);
  if (front.starts_with('#') || contains(front, " #") || is_question(front)) return false;
  if (front.ends_with("sudo")) front = trim(front.substr(0, front.size() - 4));
  if (front.empty()) return true;
  static constexpr auto before =
      std::to_array<std::string_view>({";", "&&", "(", "{", "@", "then", "do", "else", "run:", "RUN", "|"});
  return !front.ends_with("||") && std::ranges::any_of(before, [&](auto word) { return front.ends_with(word); });
}

// Where the words of a command end; `$(OUT)` is one of them, the 2 of `2>` is none.
std::size_t end_of_command(std::string_view rest) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (rest[at] == ')' && depth == 0) return at;
    if (rest[at] == '(') ++depth;
    if (rest[at] == ')') --depth;
    if (depth != 0 || !contains(";&|#<>\\", rest.substr(at, 1))) continue;
    const auto last = rest[at] == '>' ? rest.substr(0, at).find_last_not_of("0123456789") : npos;
    return last != npos && rest[last] == ' ' ? last : at;
  }
  return rest.size();
}

// Does `||` wait for a command to fail, or somebody look at `$?`, in what follows up to the end of its list?
bool is_waited_for(std::string_view rest) {
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (rest.substr(at, 2) == "||") return true;
    const bool ends = rest[at] == ';' && !trim(rest.substr(at + 1)).starts_with('}');
    if (ends || rest.substr(at, 2) == " #") return contains(rest.substr(at), "$?");
  }
  return false;
}

// What a mkdir is told, whose words begin with `rest`.
Making told(std::string_view rest, const Variables& variables) {
  Making it;
  it.is_asked = is_waited_for(rest);
  bool is_mode = false;
  for (const auto word : split(rest.substr(0, end_of_command(rest)), ' ')) {
    if (word.empty()) continue;
    if (is_mode) {
      is_mode = false;
    } else if (word.starts_with('-')) {
      it.is_once |= word == "--parents" || (!word.starts_with("--") && contains(word, "p"));
      is_mode = word == "-m";
    } else if (it.folders.size() < folders_max) {
      it.folders.push_back(plain_path(expanded(std::string(word), variables)));
    }
  }
  return it;
}

// A line with those that it goes on in, byte for byte as long; the number of the last of them is answered.
std::size_t read_whole_line(const Lines& lines, std::size_t number, std::string_view text, std::string& whole) {
  auto last = number;
  while (lines.line(last).ends_with('\\') && lines.has(last + 1)) ++last;
  whole = text.substr(lines.begin(number), lines.end(last) - lines.begin(number));
  for (auto one = number; one < last; ++one) {
    const auto end = lines.end(one) - lines.begin(number);
    whole.replace(end - 1, lines.begin(one + 1) - lines.end(one) + 1, lines.begin(one + 1) - lines.end(one) + 1, ' ');
  }
  return last;
}

void add_makings(const std::string& file, std::string_view text, std::vector<Making>& makings) {
  if (!contains(text, "mkdir")) return;
  const auto variables = variables_of(text);
  const Lines lines(text);
  std::string line;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto begin = lines.begin(number);
    number = read_whole_line(lines, number, text, line);
    if (line.size() > line_max) continue;
    for (const auto at : words_in(line, "mkdir")) {
      const auto behind = at + std::string_view("mkdir").size();
      const std::string_view rest = std::string_view(line).substr(behind);
      if (!is_plain_command(line.substr(0, at)) || !rest.starts_with(' ') || makings.size() == makings_max) continue;
      auto it = told(rest, variables);
      it.is_asked |= contains(lines.line(number + 1), "$?");
      it.file = file;
      it.at = begin + behind;
      makings.push_back(std::move(it));
    }
  }
}

std::vector<Making> makings_in(const Tree& tree) {
  std::vector<Making> makings;
  for (const auto& path : tree.list()) {
    if (has_commands(path)) add_makings(path, tree.read(path).value_or(""), makings);
  }
  for_each_shell_script(tree, [&](const auto& path, const auto& text) {
    if (!has_commands(path)) add_makings(path, text, makings);
  });
  return makings;
}

// Those to change so that the folder may be there: of those that make it, else the only one of those whose variables are not
// known here.
std::vector<const Making*> makers_of(std::string_view folder, const std::vector<Making>& makings) {
  for (const bool unknown : {false, true}) {
    bool is_made = false;
    std::vector<const Making*> found;
    for (const auto& one : makings) {
      const bool makes = std::ranges::any_of(
          one.folders, [&](const auto& path) { return unknown ? contains(path, "$") : path == folder; });
      is_made |= makes;
      if (makes && !one.is_once && !one.is_asked) found.push_back(&one);
    }
    if (!is_made) continue;
    return unknown && found.size() > 1 ? std::vector<const Making*>{} : found;
  }
  return {};
}

}  // namespace

std::vector<Patch> make_folder_once(const Patient& patient) {
  const auto makings = makings_in(patient.tree);
  std::map<std::string, std::set<std::size_t>> places;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto folder = plain_path(capture(occurrence, "path"));
    // A file of that name is in the way of -p, too, and a lock is meant to be made by one alone.
    if (folder.empty() || patient.tree.has(folder) || contains(lower(folder), "lock")) continue;
    for (const auto* one : makers_of(folder, makings)) places[one->file].insert(one->at);
  }
  Draft draft(patient.tree);
  for (const auto& [file, of_file] : places) {
    std::vector<Edit> edits;
    for (const auto at : of_file) edits.push_back({at, 0, " -p"});
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
