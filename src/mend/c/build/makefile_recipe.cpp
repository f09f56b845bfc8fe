// make.use-tabs: recipes that are indented by blanks. Where such a line has a colon it may read as a rule of its own:
//
//   image: build
//       docker build -t $(NAME):$(TAG) .       make: *** No rule to make target 'dev', needed by 'build'.  Stop.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <ranges>
#include <set>
#include <string_view>

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

using Names = std::set<std::string_view>;

// The variables that make puts in: $(MODE), ${MODE}.
Names names_asked_for(std::string_view text) {
  Names names;
  for (auto at = text.find('$'); at != npos; at = text.find('$', at + 1)) {
    const auto name = text.substr(at + 1).starts_with('(') || text.substr(at + 1).starts_with('{')
                          ? text.substr(at + 2, text.find_first_of(")}: ", at + 2) - at - 2)
                          : std::string_view();
    if (at == 0 || text[at - 1] != '$') names.insert(name);
  }
  return names;
}

// "MODE := debug", "MODE=debug"; "MODE=debug ./run" is a command unless make asks for MODE.
bool sets_variable(const Names& asked, std::string_view line) {
  const auto equal = line.find('=');
  const auto end = line.find_first_of(" \t:+?!=");
  if (equal == npos || end == 0 || end > equal) return false;
  const auto between = trim(line.substr(end, equal - end));
  if (between.find_first_not_of(":+?!") != npos) return false;
  const auto value = line.substr(equal + 1);
  const auto second = value.find_first_not_of(" \t", value.find_first_of(" \t"));
  const bool is_plain = end == equal && !value.empty() && !contains(" \t", value.substr(0, 1));
  return !is_plain || second == npos || value[second] == '-' || asked.contains(line.substr(0, end));
}

// What make reads itself, with or without blanks in front: variables, conditions, other files.
bool is_for_make(const Names& asked, std::string_view line) {
  constexpr auto directives = std::to_array<std::string_view>(
      {"-include", "define", "else", "endef", "endif", "export", "ifdef", "ifeq", "ifndef", "ifneq", "include",
       "override", "sinclude", "undefine", "unexport", "vpath"});
  const bool is_chain = contains(line, "&&") || contains(line, ";");
  const auto word = line.substr(0, line.find_first_of(" \t("));
  return (is_among(word, directives) && !(word == "export" && is_chain)) || sets_variable(asked, line);
}

// The lines below heads that begin with blanks, continue nothing and are the shell's.
std::vector<Edit> with_tabs(std::string_view text) {
  const Lines lines(text);
  const auto asked = names_asked_for(text);
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
    } else if (below_head && indent[0] == ' ' && line[indent.size()] != '#' &&
               !is_for_make(asked, line.substr(indent.size()))) {
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

// A command with the values in place is shorter, and what names a target is.
constexpr std::size_t line_max = 10'000, value_max = 200;

// The value of a variable that has just one; nothing for others.
std::optional<std::string_view> value_of(const Values& values, std::string_view name) {
  const auto found = values.find(name);
  if (found == values.end() || found->second.size() != 1) return std::nullopt;
  const std::string_view value = *found->second.begin();
  return value.size() > value_max || contains(value, "$") ? std::nullopt : std::optional(value);
}

// A line with the values of the variables that have just one; "" where it is longer than anybody writes.
std::string expanded(std::string_view line, const Values& values) {
  std::string made;
  for (std::size_t at = 0; at < line.size();) {
    const auto open = std::min(line.find("$(", at), line.size()), close = line.find(')', open);
    made += line.substr(at, open - at);
    at = open;
    if (open == line.size()) break;
    const auto value = close == npos ? std::nullopt : value_of(values, line.substr(open + 2, close - open - 2));
    made += value.value_or("$(");
    at = value ? close + 1 : open + 2;
    if (made.size() > line_max) return "";
  }
  return made;
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
  const auto written = text.substr(begin, end - begin);
  if (written.size() > line_max) return false;
  const auto line = expanded(replace_all(replace_all(std::string(written), "\\\n", " "), "\t", " "), values);
  const auto colon = line.find(':');
  if (colon == npos) return false;
  const auto targets = std::string_view(line).substr(0, colon);
  return is_command(targets) && has_word(targets, target) && has_word(std::string_view(line).substr(colon + 1), need);
}

/// The files that make reads, the tabs that they lack, and what they set.
class Makefiles {
 public:
  explicit Makefiles(const Tree& tree) {
    for (const auto& path : tree.list()) {
      auto text = is_of_make(path) ? tree.read(path) : std::nullopt;
      if (!text) continue;
      add_values(*text, values_);
      auto tabs = with_tabs(*text);
      all_[path] = {std::move(*text), std::move(tabs)};
    }
  }

  // The only file with a recipe that reads as the rule by which `target` needs what nothing makes; "" where there is none.
  std::string with_rule(std::string_view target, std::string_view need) const {
    std::vector<std::string> found;
    for (const auto& [path, one] : all_) {
      const auto is_it = [&](const Edit& edit) { return reads_as_rule(one.text, edit.offset, target, need, values_); };
      if (std::ranges::any_of(one.tabs, is_it)) found.push_back(path);
    }
    return found.size() == 1 ? found[0] : "";
  }

  // Is the line of a place a recipe that lacks its tab?
  bool lacks_tab(const TreePlace& place) const {
    const auto one = all_.find(place.file);
    if (one == all_.end()) return false;
    const Lines lines(one->second.text);
    return lines.has(place.line) &&
           is_among(lines.begin(place.line), one->second.tabs | std::views::transform(&Edit::offset));
  }

  const std::vector<Edit>& tabs(const std::string& path) const { return all_.at(path).tabs; }

 private:
  struct Makefile {
    std::string text;
    std::vector<Edit> tabs;
  };

  std::map<std::string, Makefile> all_;
  Values values_;
};

}  // namespace

std::vector<Patch> use_make_tabs(const Patient& patient) {
  const Makefiles makefiles(patient.tree);
  std::set<std::string> files;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto need = capture(occurrence, "path"), target = capture(occurrence, "symbol");
    const auto places = places_of(patient.tree, occurrence);
    if (!need.empty() && !target.empty())
      files.insert(makefiles.with_rule(target, need));
    else if (!places.empty() && makefiles.lacks_tab(places[0]))
      files.insert(places[0].file);
  }
  Draft draft(patient.tree);
  files.erase("");
  for (const auto& file : files) draft.edit(file, makefiles.tabs(file));
  return draft.patches();
}

}  // namespace regreen
