#include "mend/shell/several_words.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

/// `name=value` or `name+=value`, all that a line says.
struct Assignment {
  std::string_view value;
  bool is_more = false;
};

std::optional<Assignment> assignment_of(std::string_view line, std::string_view name) {
  std::string_view rest = trim(line);
  if (!rest.starts_with(name)) return std::nullopt;
  rest.remove_prefix(name.size());
  const bool is_more = rest.starts_with("+=");
  if (!is_more && !rest.starts_with('=')) return std::nullopt;
  return Assignment{rest.substr(is_more ? 2 : 1), is_more};
}

bool begins_with(std::string_view command, std::string_view words) {
  return command.starts_with(words) && (command.size() == words.size() || command[words.size()] == ' ');
}

// Commands that answer with a list, which others may sort or choose from.
bool is_list(std::string_view command) {
  static constexpr auto lists = std::to_array<std::string_view>(
      {"ls", "find", "seq", "pgrep", "pidof", "git ls-files", "git diff --name-only", "grep -l", "grep -rl",
       "docker ps", "docker images", "kubectl get", "pkg-config", "pkgconf", "llvm-config", "compgen"});
  static constexpr auto keep = std::to_array<std::string_view>({"sort", "uniq", "grep", "head", "tail", "sed", "tac"});
  const auto pipe = command.rfind('|');
  const auto last = trim(pipe == std::string_view::npos ? command : command.substr(pipe + 1));
  const auto begins = [](std::string_view text) { return [text](auto one) { return begins_with(text, one); }; };
  return std::ranges::any_of(lists, begins(command)) &&
         (pipe == std::string_view::npos || std::ranges::any_of(keep, begins(last)));
}

// What stands between quotes that are the first and the last byte, and nowhere else.
std::optional<std::string_view> unquoted(std::string_view value) {
  const bool is_quoted =
      value.size() > 1 && contains("\"'", value.substr(0, 1)) && value.find(value[0], 1) + 1 == value.size();
  return is_quoted ? std::optional(value.substr(1, value.size() - 2)) : std::nullopt;
}

// `${1:-a b}` is itself, and what it stands for where it is not set; what `${1:?no folder}` says is no value.
std::string_view expansion_at(std::string_view rest) {
  const auto value = rest.substr(0, rest.find('}'));
  const auto sign = value.find_first_of(":?-=+");
  const auto rest_of = sign == std::string_view::npos ? std::string_view() : value.substr(sign);
  return rest_of.starts_with('?') || rest_of.starts_with(":?") ? value.substr(0, sign) : value;
}

// The value at the front of what follows a sign of assignment: up to its quote, its brace, or a blank.
std::string_view value_at(std::string_view rest) {
  const auto quote = rest.substr(0, 1);
  if (quote == "\"" || quote == "'") {
    const auto value = rest.substr(1, rest.find(quote[0], 1) - 1);
    return value.starts_with("${") && value.find('}') + 1 == value.size() ? expansion_at(value) : value;
  }
  if (rest.starts_with("${")) return expansion_at(rest);
  return rest.starts_with("$(") ? rest : rest.substr(0, rest.find_first_of(" ;\t"));
}

bool has_several_words(std::string_view rest) {
  const auto value = value_at(rest);
  if (value.starts_with("$(")) return is_list(value.substr(2, value.rfind(')') - 2));
  return value == "$*" || value == "$@" || contains(trim(value), " ");
}

// Words that are only themselves: no expansions, no patterns, no quotes.
std::optional<std::string_view> plain_words(std::string_view value) {
  const auto text = unquoted(value);
  const auto is_plain = [](char c) { return is(c, alnum) || contains(" _./=:,@%+-", std::string_view(&c, 1)); };
  return text && !trim(*text).empty() && std::ranges::all_of(*text, is_plain) ? std::optional(trim(*text))
                                                                              : std::nullopt;
}

// `$name ` at the front of a value that goes on: `"$opts --verbose"`.
std::string_view without_itself(std::string_view text, std::string_view name) {
  for (const auto& own : {fmt::format("${} ", name), fmt::format("${{{}}} ", name)}) {
    if (text.starts_with(own)) return text.substr(own.size());
  }
  return text;
}

// `" -c"`: what is added behind a blank is another word, else it is glued to the last one.
bool is_another_word(std::string_view value) { return unquoted(value).value_or("").starts_with(' '); }

