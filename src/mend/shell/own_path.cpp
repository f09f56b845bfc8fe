#include "mend/shell/own_path.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int values_max = 4;                // that lead from one variable to the next
constexpr std::size_t expression_max = 200;  // bytes; nobody writes a longer one for a folder
constexpr std::size_t variables_max = 50;    // of a script that are looked up

// The folder of the script, without quotes and blanks.
constexpr auto folders = std::to_array<std::string_view>(
    {"$(dirname$0)", "$(dirname${0})", "$(dirname$BASH_SOURCE)", "$(dirname${BASH_SOURCE})",
     "$(dirname${BASH_SOURCE[0]})", "$(dirname$(readlink-f$0))", "$(dirname$(readlink-f${BASH_SOURCE[0]}))",
     "$(dirname$(realpath$0))", "$(dirname$(realpath${BASH_SOURCE[0]}))", "${0%/*}", "${BASH_SOURCE%/*}",
     "${BASH_SOURCE[0]%/*}"});

bool is_path_byte(char c) { return is_word_byte(c) || c == '.' || c == '/' || c == '-' || c == '+'; }

// Without what changes nothing: quotes, blanks, where the output of `cd` goes, `--`.
std::string bare(std::string_view expression) {
  std::string plain(expression);
  std::erase_if(plain, [](char c) { return c == '"' || c == ' ' || c == '\t'; });
  for (const auto* unsaid : {"&>/dev/null", ">/dev/null", "2>&1", "--"}) plain = replace_all(plain, unsaid, "");
  return plain;
}

// "$(cdX&&pwd)", "$(realpathX)" → "X"
std::string_view made_absolute(std::string_view plain) {
  for (const std::string_view end : {"&&pwd)", ";pwd)", "&&pwd-P)", ";pwd-P)"}) {
    if (plain.starts_with("$(cd") && plain.ends_with(end)) return plain.substr(4, plain.size() - 4 - end.size());
  }
  for (const std::string_view front : {"$(realpath", "$(readlink-f"}) {
    if (plain.starts_with(front) && plain.ends_with(')'))
      return plain.substr(front.size(), plain.size() - front.size() - 1);
  }
  return plain;
}

// "$here", "${here}" at the front of an expression; "" where none is.
std::string_view variable_at(std::string_view plain) {
  const bool is_braced = plain.starts_with("${");
  if (!plain.starts_with('$')) return "";
  const auto name = plain.substr(is_braced ? 2 : 1);
  const auto end = std::ranges::find_if_not(name, is_word_byte) - name.begin();
  const auto word = name.substr(0, static_cast<std::size_t>(end));
  return is_identifier(word) && (!is_braced || name.substr(word.size()).starts_with('}')) ? word : std::string_view();
}

std::optional<std::string> behind(std::string base, std::string_view rest) {
  if (rest.empty()) return base;
  if (!rest.starts_with('/') || !std::ranges::all_of(rest, is_path_byte)) return std::nullopt;
  rest.remove_prefix(1);
  while (rest.ends_with('/')) rest.remove_suffix(1);
  return base.empty() ? std::string(rest) : base + "/" + std::string(rest);
}

// Where the expression begins that ends before `end`: `$here`, `${here}`, `$(dirname "$0")`; npos where none does.
std::size_t expression_before(std::string_view line, std::size_t end) {
  if (end == 0) return npos;
  const char last = line[end - 1];
  if (last != ')' && last != '}') {
    auto begin = end;
    while (begin > 0 && is_word_byte(line[begin - 1])) --begin;
    return begin > 0 && begin < end && line[begin - 1] == '$' ? begin - 1 : npos;
  }
  const char open = last == ')' ? '(' : '{';
  std::size_t depth = 0;
  for (auto at = end; at-- > 0 && end - at < expression_max;) {
    if (line[at] == last) ++depth;
    if (line[at] == open && --depth == 0) return at > 0 && line[at - 1] == '$' ? at - 1 : npos;
  }
  return npos;
}

}  // namespace

// Where an expression for a folder leads to, seen from the folder of the script: "" of `$(cd "$(dirname "$0")" && pwd)`, ".." of
// `$(dirname "$0")/..`. Nothing for what depends on where the script is called.
std::optional<std::string> OwnFolders::led_to(std::string_view expression, int values) {
  if (expression.size() > expression_max) return std::nullopt;
  const auto plain = bare(expression);
  const auto inner = made_absolute(plain);
  for (const auto folder : folders) {
    if (inner.starts_with(folder)) return behind("", inner.substr(folder.size()));
  }
  const auto name = variable_at(inner);
  const auto base = name.empty() || values == 0 ? std::nullopt : of_variable(name, values);
  if (!base) return std::nullopt;
  return behind(*base, inner.substr(name.size() + (inner.starts_with("${") ? 3 : 1)));
}

std::optional<std::string> OwnFolders::of_variable(std::string_view name, int values) {
  if (const auto known = variables_.find(name); known != variables_.end()) return known->second;
  if (variables_.size() >= variables_max) return std::nullopt;
  const auto value = only_value(text_, name);
  auto base = value ? led_to(*value, values - 1) : std::nullopt;
  return variables_.try_emplace(std::string(name), std::move(base)).first->second;
}

std::vector<OwnPath> OwnFolders::paths_on(std::string_view line, std::size_t begin) {
  std::vector<OwnPath> paths;
  for (auto slash = line.find('/'); slash != npos; slash = line.find('/', slash + 1)) {
    const bool is_quoted = slash > 1 && line[slash - 1] == '"';
    const auto end = is_quoted ? slash - 1 : slash;
    const auto front = expression_before(line, end);
    if (front == npos) continue;
    auto stop = slash + 1;
    while (stop < line.size() && is_path_byte(line[stop])) ++stop;
    const bool goes_on = stop < line.size() && contains("$*?[{`%~", line.substr(stop, 1));
    const auto tail = line.substr(slash + 1, stop - slash - 1);
    const auto expression = line.substr(front, end - front);
    const auto base = tail.empty() || goes_on ? std::nullopt : led_to(expression, values_max);
    if (base)
      paths.push_back(
          {*base, std::string(variable_at(expression)), begin + front, begin + slash + 1, std::string(tail)});
    slash = stop - 1;
  }
  return paths;
}

}  // namespace regreen
