#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/link.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_head(std::string_view line) {
  if (line.empty() || line[0] == '\t' || line[0] == '#' || line[0] == ' ') return false;
  const auto colon = line.find(':');
  return colon != npos && line.substr(colon, 2) != ":=" && line.substr(colon, 3) != "::=" &&
         line.substr(0, colon).find('=') == npos;
}

}  // namespace

std::vector<MakeRule> make_rules(const Lines& lines) {
  std::vector<MakeRule> rules;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (!is_head(lines.line(number))) continue;
    MakeRule rule{number, number};
    while (lines.has(rule.last + 1) &&
           (lines.line(rule.last).ends_with('\\') || lines.line(rule.last + 1).starts_with('\t')))
      ++rule.last;
    rules.push_back(rule);
    number = rule.last;
  }
  return rules;
}

namespace {

constexpr std::array<std::string_view, 12> linkers = {"$(CC)", "$(CXX)", "$(LD)", "${CC}", "${CXX}",  "gcc",
                                                      "g++",   "cc",     "c++",   "clang", "clang++", "$(LINK)"};

// Does a recipe line link?
bool links(std::string_view line) {
  auto words = split(trim(line), ' ');
  bool compiler = false;
  for (auto word : words) {
    word = word.starts_with('@') || word.starts_with('-') ? word.substr(1) : word;
    compiler |= is_among(word, linkers);
    if (compiler && (word == "c" || word == "E" || word == "S" || word == "shared" || word == "M" || word == "MM"))
      return false;
  }
  return compiler && contains(line, "-o");
}

std::size_t end_of_command(const Lines& lines, std::size_t number) {
  while (lines.line(number).ends_with('\\') && lines.has(number + 1)) ++number;
  return number;
}

// Is it the rule that failed, by its lines or its name?
bool is_failed(const MakeRule& rule, const Lines& lines, const FailedLink& failed) {
  const auto names = split(trim(lines.line(rule.head).substr(0, lines.line(rule.head).find(':'))), ' ');
  return (failed.line >= rule.head && failed.line <= rule.last) || is_among(failed.target, names);
}

// The lines that link, of the rule that failed; else of all rules.
std::vector<std::size_t> link_lines(const Lines& lines, const FailedLink& failed) {
  std::vector<std::size_t> all, meant;
  for (const auto& rule : make_rules(lines)) {
    const bool here = is_failed(rule, lines, failed);
    for (std::size_t number = rule.head + 1; number <= rule.last; ++number) {
      if (!links(lines.line(number))) continue;
      all.push_back(number);
      if (here) meant.push_back(number);
    }
  }
  return meant.empty() ? all : meant;
}

// The variable for libraries that a command names behind its objects.
std::string_view library_variable(std::string_view command) {
  for (const auto name : {"LDLIBS", "LIBS", "LDADD", "LIBRARIES"}) {
    if (contains(command, "$(" + std::string(name) + ")") || contains(command, "${" + std::string(name) + "}"))
      return name;
  }
  return {};
}

std::optional<std::size_t> line_of_variable(const Lines& lines, std::string_view name) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!line.starts_with(name)) continue;
    const auto rest = trim(line.substr(name.size()));
    if (rest.starts_with("=") || rest.starts_with(":=") || rest.starts_with("+=") || rest.starts_with("?="))
      return end_of_command(lines, number);
  }
  return std::nullopt;
}

// Behind the words of a line, before a comment or what follows the command.
std::size_t end_of_words(const Lines& lines, std::size_t number, bool is_recipe) {
  const auto line = lines.line(number);
  auto end = is_recipe ? end_of_first_command(line) : std::min(line.find('#'), line.size());
  while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
  return lines.begin(number) + end;
}

// The blank before a library that a command names before its objects; npos where it stands at the end or nowhere.
std::size_t early_word(std::string_view command, const std::string& word) {
  const auto at = command.find(" " + word + " ");
  if (at == npos) return npos;
  for (const auto later : split(trim(command.substr(at + word.size() + 2)), ' ')) {
    if (later.ends_with(".o") || later.ends_with(".c") || later.ends_with(".cpp") || later.ends_with(".a") ||
        later == "$^" || later.starts_with("$(OBJ") || later == "$<" || later.starts_with("$(SRC"))
      return at;
  }
  return npos;
}

