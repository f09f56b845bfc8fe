#include "mend/shell/exit_status.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A line that asks how the command above ended: what it asks, and what stands around that.
struct Question {
  std::string_view front, behind;  ///< "if ", "; then"
  bool is_failure = false;
};

struct Form {
  std::string_view open, close;
};

constexpr auto forms = std::to_array<Form>({{"[ ", " ]"}, {"[[ ", " ]]"}, {"test ", ""}, {"(( ", " ))"}, {"((", "))"}});
constexpr auto failures = std::to_array<std::string_view>({"-ne 0", "!= 0", "-gt 0", "> 0"});
constexpr auto successes = std::to_array<std::string_view>({"-eq 0", "== 0", "= 0"});

// "$?" -ne "0" → $? -ne 0
std::string without_quotes(std::string_view text) {
  std::string plain(text);
  std::erase_if(plain, [](char c) { return c == '"' || c == '\''; });
  return plain;
}

// Is the test about `$?` and nothing? Whether it asks for failure; nothing where it is another one.
std::optional<bool> asks_for_failure(std::string_view test) {
  auto plain = without_quotes(test);
  const bool is_negated = plain.starts_with("! ");
  if (is_negated) plain.erase(0, 2);
  if (!plain.starts_with("$? ")) return std::nullopt;
  const auto rest = std::string_view(plain).substr(3);
  if (is_among(rest, failures)) return !is_negated;
  if (is_among(rest, successes)) return is_negated;
  return std::nullopt;
}

std::optional<Question> read_question(std::string_view line) {
  for (const std::string_view front : {"if ", "if ! ", ""}) {
    if (!line.starts_with(front)) continue;
    const auto rest = line.substr(front.size());
    for (const auto& [open, close] : forms) {
      const auto end =
          rest.starts_with(open) ? (close.empty() ? rest.find(" 0") : rest.find(close, open.size())) : npos;
      if (end == npos) continue;
      const auto test_end = close.empty() ? end + 2 : end;
      const auto failure = asks_for_failure(rest.substr(open.size(), test_end - open.size()));
      if (!failure) continue;
      return Question{front, rest.substr(close.empty() ? test_end : end + close.size()),
                      *failure != (front == "if ! ")};
    }
  }
  return std::nullopt;
}

// What stands outside of quotes and of `$(…)`, byte for byte; the rest is blanks.
std::string bare(std::string_view command) {
  std::string out(command.size(), ' ');
  char quote = 0;
  int depth = 0;
  for (std::size_t i = 0; i < command.size(); ++i) {
    const char c = command[i];
    if (c == '\\' && quote != '\'') {
      ++i;
    } else if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'' || c == '`') {
      quote = c;
    } else if (command.substr(i).starts_with("$(") || command.substr(i).starts_with("${")) {
      ++depth;
      ++i;
    } else if (depth > 0 && (c == '(' || c == ')' || c == '}' || c == '{')) {
      depth += c == '(' || c == '{' ? 1 : -1;
    } else if (depth == 0) {
      out[i] = c;
    }
  }
  return quote == 0 && depth == 0 ? out : ";";
}

// Is it one command, or a pipe of them, and is its status what the shell keeps?
bool is_simple(std::string_view command) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"done", "fi",   "then",  "else",  "do",  "esac", "local",  "declare", "typeset",  "export", "readonly",
       "if",   "elif", "while", "until", "for", "case", "return", "exit",    "function", "set",    "trap"});
  if (command.empty() || !(is(command[0], word) || contains("\"$./[", command.substr(0, 1)))) return false;
  const auto first = command.substr(0, command.find_first_of(" \t;"));
  if (is_among(first, words)) return false;
  auto code = bare(command);
  for (auto at = code.find("<<<"); at != std::string::npos; at = code.find("<<<")) code.replace(at, 3, "   ");
  for (auto at = code.find(">&"); at != std::string::npos; at = code.find(">&")) code.replace(at, 2, "  ");
  for (auto at = code.find("&>"); at != std::string::npos; at = code.find("&>")) code.replace(at, 2, "  ");
  const bool has_comment = contains(code, " #");
  return code.find_first_of(";&{}()") == std::string::npos && !contains(code, "||") && !contains(code, "<<") &&
         !has_comment;
}

// The command as it stands, with what it goes on with on further lines.
struct Command {
  std::size_t first = 0, last = 0;  ///< lines
  std::string text;
};

// Does a line end a here-document that one above begins: `EOF` below `cat <<EOF`?
bool ends_document(const Lines& lines, std::size_t number) {
  const auto word = trim(lines.line(number));
  for (std::size_t above = 1; above < number; ++above) {
    const auto line = lines.line(above);
    for (auto at = line.find("<<"); at != npos; at = line.find("<<", at + 2)) {
      const auto mark = line.find_first_not_of("<- \t\"'\\", at);
      const auto rest = mark == npos ? std::string_view{} : line.substr(mark);
      if (rest.substr(0, rest.find_first_of(" \t\"';|&><)")) == word) return true;
    }
  }
  return false;
}

// Is a line only the end of a command that begins above it: `a &&`, `b`?
bool goes_on_above(const Lines& lines, std::size_t number) {
  do --number;
  while (number > 0 && trim(lines.line(number)).empty());
  const auto above = trim(lines.line(number));
  return above.ends_with("&&") || above.ends_with('|');
}

std::optional<Command> command_above(const Lines& lines, std::size_t number) {
  Command command;
  command.last = number - 1;
  while (command.last > 0 && trim(lines.line(command.last)).empty()) --command.last;
  if (command.last == 0) return std::nullopt;
  command.first = command.last;
  const auto goes_on = [&](std::size_t at) { return at > 0 && lines.line(at).ends_with('\\'); };
  while (goes_on(command.first - 1)) --command.first;
  for (auto at = command.first; at <= command.last; ++at) {
    auto line = std::string(lines.line(at));
    if (at < command.last) line.back() = ' ';
    command.text += (at == command.first ? std::string(trim(line)) : line) + " ";
  }
  command.text = std::string(trim(command.text));
  const auto level = indentation(lines.line(command.first));
  if (level != indentation(lines.line(number)) || !is_simple(command.text)) return std::nullopt;
  if (goes_on_above(lines, command.first) || ends_document(lines, command.last)) return std::nullopt;
  return command;
}

}  // namespace

std::optional<Edit> asked_directly(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto question = read_question(trim(lines.line(number)));
  const auto command = question ? command_above(lines, number) : std::nullopt;
  if (!command) return std::nullopt;
  const auto begin = lines.begin(command->first) + indentation(lines.line(command->first)).size();
  const std::string written(text.substr(begin, lines.end(command->last) - begin));
  const auto length = lines.end(number) - begin;
  const auto behind = trim(question->behind);
  if (!question->front.empty()) {
    const bool is_plain = behind.empty() || behind.starts_with("; then") || behind.starts_with(";then");
    if (!is_plain) return std::nullopt;
    return Edit{begin, length,
                "if " + std::string(question->is_failure ? "! " : "") + written + std::string(question->behind)};
  }
  // `[ $? -ne 0 ] && exit 1`, `[ $? -eq 0 ] || exit 1`
  const bool is_and = behind.starts_with("&& "), is_or = behind.starts_with("|| ");
  const auto rest = (is_and || is_or) ? behind.substr(3) : "";
  if (rest.empty() || contains(rest, "&&") || contains(rest, "||") || contains(written, "|")) return std::nullopt;
  const bool on_failure = question->is_failure == is_and;
  return Edit{begin, length, written + (on_failure ? " || " : " && ") + std::string(rest)};
}

}  // namespace regreen
