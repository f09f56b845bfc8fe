// shell.follow-source: the comment that tells ShellCheck which file is read names one that is not there, the command below it
// reads the one that is meant.
//
//   # shellcheck source=bin/say.sh
//   . "$here/lib/say.sh"            SC1091 (info): Not following: bin/say.sh: openBinaryFile: does not exist
//
// What the command reads ends in words that are no variable, here lib/say.sh; where exactly one file of the project ends so, the
// comment names that, from where it counted before: the script's folder (SCRIPTDIR/…, ../…) or where ShellCheck is called.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/fixers.h"
#include "mend/shell/script.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view own_folder = "SCRIPTDIR/";

// "Not following: bin/say.sh: openBinaryFile: does not exist (…)" → "bin/say.sh"
std::string_view not_followed(std::string_view said) {
  constexpr std::string_view mark = "Not following: ";
  const auto at = said.find(mark);
  if (at == npos) return "";
  const auto rest = said.substr(at + mark.size());
  return rest.substr(0, std::min({rest.find(": "), rest.find(" was not specified"), rest.size()}));
}

/// The path that a comment `# shellcheck source=PATH` names.
struct Directive {
  std::size_t at = 0;
  std::string_view path;
};

std::optional<Directive> directive_in(std::string_view line) {
  auto rest = trim(line);
  if (!rest.starts_with('#')) return std::nullopt;
  rest = trim(rest.substr(1));
  if (!rest.starts_with("shellcheck ") && !rest.starts_with("shellcheck\t")) return std::nullopt;
  const auto key = line.find("source=", line.find("shellcheck"));
  if (key == npos || !contains(" \t", line.substr(key - 1, 1))) return std::nullopt;
  const auto at = key + 7;
  return Directive{at, line.substr(at, line.find_first_of(" \t\r", at) - at)};
}

// `. "$here"/lib/say.sh # kept` → "lib/say.sh": what is written out of the path that a command reads; "" of other commands.
std::string read_by(std::string_view line) {
  auto rest = trim(line);
  if (rest.starts_with(". "))
    rest = trim(rest.substr(2));
  else if (rest.starts_with("source "))
    rest = trim(rest.substr(7));
  else
    return "";
  std::string word;
  std::size_t depth = 0;
  char quote = 0;
  for (const char c : rest) {
    if (c == '(' || c == '{') ++depth;
    if ((c == ')' || c == '}') && depth > 0) --depth;
    if (depth == 0 && (c == '"' || c == '\'')) {
      quote = quote == 0 ? c : quote == c ? 0 : quote;
      continue;
    }
    if (quote == 0 && depth == 0 && contains(" \t;&|", std::string_view(&c, 1))) break;
    word += c;
  }
  const auto front = word.find_last_of("$`)}");
  const auto slash = front == std::string::npos ? 0 : word.find('/', front);
  if (slash == std::string::npos) return "";
  auto tail = std::string_view(word).substr(front == std::string::npos ? 0 : slash + 1);
  while (tail.starts_with("./") || tail.starts_with("../")) tail.remove_prefix(tail.find('/') + 1);
  return tail.empty() || contains(tail, "*") || contains("/" + std::string(tail), "/../") ? "" : std::string(tail);
}

// The only file of the project that a path ends in; "" where there is none, or several.
std::string only_file(const Tree& tree, const std::string& tail) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (!("/" + path).ends_with("/" + tail)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

constexpr std::size_t tails_max = 200;  // no project reads more files whose comments are wrong

/// The only files of the project that paths end in, each looked for once. Borrows the tree.
class FilesByTail {
 public:
  explicit FilesByTail(const Tree& tree) : tree_(tree) {}

  /// "" where there is none, or several.
  const std::string& file(const std::string& tail) {
    static const std::string none;
    const auto known = known_.find(tail);
    if (known != known_.end()) return known->second;
    return known_.size() == tails_max ? none : known_.emplace(tail, only_file(tree_, tail)).first->second;
  }

 private:
  const Tree& tree_;
  std::map<std::string, std::string> known_;
};

enum class From { call, script };

// How the comment names the file, counted as it was before.
std::string named(const std::string& script, std::string_view gone, const std::string& target, From from) {
  const auto beside = path_from(folder_of(script), target);
  if (gone.starts_with(own_folder)) return std::string(own_folder) + beside;
  if (gone.starts_with("../") || from == From::script) return beside;
  return (gone.starts_with("./") ? "./" : "") + target;
}

bool is_there(const Tree& tree, const std::string& script, std::string_view path) {
  if (path.starts_with(own_folder)) path.remove_prefix(own_folder.size());
  const auto from_top = resolved(path), from_script = resolved(path_in(folder_of(script), path));
  return (from_top && tree.has(*from_top)) || (from_script && tree.has(*from_script));
}

std::vector<Edit> edits_of(const Tree& tree, const std::string& script, std::string_view text,
                           const std::set<std::string, std::less<>>& gone, From from, FilesByTail& files) {
  std::vector<Edit> edits;
  const Lines lines(text);
  std::string_view command;  // the next line below that is no comment
  for (std::size_t number = lines.count(); number >= 1; --number) {
    if (!trim(lines.line(number)).starts_with('#')) command = lines.line(number);
    const auto directive = directive_in(lines.line(number));
    if (!directive || !gone.contains(directive->path) || is_there(tree, script, directive->path)) continue;
    const auto tail = read_by(command);
    const auto target = tail.empty() ? "" : files.file(tail);
    if (target.empty()) continue;
    edits.push_back(
        {lines.begin(number) + directive->at, directive->path.size(), named(script, directive->path, target, from)});
  }
  std::ranges::reverse(edits);
  return edits;
}

}  // namespace

std::vector<Patch> follow_shell_source(const Patient& patient) {
  std::set<std::string, std::less<>> gone;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) gone.emplace(not_followed(occurrence.at.text));
  gone.erase("");
  std::vector<Patch> patches;
  FilesByTail files(patient.tree);
  for (const auto from : {From::call, From::script}) {
    Draft draft(patient.tree);
    if (gone.empty()) break;
    for_each_shell_script(patient.tree, [&](const std::string& path, const std::string& text) {
      auto edits = edits_of(patient.tree, path, text, gone, from, files);
      if (!edits.empty()) draft.edit(path, std::move(edits));
    });
    const bool is_new = !draft.patch().empty() && (patches.empty() || !(patches.front() == draft.patch()));
    if (is_new) patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
