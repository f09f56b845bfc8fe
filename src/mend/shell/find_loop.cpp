#include "mend/shell/find_loop.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Commands that leave their input alone, as they are called in loops. Others may take what is left of the names for it.
constexpr auto frugal = std::to_array<std::string_view>(
    {"echo",  "printf",   "rm",      "cp",    "mv", "ln",   "mkdir", "rmdir",  "chmod", "chown",
     "touch", "basename", "dirname", "test",  "[",  "[[",   "gzip",  "gunzip", "stat",  "continue",
     "break", ":",        "true",    "false", "fi", "case", "esac",  "done",   "for"});
constexpr auto leading =
    std::to_array<std::string_view>({"if", "then", "else", "elif", "while", "until", "do", "!", "{"});
// What ends with the process that a loop behind a pipe is.
constexpr auto lost = std::to_array<std::string_view>(
    {"exit", "return", "cd", "set", "shift", "export", "source", "eval", "let", "declare", "unset", "trap"});

struct Header {
  std::string_view indent, name, find;
  std::size_t do_line = 0;  // where `do` stands
};

// `for NAME in $(find …); do`, `do` being behind it or alone on the next line.
std::optional<Header> header_at(const Lines& lines, std::size_t number) {
  const auto line = lines.line(number);
  auto rest = trim(line);
  if (!rest.starts_with("for ")) return std::nullopt;
  Header header{indentation(line), word_at(rest, 4), {}, number};
  rest.remove_prefix(4 + header.name.size());
  const bool is_dollar = rest.starts_with(" in $(find "), is_quote = rest.starts_with(" in `find ");
  if (header.name.empty() || !(is_dollar || is_quote)) return std::nullopt;
  rest.remove_prefix(is_dollar ? 6 : 5);
  const auto behind = rest.ends_with("; do") ? 4 : rest.ends_with(";do") ? 3 : 0;
  if (behind == 0) {
    header.do_line = number + 1;
    if (!lines.has(number + 1) || trim(lines.line(number + 1)) != "do") return std::nullopt;
  }
  rest = trim(rest.substr(0, rest.size() - static_cast<std::size_t>(behind)));
  if (!rest.ends_with(is_dollar ? ')' : '`')) return std::nullopt;
  header.find = trim(rest.substr(0, rest.size() - 1));
  const bool is_plain = header.find.find_first_of("`|;&<>") == npos && !contains(header.find, "$(");
  const bool acts = contains(header.find, " -print0") || contains(header.find, " -printf");
  return is_plain && !acts ? std::optional(header) : std::nullopt;
}

// The line of the `done` at the loop's own depth; 0 where something else comes before it.
std::size_t done_of(const Lines& lines, const Header& header) {
  for (auto number = header.do_line + 1; lines.has(number); ++number) {
    const auto line = lines.line(number);
    if (trim(line).empty() || indentation(line).size() > header.indent.size()) continue;
    return trim(line) == "done" && indentation(line) == header.indent ? number : 0;
  }
  return 0;
}

// Is a word of the list the first of a command on the line?
bool runs_any(std::string_view line, std::span<const std::string_view> commands) {
  return std::ranges::any_of(commands, [&](auto command) {
    return std::ranges::any_of(words_in(line, command), [&](std::size_t at) {
      const auto before = trim(line.substr(0, at));
      return before.empty() || contains(";&|({`", before.substr(before.size() - 1)) || before.ends_with(" then") ||
             before.ends_with(" do") || before == "then" || before == "do" || before == "else" || before == "sudo";
    });
  });
}

// `name=…`, `name+=…`, `(( … ))`; not `--option=…`, `a = b`.
bool sets_something(std::string_view line) {
  if (contains(line, "((")) return true;
  for (auto at = line.find('='); at != npos; at = line.find('=', at + 1)) {
    auto begin = at > 0 && line[at - 1] == '+' ? at - 1 : at;
    const auto end = begin;
    while (begin > 0 && is(line[begin - 1], word)) --begin;
    if (begin < end && (begin == 0 || contains(" \t;&|({`", line.substr(begin - 1, 1)))) return true;
  }
  return false;
}

// Does every command of a line leave its input alone? What cannot be told, as texts with signs in them, does not.
bool is_frugal(std::string_view line) {
  line = trim(line);
  if (line.starts_with('#')) return true;
  for (std::size_t at = 0; at < line.size();) {
    auto rest = line.substr(at);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t;&|({`"), rest.size()));
    const auto first = rest.substr(0, rest.find_first_of(" \t;&|)}`"));
    if (is_among(first, leading)) {
      at = line.size() - rest.size() + first.size();
      continue;
    }
    if (const auto call = first.find("$("); call != npos && !first.substr(call).starts_with("$((")) return false;
    const bool is_word = !first.empty() && first[0] != ')' && first[0] != '}' && first[0] != '"';
    const bool is_set =
        is_identifier(first.substr(0, std::min(first.find('='), first.find("+=")))) && contains(first, "=");
    if (is_word && !is_set && !first.starts_with('#') && !is_among(first, frugal)) return false;
    const auto next = rest.find_first_of(";&|(`", first.size());
    at = next == npos ? line.size() : line.size() - rest.size() + next + 1;
  }
  return true;
}

}  // namespace

std::vector<Edit> read_from_find(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto header = lines.has(number) ? header_at(lines, number) : std::nullopt;
  const auto done = header ? done_of(lines, *header) : 0;
  if (done == 0) return {};
  const auto first = lines.line(1);
  const bool is_bash = first.starts_with("#!") && contains(first, "bash");
  bool keeps_input = false;
  for (auto inside = header->do_line + 1; inside < done; ++inside) {
    const auto line = lines.line(inside);
    keeps_input = keeps_input || !is_frugal(line);
    if (contains(line, "<&3") || contains(line, "3<") || (!is_bash && !is_frugal(line))) return {};
    if (!is_bash && (runs_any(line, lost) || sets_something(line))) return {};
  }
  const std::string find(header->find), indent(header->indent);
  const std::string from = keeps_input ? " <&3" : "", to = keeps_input ? " 3< <(" : " < <(";
  const std::string loop = "while IFS= read -r " + std::string(header->name) + (is_bash ? from : "") + "; do";
  std::vector<Edit> edits = {{lines.begin(number), lines.end(header->do_line) - lines.begin(number),
                              indent + (is_bash ? loop : find + " | " + loop)}};
  if (is_bash) edits.push_back({lines.end(done), 0, to + find + ")"});
  return edits;
}

}  // namespace regreen
