// c.link-library: the library that defines a symbol, added behind the objects where a Makefile or CMakeLists.txt links;
// or the project's own source that defines it and is not part of the link.

#include "base/text.h"
#include "mend/c_source.h"
#include "mend/code_text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What the log says about a link that failed.
struct FailedLink {
  std::set<std::string> symbols;
  std::string makefile;
  std::size_t line = 0;  // of its recipe
  std::string target;    // what make or CMake calls it
};

// "make: *** [Makefile:8: build/loan] Error 1", "gmake[2]: *** [CMakeFiles/loan.dir/build.make:97: loan] Error 1",
// "FAILED: loan" of ninja
void note_target(std::string_view line, FailedLink& link) {
  if (line.starts_with("FAILED: ")) {
    auto words = split(line.substr(8), ' ');
    if (words.size() > 1 && words[0].starts_with("[code=")) words.erase(words.begin());
    link.target = words[0];
    return;
  }
  const auto open = line.find("*** [");
  const auto close = line.find("] Error", open == npos ? 0 : open);
  if (open == npos || close == npos || !link.target.empty()) return;
  const auto parts = split(line.substr(open + 5, close - open - 5), ':');
  if (parts.size() == 1) link.target = trim(parts[0]);
  if (parts.size() == 2) link.target = trim(parts[1]);
  if (parts.size() != 3) return;
  link.target = trim(parts[2]);
  link.makefile = parts[0];
  link.line = static_cast<std::size_t>(parse_number(parts[1]).value_or(0));
}

FailedLink failed_link(const Diagnosis& diagnosis) {
  FailedLink link;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    std::string symbol(trim(capture(occurrence, "symbol")));
    if (!symbol.empty() && symbol.size() <= 300) link.symbols.insert(std::move(symbol));
    for (const auto& line : occurrence.before) {
      if (line.starts_with("FAILED: ")) note_target(line, link);
    }
    for (const auto& line : occurrence.after) note_target(line, link);
  }
  return link;
}

std::set<std::string> libraries_of(const std::set<std::string>& symbols, const Table& table) {
  std::set<std::string> libraries;
  for (const auto& symbol : symbols) {
    const std::string name = symbol.substr(0, symbol.find_first_of("(@ "));
    if (const auto exact = table.find(name); exact != table.end()) {
      libraries.insert(exact->second);
      continue;
    }
    std::size_t best = 0;
    std::string library;
    for (const auto& [pattern, one] : table) {
      const bool fits =
          pattern.ends_with('*') && name.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
      if (fits && pattern.size() > best) {
        best = pattern.size();
        library = one;
      }
    }
    if (!library.empty()) libraries.insert(library);
  }
  return libraries;
}

// ---- own sources ----

// "Queue::push(int)" → "Queue::push"; "vtable for Queue" has no place that one could look for.
std::string function_name(const std::string& symbol) {
  std::string name = symbol.substr(0, symbol.find_first_of("(@"));
  if (contains(name, " ") || contains(name, "<")) return "";
  const std::string lines = replace_all(name, "::", "\n");
  const auto parts = split(lines, '\n');
  if (parts.size() > 2) name = std::string(parts[parts.size() - 2]) + "::" + std::string(parts.back());
  return name;
}

bool defines(std::string_view code, const std::string& name) {
  for (const auto& written : {name, name.substr(name.rfind(':') + 1)}) {
    for (const auto at : words_in(code, written)) {
      const auto open = code.find_first_not_of(" \t\r\n", at + written.size());
      if (open == npos || code[open] != '(') continue;
      const auto close = closing_bracket(code, open);
      const auto body = close == npos ? npos : code.find_first_of("{;=,)", close + 1);
      const auto line = code.substr(code.rfind('\n', at) + 1, at - code.rfind('\n', at) - 1);
      if (body != npos && code[body] == '{' && !line.empty() && !contains("\t }", line.substr(0, 1)) &&
          !contains(line, "static "))
        return true;
    }
    if (contains(name, "::") && !words_in(code, "namespace").empty()) continue;
    break;
  }
  return false;
}

std::set<std::string> sources_of(const Tree& tree, const std::set<std::string>& symbols) {
  std::set<std::string> sources;
  for (const auto& symbol : symbols) {
    const auto name = function_name(symbol);
    if (name.empty()) continue;
    std::vector<std::string> found;
    for (const auto& path : tree.list()) {
      if (!is_c_family(path) || path.ends_with(".h") || path.ends_with(".hpp")) continue;
      const auto text = tree.read(path);
      if (text && contains(*text, name.substr(name.rfind(':') + 1)) && defines(code_only(*text, Speech::c), name))
        found.push_back(path);
    }
    if (found.size() == 1) sources.insert(found[0]);
  }
  return sources;
}

// ---- Makefiles ----

bool is_makefile(std::string_view path) {
  const auto name = name_of(path);
  return name == "Makefile" || name == "makefile" || name == "GNUmakefile";
}

