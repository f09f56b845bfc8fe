// generated.make: a file that a program of the project writes was not written anew, and the log says by which command of the
// project it is. The log only points: what runs is a target of the project's Makefile, a script of its package.json or a
// program in its tree. What tests are compared with is nobody's to make anew without a look.

#include "base/text.h"
#include "mend/fixer.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/fixers.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t lines_near = 3;      // of the message, which may take more than one line
constexpr std::size_t lines_of_diff = 60;  // above it

constexpr auto marks = std::string_view("'\"`,;()[]<>");

constexpr auto expectations =
    std::to_array<std::string_view>({"snap", "golden", "expect", "baseline", "fixture", "cassette", "approv", "accept",
                                     "test", "spec", "allow", "ignore"});

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

// The files that the message, or the comparison above it, says are out of date.
std::vector<std::string> outdated_files(const Tree& tree, const Occurrence& occurrence) {
  std::vector<std::string> files;
  const auto look = [&](std::string_view line) {
    for (auto& word : words_of_line(line)) {
      const auto path = word.starts_with("a/") || word.starts_with("b/") ? word.substr(2) : word;
      // Git says where it lies in the repository, of which this may be a part.
      const auto file = contains(path, "/") ? find_file(tree, path).value_or("") : path;
      if (tree.has(file) && !is_makefile(file)) files.push_back(file);
    }
  };
  look(occurrence.at.text);
  for (auto i = occurrence.before.size(); i-- > 0 && occurrence.before.size() - i <= lines_of_diff;) {
    const std::string_view line = occurrence.before[i];
    if (line.starts_with("--- ") || line.starts_with("diff --git ") || line.starts_with("M\t")) look(line);
  }
  return files;
}

std::string named_command(const Tree& tree, const Occurrence& occurrence) {
  auto command = command_in(tree, occurrence.at.text);
  for (std::size_t i = 0; command.empty() && i < std::min(lines_near, occurrence.after.size()); ++i)
    command = command_in(tree, occurrence.after[i]);
  for (std::size_t i = 1; command.empty() && i <= std::min(lines_near, occurrence.before.size()); ++i)
    command = command_in(tree, occurrence.before[occurrence.before.size() - i]);
  return command;
}

}  // namespace

std::vector<ToolCall> make_generated_file(const Patient& patient) {
  std::vector<ToolCall> calls;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto files = outdated_files(patient.tree, occurrence);
    const auto command = named_command(patient.tree, occurrence);
    if (files.empty() || command.empty() || is_expectation(command)) continue;
    if (std::ranges::any_of(files, [](const auto& file) { return is_expectation(file); })) continue;
    if (std::ranges::find(calls, command, &ToolCall::command) == calls.end()) calls.push_back({command});
  }
  return calls;
}

}  // namespace regreen
