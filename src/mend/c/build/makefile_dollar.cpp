// make.double-dollars: a recipe names a variable or a command of the shell, or a field of awk, with one dollar, which make takes for
// its own: of $file it leaves "ile". What the recipe itself sets is the shell's, and so is what is called with it. The Makefile
// that make names is mended; where that is not enough, or it names none, all of them.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t makefiles_max = 100;

using Names = std::set<std::string, std::less<>>;
using Places = std::set<std::size_t>;

// Where the text of a recipe's line begins and ends, with the lines that continue it.
struct Recipe {
  std::size_t begin = 0, end = 0;
};

// All but those of a `define`, in which $1 is what `call` is given.
std::vector<Recipe> recipes_of(const Lines& lines) {
  std::vector<Recipe> all;
  bool is_defined = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto first = number;
    while (lines.line(number).ends_with('\\') && lines.has(number + 1)) ++number;
    const auto line = lines.line(first);
    if (trim(line) == "endef") is_defined = false;
    if (line.starts_with("define ")) is_defined = true;
    if (line.starts_with('\t') && !is_defined) all.push_back({lines.begin(first), lines.end(number)});
  }
  return all;
}

// Does a command begin at the byte?
bool begins_command(std::string_view recipe, std::size_t at) {
  auto front = trim(recipe.substr(0, at));
  while (front.ends_with('\\')) front = trim(front.substr(0, front.size() - 1));
  if (front.empty() || contains(";&|({@", front.substr(front.size() - 1))) return true;
  static constexpr auto words = std::to_array<std::string_view>({"do", "then", "else", "export", "local"});
  return std::ranges::any_of(words, [&](auto word) {
    return front.ends_with(word) &&
           (front.size() == word.size() || !is_word_byte(front[front.size() - word.size() - 1]));
  });
}

// The variables that a recipe sets: `for name in`, `read name`, `name=value`.
Names set_in(std::string_view recipe) {
  Names names;
  for (const std::string_view word : {"for", "read"}) {
    for (const auto at : words_in(recipe, word)) {
      auto next = recipe.find_first_not_of(' ', at + word.size());
      while (word == "read" && next != npos && recipe.substr(next, 2) == "-r")
        next = recipe.find_first_not_of(' ', next + 2);
      if (next == npos || !begins_command(recipe, at)) {
        const auto front = trim(recipe.substr(0, at));
        const bool is_loop = word == "read" && (front.ends_with("while") || front.ends_with("while IFS="));
        if (next == npos || !is_loop) continue;
      }
      const auto name = word_at(recipe, next);
      const bool is_loop = word != "for" || recipe.substr(next + name.size()).starts_with(" in ");
      if (is_identifier(name) && is_loop) names.emplace(name);
    }
  }
  for (std::size_t at = recipe.find('='); at != npos; at = recipe.find('=', at + 1)) {
    const auto name = word_before(recipe, at);
    if (is_identifier(name) && begins_command(recipe, at - name.size())) names.emplace(name);
  }
  return names;
}

// The variables that the Makefile itself defines, their names alone.
Names names_of_make(const Lines& lines) {
  Names names;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (lines.line(number).starts_with('\t')) continue;
    auto line = trim(lines.line(number));
    for (const std::string_view word : {"export ", "override ", "define "}) {
      if (line.starts_with(word)) line = trim(line.substr(word.size()));
    }
    const auto name = word_at(line, 0);
    const auto rest = trim(line.substr(name.size()));
    if (rest.starts_with("=") || rest.starts_with(":=") || rest.starts_with("?=") || rest.starts_with("+="))
      names.emplace(name);
  }
  return names;
}

// Is the dollar one of two, so that make leaves it alone?
bool is_doubled(std::string_view recipe, std::size_t at) {
  if (recipe.substr(at + 1).starts_with('$')) return true;
  std::size_t before = 0;
  while (before < at && recipe[at - before - 1] == '$') ++before;
  return before % 2 == 1;
}

