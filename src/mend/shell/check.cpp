// shell.fix-findings: what ShellCheck asks for and does not mend by itself.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/echo_option.h"
#include "mend/shell/exit_status.h"
#include "mend/shell/find_loop.h"
#include "mend/shell/fixers.h"
#include "mend/shell/idioms.h"
#include "mend/shell/quote_command.h"
#include "mend/shell/script.h"
#include "mend/shell/several_words.h"
#include "mend/shell/trap.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Finding {
  std::size_t line = 0;
  std::size_t column = 0;  // from 1; 0 where it is not known
  std::string code;
  std::string said;

  auto operator<=>(const Finding&) const = default;
};

// "In scripts/run.sh line 3:", the nearest above a finding
std::optional<TreePlace> heading(const Tree& tree, const Occurrence& occurrence) {
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
    const auto at = line->rfind(" line ");
    if (!line->starts_with("In ") || at == std::string::npos || !line->ends_with(':')) continue;
    const auto file = find_file(tree, std::string_view(*line).substr(3, at - 3));
    const auto number = parse_number(std::string_view(*line).substr(at + 6, line->size() - at - 7));
    if (file && number) return TreePlace{*file, static_cast<std::size_t>(*number), 0};
    return std::nullopt;
  }
  return std::nullopt;
}

std::map<std::string, std::vector<Finding>> findings_in(const Patient& patient) {
  std::map<std::string, std::vector<Finding>> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    auto place = places.empty() || places[0].line == 0 ? heading(patient.tree, occurrence) : places[0];
    if (!place) continue;
    const auto caret = occurrence.at.text.find('^');
    const auto column = place->column != 0 ? place->column : caret == std::string::npos ? 0 : caret + 1;
    all[place->file].push_back(
        {place->line, column, std::string(capture(occurrence, "code")), std::string(capture(occurrence, "detail"))});
  }
  return all;
}

std::string replaced_word(const std::string& line, std::string_view from, const std::string& to) {
  const auto spots = words_in(line, from);
  return spots.empty() || contains(line, to) ? line : std::string(line).replace(spots.front(), from.size(), to);
}

// `$@` and `${names[@]}` in quotes
std::string quoted_expansion(const std::string& line, std::size_t column) {
  const auto at = column == 0 ? npos : column - 1;
  if (at >= line.size() || line[at] != '$' || (at > 0 && line[at - 1] == '"')) return line;
  const auto end = line[at + 1] == '{' ? line.find('}', at) + 1 : at + 2;
  return end == 0 || end > line.size()
             ? line
             : line.substr(0, at) + "\"" + line.substr(at, end - at) + "\"" + line.substr(end);
}

// `rm *.log` → `rm ./*.log`
std::string from_here(const std::string& line, std::size_t column) {
  const auto at = column == 0 ? npos : column - 1;
  const bool begins = at < line.size() && line[at] == '*' && at > 0 && line[at - 1] == ' ';
  return begins ? line.substr(0, at) + "./" + line.substr(at) : line;
}

// `for f in $(ls *.txt); do` → `for f in *.txt; do`, and what nothing matches is passed over, as it was.
std::string without_ls(const std::string& line) {
  const auto name = word_at(line, indentation(line).size() + 4);
  if (!trim(line).starts_with("for ") || !is_identifier(name) || !line.ends_with(" do")) return line;
  for (const std::string_view open : {"$(ls ", "`ls "}) {
    const auto at = line.find(open);
    const auto close = at == npos ? npos : line.find(open[0] == '`' ? '`' : ')', at + open.size());
    if (close == npos) continue;
    auto inside = line.substr(at + open.size(), close - at - open.size());
    if (inside.ends_with(" 2>/dev/null")) inside.resize(inside.size() - 12);
    if (inside.starts_with('-') || inside.find_first_of("|<>;&") != npos || !contains(inside, "*")) return line;
    const auto guard = "\n" + std::string(indentation(line)) + "  [ -e \"$" + std::string(name) + "\" ] || continue";
    return line.substr(0, at) + inside + line.substr(close + 1) + guard;
  }
  return line;
}

