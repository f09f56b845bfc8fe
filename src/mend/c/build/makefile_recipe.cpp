// make.use-tabs: recipes that are indented by blanks. Where such a line has a colon it may read as a rule of its own:
//
//   image: build
//       docker build -t $(NAME):$(TAG) .       make: *** No rule to make target 'dev', needed by 'build'.  Stop.

#include "base/text.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Begins a rule: "target: needs", no variable.
bool is_head(std::string_view line) {
  if (line.empty() || contains("\t #.", line.substr(0, 1)))
    return line.starts_with(".PHONY") || line.starts_with(".DEFAULT");
  const auto colon = line.find(':');
  return colon != npos && line.find('=') == npos;
}

// The lines below heads that begin with blanks and continue nothing.
std::vector<Edit> with_tabs(std::string_view text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  bool below_head = false, continues = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const bool is_continued = continues;
    continues = line.ends_with('\\');
    if (is_continued || trim(line).empty()) continue;
    const auto indent = indentation(line);
    if (indent.empty()) {
      below_head = is_head(line);
    } else if (below_head && indent[0] == ' ' && !trim(line).starts_with('#')) {
      edits.push_back({lines.begin(number), indent.size(), "\t"});
    }
  }
  return edits;
}

bool is_of_make(const std::string& path) { return (is_makefile(path) || path.ends_with(".mk")) && !is_vendored(path); }

/// The values of variables, by name; of one that is set in several ways, all.
using Values = std::map<std::string, std::set<std::string>, std::less<>>;

void add_values(std::string_view text, Values& values) {
  for (const auto line : split_lines(text)) {
    const auto equal = line.find('=');
    if (equal == npos || line.starts_with('\t')) continue;
    const auto name = trim(line.substr(0, line.find_last_not_of("?:+! \t", equal == 0 ? 0 : equal - 1) + 1));
    if (!name.empty() && name.find_first_of(" \t:#$") == npos)
      values[std::string(name)].insert(std::string(trim(line.substr(equal + 1))));
  }
}

// A line with the values of the variables that have just one.
std::string expanded(std::string line, const Values& values) {
  for (const auto& [name, all] : values) {
    if (all.size() == 1 && !contains(*all.begin(), "$")) line = replace_all(line, "$(" + name + ")", *all.begin());
  }
  return line;
}

bool has_word(std::string_view line, std::string_view word) {
  const auto words = split(line, ' ');
  return std::ranges::find(words, word) != words.end();
}

// Nobody gives a target the name of an option or a text.
bool is_command(std::string_view targets) { return contains(targets, " -") || contains(targets, "\""); }

// Does the line that begins at a byte read as a rule by which one target needs another?
bool reads_as_rule(std::string_view text, std::size_t begin, std::string_view target, std::string_view need,
                   const Values& values) {
  auto end = text.find('\n', begin);
  while (end != npos && end > 0 && text[end - 1] == '\\') end = text.find('\n', end + 1);
  const auto line =
      expanded(replace_all(replace_all(std::string(text.substr(begin, end - begin)), "\\\n", " "), "\t", " "), values);
  const auto colon = line.find(':');
  if (colon == npos) return false;
  const auto targets = std::string_view(line).substr(0, colon);
  return is_command(targets) && has_word(targets, target) && has_word(std::string_view(line).substr(colon + 1), need);
}

// The only file with a recipe that reads as the rule by which `target` needs what nothing makes.
void tab_what_reads_as_rule(const Tree& tree, std::string_view target, std::string_view need, Draft& draft) {
  std::map<std::string, std::string> texts;
  Values values;
  for (const auto& path : tree.list()) {
    const auto text = is_of_make(path) ? draft.read(path) : std::nullopt;
    if (!text) continue;
    add_values(*text, values);
    texts[path] = *text;
  }
  std::vector<std::string> found;
  for (const auto& [path, text] : texts) {
    const auto is_it = [&](const Edit& edit) { return reads_as_rule(text, edit.offset, target, need, values); };
    if (std::ranges::any_of(with_tabs(text), is_it)) found.push_back(path);
  }
  if (found.size() == 1) draft.edit(found[0], with_tabs(texts[found[0]]));
}

}  // namespace

std::vector<Patch> use_make_tabs(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto need = capture(occurrence, "path"), target = capture(occurrence, "symbol");
    if (!need.empty() && !target.empty()) {
      tab_what_reads_as_rule(patient.tree, target, need, draft);
      continue;
    }
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !(is_makefile(places[0].file) || places[0].file.ends_with(".mk"))) continue;
    const auto text = draft.read(places[0].file).value_or("");
    const Lines lines(text);
    if (lines.has(places[0].line) && lines.line(places[0].line).starts_with(' '))
      draft.edit(places[0].file, with_tabs(text));
  }
  return draft.patches();
}

}  // namespace regreen
