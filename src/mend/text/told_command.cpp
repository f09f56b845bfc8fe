#include "mend/text/told_command.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t lines_near = 3;  // of the message, which may take more than one line

constexpr auto marks = std::string_view("'\"`,;()[]<>");

constexpr auto expectations =
    std::to_array<std::string_view>({"snap", "golden", "expect", "baseline", "fixture", "cassette", "approv", "accept",
                                     "test", "spec", "allow", "ignore"});

bool is_plain(std::string_view word) {
  return !word.empty() && word[0] != '-' && std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           contains("_.:/-", std::string_view(&c, 1));
  });
}

bool is_target(const Tree& tree, std::string_view target) {
  const auto text = tree.read(top_makefile(tree)).value_or("");
  for (const auto line : split_lines(text)) {
    const auto rest = line.starts_with(target) ? trim(line.substr(target.size())) : "";
    if (rest.starts_with(':') && !rest.starts_with(":=")) return true;
  }
  return false;
}

bool is_package_script(const Tree& tree, const std::string& name) {
  const auto text = tree.read("package.json").value_or("");
  const auto at = text.find("\"scripts\"");
  const auto open = at == std::string::npos ? at : text.find('{', at);
  if (open == std::string::npos) return false;
  const auto close = closing_bracket(code_only(text, Speech::javascript), open);
  return contains(std::string_view(text).substr(open, close - open), "\"" + name + "\"");
}

// The command that begins at a word, where the project has it.
std::string command_at(const Tree& tree, const std::vector<std::string>& words, std::size_t at) {
  const auto word = [&](std::size_t i) { return at + i < words.size() ? words[at + i] : std::string(); };
  const auto second = word(1), third = word(2);
  if (word(0) == "make" && is_plain(second) && is_target(tree, second)) return "make " + second;
  if (word(0) == "npm" && second == "run" && is_plain(third) && is_package_script(tree, third))
    return "npm run " + third;
  if (word(0) == "go" && second == "generate" && tree.has("go.mod")) return "go generate ./...";
  const bool interprets = word(0) == "python3" || word(0) == "python" || word(0) == "bash" || word(0) == "sh";
  if (interprets && is_plain(second) && is_confined_path(second) && tree.has(second))
    return (word(0) == "python" ? "python3" : word(0)) + " " + shell_quoted(second);
  const auto path = word(0).starts_with("./") ? word(0).substr(2) : "";
  return is_plain(path) && is_confined_path(path) && tree.is_executable(path) ? shell_quoted("./" + path) : "";
}

std::string command_in(const Tree& tree, std::string_view line) {
  const auto words = words_of_line(line);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (auto command = command_at(tree, words, at); !command.empty()) return command;
  }
  return "";
}

// ---- what a program says of itself ----

constexpr auto interpreters =
    std::to_array<std::string_view>({"python3", "python", "bash", "sh", "node", "ruby", "perl"});
constexpr auto fixing = std::to_array<std::string_view>({"--fix", "--write", "--apply", "--in-place", "--inplace"});
// Limits that a measurement is compared with, and programs whose work is no mending.
constexpr auto no_fixes = std::to_array<std::string_view>(
    {"abi", "bench", "budget", "coverage", "limit", "perf", "record", "size", "threshold", "clean", "delete", "deploy",
     "install", "migrat", "publish", "release", "reset", "upload"});
constexpr auto ends_call = std::to_array<std::string_view>({"to", "and", "then", "or", "first", "for", "before"});

std::string without_dot(std::string_view path) { return std::string(path.starts_with("./") ? path.substr(2) : path); }

// Do the commands of the project, or what it tells people, name the program?
bool is_used(const Tree& tree, std::string_view program) {
  const auto name = name_of(program);
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const bool may_tell =
        calls_tools(path) || tree.is_executable(path) || path.ends_with(".md") || path.ends_with(".rst");
    return may_tell && path != program && contains(tree.read(path).value_or(""), name);
  });
}