// What make does with a text; of these the shell has no command of the name.
bool is_function_of_make(std::string_view word) {
  static constexpr auto functions = std::to_array<std::string_view>(
      {"abspath",  "addprefix",  "addsuffix",  "and",       "call",     "dir",      "error", "eval",
       "filter",   "filter-out", "findstring", "firstword", "flavor",   "foreach",  "if",    "info",
       "lastword", "notdir",     "or",         "origin",    "patsubst", "shell",    "strip", "subst",
       "suffix",   "value",      "warning",    "wildcard",  "word",     "wordlist", "words"});
  return is_among(word, functions);
}

// Where a dollar of the shell stands alone: before the name of a variable, or before a command that is given one.
Places lone_dollars(std::string_view recipe, const Names& names) {
  Places found, variables;
  for (auto at = recipe.find('$'); at != npos; at = recipe.find('$', at + 1)) {
    if (is_doubled(recipe, at)) continue;
    const bool is_braced = recipe.substr(at + 1).starts_with('{');
    const auto name = word_at(recipe, at + (is_braced ? 2 : 1));
    const bool is_closed = !is_braced || recipe.substr(at + 2 + name.size()).starts_with('}');
    if (is_closed && names.contains(name)) variables.insert(at);
  }
  if (variables.empty()) return {};
  for (auto at = recipe.find("$("); at != npos; at = recipe.find("$(", at + 1)) {
    if (is_doubled(recipe, at)) continue;
    const auto close = closing_bracket(recipe, at + 1);
    const auto first = variables.upper_bound(at);
    const bool is_given = close != npos && first != variables.end() && *first < close;
    if (!is_given || !contains(recipe.substr(at, close - at), " ")) continue;
    if (is_function_of_make(word_at(recipe, at + 2))) return {};  // given a text that only the shell knows
    found.insert(at);
  }
  found.merge(variables);
  return found;
}

// The fields in the programs of awk: '{print $1, $NF}'.
Places lone_fields(std::string_view recipe) {
  Places found;
  for (const auto awk : words_in(recipe, "awk")) {
    const auto open = recipe.find('\'', awk);
    const auto close = open == npos ? npos : recipe.find('\'', open + 1);
    if (close == npos || recipe.substr(awk, open - awk).find_first_of("|;&") != npos) continue;
    for (auto at = recipe.find('$', open); at < close; at = recipe.find('$', at + 1)) {
      const auto field = word_at(recipe, at + 1);
      const bool is_number = !field.empty() && field.find_first_not_of("0123456789") == npos;
      if ((is_number || field == "NF") && !is_doubled(recipe, at)) found.insert(at);
    }
  }
  return found;
}

std::vector<Edit> with_double_dollars(std::string_view text) {
  const Lines lines(text);
  const auto of_make = names_of_make(lines);
  std::vector<Edit> edits;
  for (const auto& one : recipes_of(lines)) {
    const auto recipe = text.substr(one.begin, one.end - one.begin);
    auto names = set_in(recipe);
    std::erase_if(names, [&](const auto& name) { return of_make.contains(name); });
    auto dollars = lone_fields(recipe);
    dollars.merge(lone_dollars(recipe, names));
    for (const auto at : dollars) edits.push_back({one.begin + at, 0, "$"});
  }
  return edits;
}

// Is it a Makefile of the project's own?
bool is_own(std::string_view path) { return (is_makefile(path) || path.ends_with(".mk")) && !is_foreign(path); }

void double_in(const std::string& path, Draft& draft) {
  const auto text = draft.read(path);
  if (!text || text->size() > source_bytes_max) return;
  if (auto edits = with_double_dollars(*text); !edits.empty()) draft.edit(path, std::move(edits));
}

}  // namespace

std::vector<Patch> double_make_dollars(const Patient& patient) {
  std::set<std::string> said;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (auto& place : places_around(patient.tree, occurrence)) said.insert(std::move(place.file));
  }
  Draft named(patient.tree);
  for (const auto& path : said) {
    if (is_own(path)) double_in(path, named);
  }
  Draft everywhere = named;
  std::size_t count = 0;
  for (const auto& path : patient.tree.list()) {
    if (is_own(path) && !said.contains(path) && count++ < makefiles_max) double_in(path, everywhere);
  }
  auto patches = named.patches();
  if (everywhere.patch() != named.patch()) patches.push_back(everywhere.patch());
  return patches;
}

}  // namespace regreen