// `local x=$(cmd)` → `local x` and `x=$(cmd)`; what is exported is set first.
std::string apart(const std::string& line) {
  const auto front = std::string(indentation(line));
  const auto rest = std::string_view(line).substr(front.size());
  const auto blank = rest.find(' ');
  const auto equals = rest.find('=');
  if (blank == npos || equals == npos || equals < blank || rest.ends_with('\\')) return line;
  const std::string word(rest.substr(0, blank)), name(rest.substr(blank + 1, equals - blank - 1));
  if (!is_identifier(name)) return line;
  const auto assigned = front + name + std::string(rest.substr(equals));
  const auto declared = front + word + " " + name;
  if (word == "export" || word == "readonly") return assigned + "\n" + declared;
  return word == "local" || word == "declare" || word == "typeset" ? declared + "\n" + assigned : line;
}

// `[ a -a b ]` → `[ a ] && [ b ]`
std::string two_tests(std::string line) {
  const auto open = line.find("[ "), close = line.find(" ]", open == npos ? 0 : open);
  if (open == npos || close == npos) return line;
  for (const auto& [old, now] : {std::pair{" -a ", " ] && [ "}, std::pair{" -o ", " ] || [ "}}) {
    for (auto at = line.find(old, open); at != npos && at < line.rfind(" ]"); at = line.find(old, at + 1))
      line.replace(at, 4, now);
  }
  return line;
}

// rm -rf "$dir/x" → rm -rf "${dir:?}/x"
std::string with_guard(const std::string& line) {
  const auto rm = line.find("rm ");
  if (rm == npos) return line;
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    auto end = i + 1;
    const bool braced = line[i] == '$' && line.substr(end, 1) == "{";
    if (braced) ++end;
    const auto begin = end;
    while (end < line.size() && is(line[end], word)) ++end;
    const auto name = line.substr(begin, end - begin);
    if (braced && line.substr(end, 1) == "}") ++end;
    const bool meant = line[i] == '$' && i > rm && !name.empty() && line.substr(end, 1) == "/";
    out += meant ? "${" + name + ":?}" : line.substr(i, 1);
    if (meant) i = end - 1;
  }
  return out;
}

// `name=text`, and no other file speaks of the name
std::string without_unused(const Tree& tree, const std::string& file, const std::string& line) {
  const auto code = trim(line);
  const auto equals = code.find('=');
  const auto name = code.substr(0, equals);
  if (equals == npos || !is_identifier(name)) return line;
  if (code.find_first_of("$`(;&|<>", equals) != npos || code.ends_with('\\')) return line;
  const bool known = std::ranges::any_of(tree.list(), [&](const auto& path) {
    const bool shell = path != file && (path.ends_with("sh") || !contains(name_of(path), "."));
    return shell && !words_in(tree.read(path).value_or(""), name).empty();
  });
  return known ? line : "";
}

bool is_about_echo(const Finding& finding) {
  return finding.code == "SC3037" || (finding.code == "SC2039" && contains(finding.said, "echo flags"));
}

std::string mended_line(const Patient& patient, const std::string& file, const Finding& finding, std::string_view text,
                        const std::string& line) {
  const auto& code = finding.code;
  if (is_about_echo(finding)) return without_echo_option(line);
  if (code == "SC2162") return replaced_word(line, "read", "read -r");
  if (code == "SC2196") return replaced_word(line, "egrep", "grep -E");
  if (code == "SC2197") return replaced_word(line, "fgrep", "grep -F");
  if (code == "SC2068") return quoted_expansion(line, finding.column);
  if (code == "SC2035") return from_here(line, finding.column);
  if (code == "SC2045") return without_ls(line);
  if (code == "SC2155") return apart(line);
  if (code == "SC2064") return trap_in_single_quotes(text, line);
  if (code == "SC2166") return two_tests(line);
  if (code == "SC2115") return with_guard(line);
  if (code == "SC2034") return without_unused(patient.tree, file, line);
  if (code == "SC1017" && line.ends_with('\r')) return line.substr(0, line.size() - 1);
  return shell_idiom(code, text, line, finding.column);
}

bool speaks_bash(std::string_view text) {
  return std::ranges::any_of(
      std::to_array<std::string_view>({"[[", "local ", "declare ", "function ", "=(", "<<<", "${!", "pipefail"}),
      [&](auto word) { return contains(text, word); });
}

