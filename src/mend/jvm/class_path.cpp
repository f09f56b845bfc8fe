// java.add-class-path: a module of the project uses another one, and the script or Makefile that compiles it leaves that off the
// class path.
//
//   cli/src/…/Main.java:4: error: package org.yarrow.report does not exist      report/src/org/yarrow/report/Table.java
//
//   compile cli core                                    →  compile cli core report
//   javac -cp out/core -d out/cli $(find cli/src …)     →  javac -cp out/core:out/report -d …
//
// Only a list that names another module for the one that fails gets the name, written as its neighbour is. Of several modules that
// have the package, the one that the script builds is meant.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Names = std::set<std::string, std::less<>>;

// The folder of the module that a source lies in: "cli/src/main/java/org/a/Main.java" → "cli"; "" where it lies in none.
std::string_view module_of(std::string_view path) {
  const auto at = path.find("/src/");
  return at == npos ? std::string_view() : name_of(path.substr(0, at));
}

Names modules_in(const Tree& tree) {
  Names modules;
  for (const auto& path : tree.list()) {
    if (path.ends_with(".java") && !module_of(path).empty()) modules.emplace(module_of(path));
  }
  return modules;
}

std::set<std::string> modules_with(const Tree& tree, std::string_view package) {
  const auto folder = "/" + replace_all(std::string(package), ".", "/");
  std::set<std::string> modules;
  for (const auto& path : tree.list()) {
    if (path.ends_with(".java") && folder_of(path).ends_with(folder) && !module_of(path).empty())
      modules.emplace(module_of(path));
  }
  return modules;
}

// The names of a module's classes, as a line that runs one of them ends: "Main".
Names classes_in(const Tree& tree, std::string_view module) {
  Names classes;
  for (const auto& path : tree.list()) {
    if (!path.ends_with(".java") || module_of(path) != module) continue;
    const auto name = name_of(path);
    classes.emplace(name.substr(0, name.size() - 5));
  }
  return classes;
}

bool compiles(std::string_view path, std::string_view text) {
  const bool is_script =
      path.ends_with(".sh") || path.ends_with(".mk") || is_makefile(path) || !shell_asked(text).empty();
  return is_script && contains(text, "javac");
}

std::vector<std::string> compiling_scripts(const Tree& tree) {
  std::vector<std::string> scripts;
  for (const auto& path : tree.list()) {
    if (!is_vendored(path) && compiles(path, tree.read(path).value_or(""))) scripts.push_back(path);
  }
  return scripts;
}

/// A word of a line, and the module that it stands for.
struct Word {
  std::size_t begin = 0, end = 0;
  std::string_view text, module;
};

// "cli", "out/core", "lib/core.jar"
std::string_view module_named(std::string_view word, const Names& modules) {
  auto name = name_of(word);
  if (name.ends_with(".jar")) name.remove_suffix(4);
  const auto found = modules.find(name);
  return found == modules.end() ? std::string_view() : std::string_view(*found);
}

// Behind a variable that a word has in it, `$(OUT)` or `${OUT}`; the offset itself where there is none.
std::size_t behind_variable(std::string_view line, std::size_t at) {
  if (line.substr(at, 2) != "$(" && line.substr(at, 2) != "${") return at;
  const auto close = line.find(line[at + 1] == '(' ? ')' : '}', at);
  return close != npos && is_identifier(line.substr(at + 2, close - at - 2)) ? close + 1 : at;
}

std::vector<Word> words_of_line(std::string_view line, const Names& modules) {
  std::vector<Word> words;
  const auto is_part = [](char c) { return is_word_byte(c) || contains("/.-", std::string_view(&c, 1)); };
  for (std::size_t at = 0; at < line.size() && line[at] != '#';) {
    auto end = behind_variable(line, at);
    while (end < line.size() && is_part(line[end])) ++end;
    if (end > at)
      words.push_back({at, end, line.substr(at, end - at), module_named(line.substr(at, end - at), modules)});
    at = std::max(end, at + 1);
  }
  return words;
}

bool is_class_path(std::string_view word) { return word == "-cp" || word == "-classpath" || word == "--class-path"; }

/// Who uses a module, who gives it, and what is known of the script.
struct Need {
  std::string_view user, module;
  Names callers;  ///< functions of the script that get the name of the module first: `compile report core`
  Names classes;  ///< of the user
};

// `compile() {`
bool declares_function(std::string_view text, std::string_view name) {
  return std::ranges::any_of(words_in(text, name), [&](auto at) { return text.substr(at + name.size(), 2) == "()"; });
}