// The call that begins at the words: `python3 tools/header.py --fix src`. In quotes, every word is of it.
std::string fix_at(const Tree& tree, const std::vector<std::string>& words, std::size_t at, bool is_quoted) {
  const bool interprets = is_among(words[at], interpreters);
  const auto program = at + interprets < words.size() ? without_dot(words[at + interprets]) : "";
  const bool is_own = is_plain(program) && is_confined_path(program) && tree.has(program);
  if (!is_own || (!interprets && !tree.is_executable(program)) || !is_used(tree, program)) return "";
  std::string call = interprets ? (words[at] == "python" ? "python3" : words[at]) + " " + shell_quoted(program)
                                : shell_quoted("./" + program);
  const auto text = tree.read(program).value_or("");
  bool fixes = false;
  for (auto i = at + interprets + 1; i < words.size(); ++i) {
    const auto& word = words[i];
    const bool is_option = is_among(word, fixing) && contains(text, word);
    const auto path = word == "." ? word : without_dot(word.ends_with('/') ? word.substr(0, word.size() - 1) : word);
    const bool is_path = word == "." || (is_plain(path) && is_confined_path(path) &&
                                         (tree.has(path) || std::ranges::any_of(tree.list(), [&](const auto& file) {
                                            return file.starts_with(path + "/");
                                          })));
    if (!is_option && !is_path) return is_quoted || !is_among(word, ends_call) || !fixes ? "" : call;
    fixes = fixes || is_option;
    call += " " + (is_option ? word : shell_quoted(path));
  }
  return fixes ? call : "";
}

// Words of a call: behind one that ends a sentence stands no other one of it.
std::vector<std::string> words_of_call(std::string_view text) {
  std::vector<std::string> words;
  for (auto word : split(text, ' ')) {
    while (word.size() > 1 && contains(".,;:", word.substr(word.size() - 1))) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

// What stands between quotes of one kind, each a call as a whole; else the words behind "run".
std::string fix_in(const Tree& tree, std::string_view line) {
  for (const char quote : {'`', '\'', '"'}) {
    const auto parts = split(line, quote);
    for (std::size_t i = 1; i + 1 < parts.size(); i += 2) {
      const auto words = words_of_call(parts[i]);
      const auto call = words.empty() ? "" : fix_at(tree, words, 0, true);
      if (!call.empty()) return call;
    }
  }
  if (line.find_first_of("`\"") != npos) return "";
  const auto words = words_of_call(line);
  for (std::size_t at = 1; at < words.size(); ++at) {
    const auto before = lower(words[at - 1]);
    const auto call = before == "run" || before == "with" ? fix_at(tree, words, at, false) : "";
    if (!call.empty()) return call;
  }
  return "";
}

}  // namespace

// Words without the signs around them: "Run 'make docs'." → Run, make, docs
std::vector<std::string> words_of_line(std::string_view line) {
  std::string text(line);
  std::ranges::replace_if(
      text, [](char c) { return contains(marks, std::string_view(&c, 1)) || c == '\t'; }, ' ');
  std::vector<std::string> words;
  for (const auto part : split(std::string_view(text), ' ')) {
    auto word = part;
    while (!word.empty() && (word.back() == ':' || (word.back() == '.' && !word.ends_with("..."))))
      word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

bool is_expectation(std::string_view word) {
  const auto name = lower(word);
  return std::ranges::any_of(expectations, [&](const auto one) { return contains(name, one); });
}

std::string told_command(const Tree& tree, const Occurrence& occurrence) {
  auto command = command_in(tree, occurrence.at.text);
  for (std::size_t i = 0; command.empty() && i < std::min(lines_near, occurrence.after.size()); ++i)
    command = command_in(tree, occurrence.after[i]);
  for (std::size_t i = 1; command.empty() && i <= std::min(lines_near, occurrence.before.size()); ++i)
    command = command_in(tree, occurrence.before[occurrence.before.size() - i]);
  return command;
}

std::string told_fix(const Tree& tree, const Occurrence& occurrence) {
  auto call = fix_in(tree, occurrence.at.text);
  for (std::size_t i = 0; call.empty() && i < std::min(lines_near, occurrence.after.size()); ++i)
    call = fix_in(tree, occurrence.after[i]);
  const bool is_other = std::ranges::any_of(no_fixes, [&](auto word) { return contains(lower(call), word); });
  return is_expectation(call) || is_other ? "" : call;
}

}  // namespace regreen