// What stands for a source beside a word of a list: "src/rate.c" beside "src/loan.c", "build/rate.o" beside
// "build/loan.o"; empty beside anything else.
std::string beside(std::string_view word, const std::string& source) {
  const auto dot = word.rfind('.');
  if (dot == npos || dot == 0 || word.find_first_of("$%*:=<@^") != npos) return "";
  if (word.substr(dot) == ".o") {
    const auto name = name_of(source);
    return path_in(folder_of(word), name.substr(0, name.rfind('.'))) + ".o";
  }
  return word.substr(dot) == source.substr(source.rfind('.')) && folder_of(word) == folder_of(source) ? source : "";
}

// Adds a source (or its object) to lists that hold one of its neighbours.
std::vector<Edit> list_source(std::string_view text, std::size_t begin, std::size_t end, std::string_view folder,
                              const std::string& source) {
  std::vector<Edit> edits;
  const auto relative = folder.empty()                                  ? source
                        : source.starts_with(std::string(folder) + "/") ? source.substr(folder.size() + 1)
                                                                        : "";
  if (relative.empty()) return edits;
  const Lines lines(text);
  for (auto number = lines.number_at(begin); lines.has(number) && lines.begin(number) < end; ++number) {
    const auto line = lines.line(number);
    std::size_t last = npos;
    std::string wanted;
    for (std::size_t at = 0; at < line.size();) {
      const auto stop = std::min(line.find_first_of(" \t()\\", at), line.size());
      const auto name = beside(line.substr(at, stop - at), relative);
      if (!name.empty()) {
        last = stop;
        wanted = name;
      }
      at = stop + 1;
    }
    if (last == npos) continue;
    if (number > 1 && lines.line(number - 1).ends_with('\\') && !edits.empty())
      edits.pop_back();  // one list over lines
    if (lists_word(line, wanted)) continue;
    edits.push_back({lines.begin(number) + last, 0, " " + wanted});
  }
  return edits;
}

}  // namespace

std::size_t end_of_first_command(std::string_view line) {
  auto end = line.size();
  for (const std::string_view mark : {" &&", ";", " |", " >", " 2>", " &>", " #"}) end = std::min(end, line.find(mark));
  return end;
}

