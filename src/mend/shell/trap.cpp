#include "mend/shell/trap.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Is a value one word, whatever is in it? Then it may be quoted where it is used: `$(mktemp -d)`, `"$HOME/x"`, `out.txt`. A list
// of files or of processes is several.
bool is_one_word(std::string_view value) {
  static constexpr auto makers = std::to_array<std::string_view>({"mktemp", "pwd", "dirname", "realpath", "tempfile"});
  const auto inside = between(value, "$(", ")");
  if (!inside.empty() || contains(value, "`")) {
    return std::ranges::any_of(makers, [&](auto maker) { return !words_in(value, maker).empty(); });
  }
  return value == "$!" || value == "$$" || value.find_first_of(" \t*?[;&|") == npos;
}

/// A `$name` or `${name}` and what is written together with it.
struct Expansion {
  std::string_view name;
  std::size_t length = 0;
};

std::optional<Expansion> expansion_at(std::string_view rest) {
  const bool is_braced = rest.substr(1, 1) == "{";
  const auto name = word_at(rest, is_braced ? 2 : 1);
  const auto length = name.size() + (is_braced ? 3 : 1);
  if (!is_identifier(name) || (is_braced && rest.substr(length - 1, 1) != "}")) return std::nullopt;
  return Expansion{name, length};
}

// The command that a trap in double quotes runs: without the backslashes that double quotes take, and with double quotes for the
// single ones that were in it. Nothing where what it runs is not the same later.
class TrapCommand {
 public:
  explicit TrapCommand(std::string_view text) : text_(text) {}

  std::optional<std::string> from(std::string_view inside) {
    for (std::size_t at = 0; at < inside.size();) {
      const auto taken = take(inside.substr(at));
      if (taken == 0) return std::nullopt;
      at += taken;
    }
    return is_quoted_ ? std::nullopt : std::optional(out_);
  }

 private:
  // How many bytes were understood; 0 where they were not.
  std::size_t take(std::string_view rest) {
    if (rest[0] == '\\') {  // what is meant for later already: \$ and \" of the inner command
      if (!contains("$\"", rest.substr(1, 1)) || is_quoted_) return 0;
      if (rest[1] == '"') is_double_ = !is_double_;
      out_ += rest[1];
      return 2;
    }
    if (rest[0] == '\'') {
      if (is_double_) return 0;
      is_quoted_ = !is_quoted_;
      out_ += '"';
      return 1;
    }
    if (rest[0] == '$') return take_expansion(rest);
    if (rest[0] == '`' || rest[0] == '!') return 0;
    out_ += rest[0];
    return 1;
  }

  std::size_t take_expansion(std::string_view rest) {
    const auto one = expansion_at(rest);
    const auto value = one ? only_value(text_, one->name) : std::nullopt;
    if (!value) return 0;
    const std::string written(rest.substr(0, one->length));
    if (!is_quoted_ && !is_double_ && !is_one_word(*value)) return 0;
    if (is_quoted_ || is_double_) {
      out_ += written;
      return one->length;
    }
    auto end = one->length;
    while (end < rest.size() && (is(rest[end], dotted) || rest[end] == '/')) ++end;
    out_ += '"' + std::string(rest.substr(0, end)) + '"';
    return end;
  }

  std::string_view text_;
  std::string out_;
  bool is_quoted_ = false;  // in single quotes, of the inner command
  bool is_double_ = false;  // in double quotes of it
};

}  // namespace

std::string trap_in_single_quotes(std::string_view text, const std::string& line) {
  const auto spots = words_in(line, "trap");
  const auto open = spots.size() == 1 ? line.find('"', spots[0]) : std::string::npos;
  if (open == std::string::npos || !trim(std::string_view(line).substr(spots[0] + 4, open - spots[0] - 4)).empty())
    return line;
  auto close = open + 1;
  while (close < line.size() && line[close] != '"') close += line[close] == '\\' ? 2 : 1;
  if (close >= line.size()) return line;
  const auto command = TrapCommand(text).from(std::string_view(line).substr(open + 1, close - open - 1));
  if (!command || contains(*command, "'")) return line;
  return line.substr(0, open) + "'" + *command + "'" + line.substr(close + 1);
}

}  // namespace regreen