// The first line that most scripts of the project have; else the least that the script needs.
std::string first_line_for(const Tree& tree, std::string_view text) {
  std::map<std::string, int> known;
  for (const auto& path : tree.list()) {
    if (!path.ends_with(".sh") && !path.ends_with(".bash")) continue;
    const auto other = tree.read(path).value_or("");
    const auto first = std::string(Lines(other).line(1));
    if (first.starts_with("#!") && (contains(first, "bash") || !speaks_bash(text))) ++known[first];
  }
  const auto most = std::ranges::max_element(known, {}, [](const auto& row) { return row.second; });
  if (most != known.end()) return most->first;
  return speaks_bash(text) ? "#!/bin/bash" : "#!/bin/sh";
}

void mend_first_line(const Patient& patient, const std::string& file, const std::vector<Finding>& findings,
                     Draft& draft) {
  const auto text = draft.read(file).value_or("");
  const bool is_missing = std::ranges::find(findings, "SC2148", &Finding::code) != findings.end();
  if (is_missing && !text.starts_with("#!")) draft.edit(file, {{0, 0, first_line_for(patient.tree, text) + "\n"}});
}

// Does a line need bash, as it is by now? Of the options of echo only those that printf could not take over.
bool needs_bash(const Finding& finding, std::string_view line) {
  if (is_about_echo(finding)) return contains(line, "echo -");
  return finding.code == "SC2039" || finding.code.starts_with("SC30");
}

// Does another script speak of the variable too? It may go on with what this one set.
bool is_known_elsewhere(const Tree& tree, const std::string& file, std::string_view name) {
  bool is_known = false;
  for_each_shell_script(tree, [&](const std::string& path, const std::string& text) {
    is_known = is_known || (path != file && !words_in(text, name).empty());
  });
  return is_known;
}

// What is said of a variable that holds several words is mended otherwise: quotes would make one of them.
bool is_about_several_words(const Patient& patient, const std::string& file, const Finding& finding,
                            const std::string& text, Draft& draft) {
  const auto line = Lines(text).line(finding.line);
  const auto name = finding.code == "SC2086" && finding.column > 0 ? expanded_name(line, finding.column - 1) : "";
  if (!is_several_words(text, name) || trim(line).starts_with("echo ")) return false;  // echo joins its words
  auto edits = is_known_elsewhere(patient.tree, file, name) ? std::vector<Edit>() : as_array(text, name);
  if (!edits.empty()) draft.edit(file, std::move(edits));
  return true;
}

// The variables that ShellCheck wants in quotes.
std::set<std::string> names_to_quote(const Tree& tree, const std::string& file, const std::vector<Finding>& findings) {
  std::set<std::string> names;
  const auto text = tree.read(file).value_or("");
  const Lines lines(text);
  for (const auto& finding : findings) {
    const auto line = lines.line(finding.line);
    const auto name = finding.code == "SC2086" && finding.column > 0 ? expanded_name(line, finding.column - 1) : "";
    if (!name.empty() && !is_several_words(text, name)) names.emplace(name);
  }
  return names;
}

}  // namespace

std::vector<Patch> fix_shell_findings(const Patient& patient) {
  Draft draft(patient.tree);
  for (auto& [file, findings] : findings_in(patient)) {
    std::ranges::sort(findings, std::greater{});
    bool asks_for_bash = false;
    for (const auto& finding : findings) {
      const auto text = draft.read(file);
      if (!text) break;
      if (is_about_several_words(patient, file, finding, *text, draft)) continue;
      if (finding.code == "SC2044") {
        if (auto edits = read_from_find(*text, finding.line); !edits.empty()) draft.edit(file, std::move(edits));
        continue;
      }
      if (finding.code == "SC2181") {
        if (const auto edit = asked_directly(*text, finding.line)) draft.edit(file, {*edit});
        continue;
      }
      const auto begin = Lines(*text).begin(finding.line);
      const auto end = std::min(text->find('\n', begin), text->size());
      const std::string line = text->substr(begin, end - begin);
      const auto after = mended_line(patient, file, finding, *text, line);
      asks_for_bash |= needs_bash(finding, after);
      if (after == line || !Lines(*text).has(finding.line)) continue;
      const bool gone = after.empty() && end < text->size();
      draft.edit(file, {{begin, line.size() + (gone ? 1 : 0), after}});
    }
    const auto names = names_to_quote(patient.tree, file, findings);
    draft.edit(file, quoted_beside_directive(draft.read(file).value_or(""), names));
    mend_first_line(patient, file, findings, draft);
    const auto edit = asks_for_bash ? ask_for_bash(draft.read(file).value_or("")) : std::nullopt;
    if (edit) draft.edit(file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