void link_in_makefile(const std::string& path, const std::set<std::string>& libraries, const FailedLink& failed,
                      Draft& draft) {
  const auto text = draft.read(path);
  if (!text) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  std::set<std::size_t> edited;
  auto commands = link_lines(lines, failed);
  const auto add_to = [&](std::size_t line, std::size_t first, bool is_recipe) {
    if (!edited.insert(line).second) return;
    std::string words;
    const auto written = std::string_view(*text).substr(lines.begin(first), lines.end(line) - lines.begin(first));
    for (const auto& library : libraries) {
      const auto too_early = is_recipe ? early_word(written, "-l" + library) : npos;
      if (too_early != npos) edits.push_back({lines.begin(first) + too_early, library.size() + 3, ""});
      if ((too_early != npos || !lists_word(written, "-l" + library)) &&
          !(library == "pthread" && lists_word(written, "-pthread")))
        words += " -l" + library;
    }
    if (!words.empty()) edits.push_back({end_of_words(lines, line, is_recipe), 0, words});
  };
  // `$(LDLIBS)` before the objects: what it names is asked for behind them.
  const auto move_variable = [&](std::string_view name, std::size_t first, std::size_t last, std::string_view written) {
    const auto named =
        contains(written, "${" + std::string(name)) ? "${" + std::string(name) + "}" : "$(" + std::string(name) + ")";
    const auto value = line_of_variable(lines, name);
    const auto at = early_word(written, named);
    const bool has_all = value && std::ranges::all_of(libraries, [&](const auto& library) {
                           return lists_word(lines.line(*value), "-l" + library);
                         });
    if (!has_all || at == npos) return false;
    edits.push_back({lines.begin(first) + at, named.size() + 1, ""});
    edits.push_back({end_of_words(lines, last, true), 0, " " + named});
    return true;
  };
  const auto add_variable = [&](std::string_view name) {
    if (const auto line = line_of_variable(lines, name)) return add_to(*line, *line, false);
    // Before the first rule, where the other variables are.
    const auto rules = make_rules(lines);
    if (rules.empty() || !edited.insert(0).second) return;
    std::string words(name);
    words += " =";
    for (const auto& library : libraries) words += " -l" + library;
    std::size_t last_variable = 0;
    for (std::size_t number = 1; number < rules.front().head; ++number) {
      if (contains(lines.line(number), "=")) last_variable = end_of_command(lines, number);
    }
    const std::size_t at = last_variable == 0 ? rules.front().head : last_variable + 1;
    edits.push_back({lines.begin(at), 0,
                     words + std::string(line_end(*text)) + (last_variable == 0 ? std::string(line_end(*text)) : "")});
  };
  for (const auto command : commands) {
    const auto last = end_of_command(lines, command);
    const auto whole = std::string_view(*text).substr(lines.begin(command), lines.end(last) - lines.begin(command));
    if (const auto variable = library_variable(whole); !variable.empty()) {
      if (!move_variable(variable, command, last, whole)) add_variable(variable);
    } else {
      add_to(last, command, true);
    }
  }
  if (commands.empty()) add_variable("LDLIBS");  // make's own rules read it
  draft.edit(path, std::move(edits));
}

void link_in_script(const std::string& path, const std::set<std::string>& libraries, Draft& draft) {
  const auto text = draft.read(path);
  if (!text) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    const auto last = end_of_command(lines, number);
    const auto command = std::string_view(*text).substr(lines.begin(number), lines.end(last) - lines.begin(number));
    if (line.starts_with('#') || !links(command)) continue;
    std::string words;
    for (const auto& library : libraries) {
      if (!lists_word(command, "-l" + library)) words += " -l" + library;
    }
    if (!words.empty()) edits.push_back({end_of_words(lines, last, true), 0, words});
    number = last;
  }
  draft.edit(path, std::move(edits));
}

void build_in_makefile(const std::string& path, const std::string& source, const FailedLink& failed, Draft& draft) {
  const auto text = draft.read(path);
  if (!text || contains(*text, name_of(source))) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  std::string used;
  for (const auto& rule : make_rules(lines)) {
    if (!is_failed(rule, lines, failed)) continue;
    const auto begin = lines.begin(rule.head) + lines.line(rule.head).find(':'), end = lines.end(rule.last);
    used += text->substr(begin, end - begin);
    for (auto& edit : list_source(*text, begin, end, folder_of(path), source)) edits.push_back(std::move(edit));
  }
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto name = trim(line.substr(0, line.find_first_of(":+?=")));
    const bool is_used =
        contains(used, "$(" + std::string(name) + ")") || contains(used, "${" + std::string(name) + "}");
    if (!is_identifier(name) || line.find('=') == npos || !is_used) continue;
    const auto last = end_of_command(lines, number);
    for (auto& edit :
         list_source(*text, lines.begin(number) + line.find('='), lines.end(last), folder_of(path), source))
      edits.push_back(std::move(edit));
  }
  draft.edit(path, std::move(edits));
}

std::optional<std::size_t> end_of_flags(std::string_view makefile, std::initializer_list<std::string_view> variables) {
  const Lines lines(makefile);
  for (const auto name : variables) {
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto line = lines.line(number);
      const auto equals = line.find('=');
      if (equals == npos || !line.starts_with(name) || line.ends_with('\\') || contains(line, "#")) continue;
      const bool sets = trim(line.substr(name.size(), equals - name.size())).find_first_not_of(":?+") == npos;
      if (sets) return lines.begin(number) + line.find_last_not_of(" \t") + 1;
    }
  }
  return std::nullopt;
}

}  // namespace regreen