// The functions that the script declares and calls with the module: `compile() { … }`, `compile report core`.
Names callers_of(std::string_view text, const Names& modules, std::string_view module) {
  Names callers;
  for (const auto line : split_lines(text)) {
    const auto words = words_of_line(line, modules);
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto& word = words[i - 1];
      const auto gap = line.substr(word.end, words[i].begin - word.end);
      if (words[i].text == module && trim(gap).empty() && declares_function(text, word.text))
        callers.emplace(word.text);
    }
  }
  return callers;
}

// "out/core" → "out/report", "scores/core.jar" → "scores/report.jar": only whole parts of a path are names of modules.
std::string named_instead(std::string_view path, std::string_view old, std::string_view now) {
  std::vector<std::string> parts;
  for (const auto part : split(path, '/')) {
    const bool is_jar = part.ends_with(".jar");
    const bool is_old = part.substr(0, part.size() - (is_jar ? 4 : 0)) == old;
    parts.push_back(is_old ? std::string(now) + (is_jar ? ".jar" : "") : std::string(part));
  }
  return join(parts, "/");
}

// Does the list of what the user needs begin at a word: behind a function that compiles, or the class that is run?
bool begins_list(std::string_view line, const std::vector<Word>& words, std::size_t i, const Need& need) {
  if (i == 0 || words[i].text != need.user) return false;
  const auto& front = words[i - 1];
  if (!trim(line.substr(front.end, words[i].begin - front.end)).empty()) return false;
  const auto dot = front.text.rfind('.');
  return need.callers.contains(front.text) || (dot != npos && need.classes.contains(front.text.substr(dot + 1)));
}

// The end of the last entry of the list of what the module needs, and what goes behind it; nothing where the line has none.
std::optional<Edit> addition(std::string_view line, const std::vector<Word>& words, const Need& need) {
  const auto is_of_user = [&](const Word& word) {
    return word.module == need.user || contains("/" + std::string(word.text) + "/", "/" + std::string(need.user) + "/");
  };
  if (std::ranges::any_of(words, [&](const Word& word) { return word.module == need.module; })) return std::nullopt;
  if (std::ranges::none_of(words, is_of_user)) return std::nullopt;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool is_path = is_class_path(words[i].text);
    if (!is_path && !begins_list(line, words, i, need)) continue;
    auto last = i;
    const auto goes_on = [&](std::size_t at) {
      const auto gap = line.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
      const bool is_joined = at - 1 == i || !is_path ? trim(gap).empty() || trim(gap) == "\"" : gap == ":";
      return is_joined && !words[at].module.empty() && (is_path || words[at].text == words[at].module);
    };
    while (last + 1 < words.size() && goes_on(last + 1)) ++last;
    if (last == i) continue;
    const auto& neighbour = words[last];
    const auto written = named_instead(neighbour.text, neighbour.module, need.module);
    return Edit{neighbour.end, 0, (is_path ? ":" : " ") + written};
  }
  return std::nullopt;
}

std::vector<Edit> edits_of(std::string_view text, const Names& modules, const Need& need) {
  std::vector<Edit> edits;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    auto edit = addition(line, words_of_line(line, modules), need);
    if (!edit) continue;
    edit->offset += lines.begin(number);
    edits.push_back(std::move(*edit));
  }
  return edits;
}

}  // namespace

std::vector<Patch> add_java_class_path(const Patient& patient) {
  Draft draft(patient.tree);
  const auto modules = modules_in(patient.tree);
  const auto scripts = compiling_scripts(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const std::string user(places.empty() ? "" : module_of(places[0].file));
    const auto givers = modules_with(patient.tree, capture(occurrence, "module"));
    if (user.empty() || givers.empty() || givers.contains(user)) continue;
    for (const auto& path : scripts) {
      const auto text = draft.read(path);
      if (!text || text->size() > source_bytes_max) continue;
      std::vector<std::string> built;
      for (const auto& giver : givers) {
        const auto is_giver = [&](std::string_view line) {
          const auto words = words_of_line(line, modules);
          return std::ranges::find(words, giver, &Word::module) != words.end();
        };
        if (std::ranges::any_of(split_lines(*text), is_giver)) built.push_back(giver);
      }
      if (built.size() != 1 || !seen.emplace(user + path, built[0]).second) continue;
      draft.edit(path,
                 edits_of(*text, modules,
                          {user, built[0], callers_of(*text, modules, built[0]), classes_in(patient.tree, user)}));
    }
  }
  return draft.patches();
}

}  // namespace regreen