// A rule of a Makefile: its head and the recipe below, continued lines as they stand.
struct MakeRule {
  std::size_t head = 0;
  std::size_t last = 0;
};

bool is_head(std::string_view line) {
  if (line.empty() || line[0] == '\t' || line[0] == '#' || line[0] == ' ') return false;
  const auto colon = line.find(':');
  return colon != npos && line.substr(colon, 2) != ":=" && line.substr(colon, 3) != "::=" &&
         line.substr(0, colon).find('=') == npos;
}

std::vector<MakeRule> rules_of(const Lines& lines) {
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

constexpr std::array<std::string_view, 12> linkers = {"$(CC)", "$(CXX)", "$(LD)", "${CC}", "${CXX}",  "gcc",
                                                      "g++",   "cc",     "c++",   "clang", "clang++", "$(LINK)"};

// Does a recipe line link?
bool links(std::string_view line) {
  auto words = split(trim(line), ' ');
  bool compiler = false;
  for (auto word : words) {
    word = word.starts_with('@') || word.starts_with('-') ? word.substr(1) : word;
    compiler |= std::ranges::find(linkers, word) != linkers.end();
    if (compiler && (word == "c" || word == "E" || word == "S" || word == "shared" || word == "M" || word == "MM"))
      return false;
  }
  return compiler && contains(line, "-o");
}

std::size_t end_of_command(const Lines& lines, std::size_t number) {
  while (lines.line(number).ends_with('\\') && lines.has(number + 1)) ++number;
  return number;
}

// The lines that link, of the rule that failed; else of all rules.
std::vector<std::size_t> link_lines(const Lines& lines, const FailedLink& failed) {
  std::vector<std::size_t> all, meant;
  for (const auto& rule : rules_of(lines)) {
    const auto names = lines.line(rule.head).substr(0, lines.line(rule.head).find(':'));
    const auto heads = split(trim(names), ' ');
    const bool here = (failed.line >= rule.head && failed.line <= rule.last) ||
                      std::ranges::find(heads, failed.target) != heads.end();
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
  std::size_t end = line.size();
  const std::vector<std::string_view> marks =
      is_recipe ? std::vector<std::string_view>{" && ", " || ", ";", " | ", " > ", " 2>", " #"}
                : std::vector<std::string_view>{"#"};
  for (const auto mark : marks) end = std::min(end, line.find(mark));
  while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
  return lines.begin(number) + end;
}

bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '=';
    if (begins && (end == text.size() || contains(" \t\r\n)\\", text.substr(end, 1)))) return true;
  }
  return false;
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
      if (!has_word(written, "-l" + library) && !(library == "pthread" && has_word(written, "-pthread")))
        words += " -l" + library;
    }
    if (!words.empty()) edits.push_back({end_of_words(lines, line, is_recipe), 0, words});
  };
  const auto add_variable = [&](std::string_view name) {
    if (const auto line = line_of_variable(lines, name)) return add_to(*line, *line, false);
    // Before the first rule, where the other variables are.
    const auto rules = rules_of(lines);
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
      add_variable(variable);
    } else {
      add_to(last, command, true);
    }
  }
  if (commands.empty()) add_variable("LDLIBS");  // make's own rules read it
  draft.edit(path, std::move(edits));
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
    if (has_word(line, wanted)) continue;
    edits.push_back({lines.begin(number) + last, 0, " " + wanted});
  }
  return edits;
}