bool has_option(std::string_view words) { return words.starts_with('-') || contains(words, " -"); }

std::optional<std::string> array_line(std::string_view line, std::string_view name) {
  auto [value, is_more] = *assignment_of(line, name);
  if (is_more && !is_another_word(value)) return std::nullopt;
  const auto text = unquoted(value);
  std::string shorter;
  if (text && without_itself(*text, name) != *text) {
    is_more = true;
    shorter = fmt::format("\"{}\"", without_itself(*text, name));
    value = shorter;
  }
  const auto words = plain_words(value);
  if (!words || (!is_more && !has_option(*words))) return std::nullopt;  // a path may have a blank, too
  return fmt::format("{}{}{}({})", indentation(line), name, is_more ? "+=" : "=", *words);
}

// How long `$name` or `${name}` is that stands at a byte as a whole word, without quotes; 0 where it does not.
std::size_t word_at(std::string_view line, std::size_t dollar, std::string_view name) {
  const bool is_braced = line.substr(dollar, 2) == "${";
  const auto size = name.size() + (is_braced ? 3 : 1);
  if (dollar + size > line.size()) return 0;
  const auto next = line.substr(dollar + size, 1);
  const bool begins = dollar == 0 || line[dollar - 1] == ' ' || line[dollar - 1] == '\t';
  const bool ends = next.empty() || contains(" ;)|&", next);
  const bool is_closed = !is_braced || line[dollar + size - 1] == '}';
  const auto before = line.substr(0, dollar);
  const bool is_bare =
      std::ranges::count(before, '"') % 2 == 0 && before.find_first_of("'`#") == std::string_view::npos;
  return begins && ends && is_closed && is_bare ? size : 0;
}

// By other programs, by scripts that this one reads, in texts between the lines, under another name.
bool may_be_seen_otherwise(std::string_view script, std::string_view name) {
  static constexpr auto marks =
      std::to_array<std::string_view>({"IFS", "<<", "set -a", "allexport", "${!", "declare -n"});
  const bool is_for_all = std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  return is_for_all || std::ranges::any_of(marks, [&](auto mark) { return contains(script, mark); }) ||
         std::ranges::any_of(split_lines(script), [](std::string_view line) {
           return trim(line).starts_with(". ") || contains(line, "& . ") || contains(line, "| . ") ||
                  contains(line, "; . ") || contains(line, "source ");
         });
}

}  // namespace

bool is_several_words(std::string_view script, std::string_view name) {
  if (name.empty()) return false;
  return std::ranges::any_of(split_lines(script), [&](std::string_view line) {
    return std::ranges::any_of(words_in(line, name), [&](std::size_t at) {
      const auto rest = line.substr(at + name.size());
      if (rest.starts_with(":=") || rest.starts_with(":-")) return contains(rest.substr(0, rest.find('}')), " ");
      if (at > 0 && contains("${", line.substr(at - 1, 1))) return false;  // it is read
      if (rest.starts_with("+=")) return value_at(rest.substr(2)).starts_with(' ');
      return rest.starts_with('=') && has_several_words(rest.substr(1));
    });
  });
}

std::vector<Edit> as_array(std::string_view script, std::string_view name) {
  if (shell_asked(script) != "bash" || may_be_seen_otherwise(script, name)) return {};
  std::vector<Edit> edits;
  bool is_made = false;
  const Lines lines(script);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (trim(line).starts_with('#')) continue;
    if (assignment_of(line, name)) {
      const auto after = array_line(line, name);
      const bool is_first = after && contains(*after, std::string(name) + "=(");
      if (!after || is_first == is_made) return {};  // made once, and before it is added to
      is_made = true;
      edits.push_back({lines.begin(number), line.size(), *after});
      continue;
    }
    for (const auto at : words_in(line, name)) {
      const std::size_t signs = at > 1 && line[at - 1] == '{' ? 2 : 1;
      const auto dollar = at < signs ? 0 : at - signs;
      const auto size = line[dollar] == '$' ? word_at(line, dollar, name) : 0;
      if (size == 0) return {};
      edits.push_back({lines.begin(number) + dollar, size, fmt::format("\"${{{}[@]}}\"", name)});
    }
  }
  return edits;
}

}  // namespace regreen
