// shell.print-escapes: `echo -e` in a script for sh writes the -e as well, as dash does. The scripts that the log names, or the only
// one that there is.

#include "mend/shell/echo_option.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/shell/fixers.h"
#include "mend/shell/script.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// The options of an echo, and where its words begin.
struct Options {
  bool escapes = false, no_newline = false;
  std::size_t end = 0;
};

Options options_at(std::string_view line, std::size_t at) {
  Options options;
  options.end = at;
  for (auto next = line.find_first_not_of(' ', at); next != npos; next = line.find_first_not_of(' ', options.end)) {
    const auto end = std::min(line.find_first_of(" ;|&>", next), line.size());
    const auto word = line.substr(next, end - next);
    if (word.size() < 2 || word[0] != '-' || word.find_first_not_of("en", 1) != npos) break;
    options.escapes |= contains(word, "e");
    options.no_newline |= contains(word, "n");
    options.end = end;
  }
  return options;
}

// The end of the word that begins at a byte; npos where it is not closed on the line.
std::size_t word_end(std::string_view line, std::size_t at) {
  char quote = 0;
  int depth = 0;
  for (; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '\\' && quote != '\'') {
      ++at;
    } else if (line.substr(at).starts_with("$(") && quote != '\'') {
      ++depth;
      ++at;
    } else if (depth > 0) {
      if (c == '(' || c == ')') depth += c == '(' ? 1 : -1;
    } else if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (contains(" \t;|&><)#", std::string_view(&c, 1))) {
      return at;
    }
  }
  return quote == 0 && depth == 0 ? line.size() : npos;
}

// Where the quote at the front of a word closes; npos where it does not.
std::size_t closing_quote(std::string_view word) {
  int depth = 0;
  for (std::size_t at = 1; at < word.size(); ++at) {
    if (word[at] == '\\' && word[0] == '"') {
      ++at;
    } else if (word[0] == '"' && word.substr(at).starts_with("$(")) {
      ++depth;
      ++at;
    } else if (depth > 0) {
      if (word[at] == '(' || word[at] == ')') depth += word[at] == '(' ? 1 : -1;
    } else if (word[at] == word[0]) {
      return at;
    }
  }
  return npos;
}

// One word for the command, whatever is in it: quoted as a whole, or without anything that the shell reads. A list is several words
// in quotes as well.
bool is_one(std::string_view word) {
  static constexpr auto lists = std::to_array<std::string_view>({"$@", "{@", "[@]", "@}"});
  if (std::ranges::any_of(lists, [&](auto list) { return contains(word, list); })) return false;
  if (word.starts_with('"') || word.starts_with('\'')) return closing_quote(word) == word.size() - 1;
  return word.find_first_of("$`*?[]~\\\"'{}()") == npos;
}

// Has the word an escape that bash knows and others do not: \e, \x1b, \u2713?
bool is_of_bash(std::string_view word) {
  for (auto at = word.find('\\'); at != npos && at + 1 < word.size(); at = word.find('\\', at + 2)) {
    if (contains("eExuU", word.substr(at + 1, 1))) return true;
  }
  return false;
}

struct Words {
  std::vector<std::string_view> words;
  std::size_t end = 0;
};

std::optional<Words> words_from(std::string_view line, std::size_t at) {
  Words all;
  all.end = at;
  for (auto next = line.find_first_not_of(" \t", at); next != npos; next = line.find_first_not_of(" \t", all.end)) {
    if (contains(";|&><)}#", line.substr(next, 1))) break;
    const bool is_stream = line[next] >= '0' && line[next] <= '9' && line.substr(next + 1, 1) == ">";  // 2>file
    if (is_stream) break;
    const auto end = word_end(line, next);
    if (end == npos || end == next) return std::nullopt;
    const auto word = line.substr(next, end - next);
    if (!is_one(word) || is_of_bash(word)) return std::nullopt;
    all.words.push_back(word);
    all.end = end;
  }
  return all;
}

bool is_command(std::string_view line, std::size_t at) {
  const auto front = trim(line.substr(0, at));
  if (contains(line.substr(0, at), " #") || front.starts_with('#')) return false;
  const auto last = front.substr(front.find_last_of(" ;\t") + 1);
  static constexpr auto openers = std::to_array<std::string_view>({"then", "else", "do", "{", "&&", "||", "!", "@"});
  return front.empty() || contains(";()", front.substr(front.size() - 1)) || is_among(last, openers);
}

std::string printf_of(const Options& options, const Words& arguments) {
  std::string format, words;
  for (const auto word : arguments.words) {
    format += (format.empty() ? "" : " ") + std::string(options.escapes ? "%b" : "%s");
    words += " " + std::string(word);
  }
  if (arguments.words.empty()) return options.no_newline ? ":" : "echo";
  return "printf '" + format + (options.no_newline ? "" : "\\n") + "'" + words;
}

}  // namespace

std::string without_echo_option(std::string_view line) {
  std::string out(line);
  for (auto at = out.find("echo -"); at != std::string::npos; at = out.find("echo -", at + 1)) {
    const auto options = options_at(out, at + 4);
    const bool has_any = options.escapes || options.no_newline;
    const auto arguments = has_any && is_command(out, at) ? words_from(out, options.end) : std::nullopt;
    if (!arguments || out.ends_with('\\')) continue;
    out.replace(at, arguments->end - at, printf_of(options, *arguments));
  }
  return out;
}

std::vector<Patch> print_shell_escapes(const Patient& patient) {
  std::vector<std::pair<std::string, std::string>> mended, named;
  std::size_t printers = 0;  // scripts that print escapes, in either way
  std::string log;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    log += join(lines_of(occurrence), "\n") + "\n";
  }
  const auto visit = [&](const std::string& path, const std::string& text) {
    std::string after;
    for (const auto line : split_lines(text)) {
      const bool is_meant = contains(line, "echo -e") || contains(line, "echo -ne");
      after += (is_meant ? without_echo_option(line) : std::string(line)) + "\n";
    }
    if (!after.empty() && !text.ends_with('\n')) after.pop_back();
    if (after != text || contains(text, "printf '%b")) ++printers;
    if (after == text) return;
    mended.emplace_back(path, after);
    if (contains(log, path)) named.emplace_back(path, after);
  };
  for_each_shell_script(patient.tree, [&](const std::string& path, const std::string& text) {
    const auto shell = shell_asked(text);
    if (shell == "sh" || shell == "dash") visit(path, text);
  });
  if (const auto makefile = top_makefile(patient.tree); !makefile.empty()) {
    const auto text = patient.tree.read(makefile);
    if (text && !contains(*text, "SHELL")) visit(makefile, *text);
  }
  const auto& meant = named.empty() ? mended : named;
  if (meant.empty() || (named.empty() && printers > 1)) return {};
  Draft draft(patient.tree);
  for (const auto& [path, text] : meant) draft.write(path, text);
  return draft.patches();
}

}  // namespace regreen