void build_in_makefile(const std::string& path, const std::string& source, const FailedLink& failed, Draft& draft) {
  const auto text = draft.read(path);
  if (!text || contains(*text, name_of(source))) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  std::string used;
  for (const auto& rule : rules_of(lines)) {
    const auto heads = split(trim(lines.line(rule.head).substr(0, lines.line(rule.head).find(':'))), ' ');
    const bool here = (failed.line >= rule.head && failed.line <= rule.last) ||
                      std::ranges::find(heads, failed.target) != heads.end();
    if (!here) continue;
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

// ---- CMake ----

struct CMakeCall {
  std::size_t begin = 0;
  std::size_t open = 0;
  std::size_t close = 0;
};

std::vector<CMakeCall> calls_of(std::string_view text, std::string_view command) {
  std::vector<CMakeCall> calls;
  for (const auto at : words_in(text, command)) {
    const auto open = text.find_first_not_of(" \t", at + command.size());
    const auto line = text.substr(text.rfind('\n', at) + 1, at - text.rfind('\n', at) - 1);
    if (open == npos || text[open] != '(' || contains(line, "#")) continue;
    if (const auto close = closing_bracket(text, open); close != npos) calls.push_back({at, open, close});
  }
  return calls;
}

std::vector<std::string_view> words_of(std::string_view text, const CMakeCall& call) {
  std::vector<std::string_view> words;
  for (std::size_t at = call.open + 1; at < call.close;) {
    at = std::min(text.find_first_not_of(" \t\r\n", at), call.close);
    const auto end = std::min(text.find_first_of(" \t\r\n", at), call.close);
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::optional<CMakeCall> call_for(std::string_view text, std::string_view command, std::string_view target) {
  for (const auto& call : calls_of(text, command)) {
    const auto words = words_of(text, call);
    if (!words.empty() && words[0] == target) return call;
  }
  return std::nullopt;
}

bool is_cmake(std::string_view path) { return name_of(path) == "CMakeLists.txt"; }

void link_in_cmake(const std::string& path, const std::set<std::string>& libraries, const std::string& target,
                   const Table& names, Draft& draft) {
  const auto text = draft.read(path);
  if (!text) return;
  auto made = call_for(*text, "add_executable", target);
  if (!made) made = call_for(*text, "add_library", target);
  if (!made) return;
  const std::string end(line_end(*text));
  const auto linked = call_for(*text, "target_link_libraries", target);
  std::string words, packages;
  for (const auto& library : libraries) {
    const auto row = names.find(library);
    std::string link = row == names.end() ? library : row->second;
    if (const auto blank = link.find(' '); blank != std::string::npos) {
      const std::string package = link.substr(0, blank);
      link.erase(0, blank + 1);
      if (!contains(*text, "find_package(" + package)) packages += "find_package(" + package + " REQUIRED)" + end;
    }
    if (!linked || !has_word(std::string_view(*text).substr(linked->open + 1, linked->close - linked->open - 1), link))
      words += " " + link;
  }
  if (words.empty()) return;
  std::vector<Edit> edits;
  if (linked) {
    const auto behind = end_of_code_before(*text, linked->close);
    edits.push_back({behind, 0, words});
  } else {
    const auto line = text->find('\n', made->close);
    const auto at = line == std::string::npos ? text->size() : line + 1;
    edits.push_back(
        {at, 0,
         (line == std::string::npos ? end : "") + "target_link_libraries(" + target + " PRIVATE" + words + ")" + end});
  }
  if (!packages.empty()) edits.push_back({text->rfind('\n', made->begin) + 1, 0, packages + end});
  draft.edit(path, std::move(edits));
}

void build_in_cmake(const std::string& path, const std::string& source, const std::string& target, Draft& draft) {
  const auto text = draft.read(path);
  if (!text || contains(*text, name_of(source))) return;
  auto made = call_for(*text, "add_executable", target);
  if (!made) made = call_for(*text, "add_library", target);
  if (!made || contains(std::string_view(*text).substr(made->open, made->close - made->open), "${")) return;
  const std::string folder(folder_of(path));
  const auto relative = folder.empty()                     ? source
                        : source.starts_with(folder + "/") ? source.substr(folder.size() + 1)
                                                           : "";
  if (relative.empty()) return;
  const auto behind = end_of_code_before(*text, made->close);
  const auto line = std::string_view(*text).substr(text->rfind('\n', behind - 1) + 1);
  const bool one_each = text->rfind('\n', behind) > made->open && text->rfind('\n', behind) != std::string::npos;
  const std::string gap = one_each ? std::string(line_end(*text)) + std::string(indentation(line)) : " ";
  draft.edit(path, {{behind, 0, gap + relative}});
}

// "CMakeFiles/loan.dir/…", "bin/loan" → "loan"
std::string cmake_target(const FailedLink& link) {
  const auto dir = link.makefile.find(".dir/");
  if (dir != std::string::npos) return std::string(name_of(std::string_view(link.makefile).substr(0, dir)));
  return std::string(name_of(link.target));
}

}  // namespace

std::vector<Patch> link_c_library(const Patient& patient) {
  const auto failed = failed_link(patient.diagnosis);
  const auto libraries = libraries_of(failed.symbols, patient.rules.table("c-libraries"));
  const auto own = sources_of(patient.tree, failed.symbols);
  const bool by_cmake =
      contains(failed.makefile, "CMakeFiles/") || contains(failed.makefile, ".make") ||
      (failed.makefile.empty() && patient.tree.has("CMakeLists.txt") && !patient.tree.has("Makefile"));
  const auto makefile = failed.makefile.empty() ? std::nullopt : find_file(patient.tree, failed.makefile);
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    if (by_cmake ? !is_cmake(path) : !is_makefile(path) && path != makefile) continue;
    if (!by_cmake && makefile && path != *makefile) continue;
    for (const auto& source : own) {
      if (by_cmake) build_in_cmake(path, source, cmake_target(failed), draft);
      if (!by_cmake) build_in_makefile(path, source, failed, draft);
    }
    if (!own.empty() || libraries.empty()) continue;
    if (by_cmake) link_in_cmake(path, libraries, cmake_target(failed), patient.rules.table("cmake-targets"), draft);
    if (!by_cmake) link_in_makefile(path, libraries, failed, draft);
  }
  return draft.patches();
}

}  // namespace regreen
