#include "mend/go/modules/linker_flag.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_path_byte(char c) { return is_word_byte(c) || contains("./-~", {&c, 1}); }

// "example.org/app/internal/version.Number=…" → the package and the variable.
std::optional<GoLinkerFlag> flag_in(std::string_view text, std::size_t at) {
  const auto end = std::ranges::find_if_not(text.substr(at), is_path_byte) - text.substr(at).begin();
  const auto path = text.substr(at, static_cast<std::size_t>(end));
  const auto dot = path.rfind('.');
  if (dot == npos || dot == 0 || contains(path.substr(dot), "/") || !text.substr(at + path.size()).starts_with('='))
    return std::nullopt;
  const auto name = path.substr(dot + 1);
  if (!is_identifier(name)) return std::nullopt;
  return GoLinkerFlag{at, std::string(path.substr(0, dot)), "", std::string(name), ""};
}

// Where what -X is followed by begins: `-X path`, `-X 'path`, `-X=path`.
std::size_t behind_flag(std::string_view text, std::size_t at) {
  auto begin = at + 2;
  if (begin < text.size() && (text[begin] == ' ' || text[begin] == '=')) ++begin;
  while (begin < text.size() && contains("'\" ", text.substr(begin, 1))) ++begin;
  return begin;
}

bool is_flag(std::string_view text, std::size_t at) {
  return (at == 0 || contains(" \t\n'\"=", text.substr(at - 1, 1))) && contains(" =", text.substr(at + 2, 1)) &&
         at + 2 < text.size();
}

/// `MODULE := example.org/app`, of a Makefile.
struct Assigned {
  std::string name, value;
  std::size_t at = 0;  ///< of the value
};

std::vector<Assigned> assigned_in(std::string_view text) {
  std::vector<Assigned> all;
  for (const auto line : split_lines(text)) {
    const auto sign = line.find('=');
    if (sign == npos || line.starts_with('\t')) continue;
    auto name = line.substr(0, sign);
    while (!name.empty() && contains(":?", name.substr(name.size() - 1))) name.remove_suffix(1);
    const auto value = trim(line.substr(sign + 1));
    if (is_identifier(trim(name)) && std::ranges::all_of(value, is_path_byte) && contains(value, "."))
      all.push_back({std::string(trim(name)), std::string(value), offset_in(text, value)});
  }
  return all;
}

// `$(MODULE)/internal/version.Number=…`, `${PKG}.Number=…`
std::optional<GoLinkerFlag> flag_by_variable(std::string_view text, std::size_t at, const Assigned& variable) {
  const auto end = at + variable.name.size() + 3;
  const auto rest = text.substr(end, text.find_first_of(" \t\n", end) - end);
  const auto sign = rest.find('=');
  const auto path = rest.substr(0, sign);
  const auto dot = path.rfind('.');
  if (sign == npos || dot == npos || !std::ranges::all_of(path, is_path_byte) || !is_identifier(path.substr(dot + 1)) ||
      (dot > 0 && path[0] != '/'))
    return std::nullopt;
  return GoLinkerFlag{variable.at, variable.value, std::string(path.substr(0, dot)), std::string(path.substr(dot + 1)),
                      variable.name};
}

// Those of a variable that is assigned once; none where one use of it is another one.
std::vector<GoLinkerFlag> flags_by_variable(std::string_view text, const std::vector<Assigned>& all,
                                            const Assigned& variable) {
  std::vector<GoLinkerFlag> flags;
  if (std::ranges::count(all, variable.name, &Assigned::name) != 1) return {};
  std::size_t uses = 0;
  for (const std::string& use : {"$(" + variable.name + ")", "${" + variable.name + "}"}) {
    for (auto at = text.find(use); at != npos; at = text.find(use, at + 1)) {
      ++uses;
      const auto front = text.substr(0, at);
      const auto mark = front.rfind("-X");
      auto flag = mark != npos && is_flag(text, mark) && behind_flag(text, mark) == at
                      ? flag_by_variable(text, at, variable)
                      : std::nullopt;
      if (flag) flags.push_back(std::move(*flag));
    }
  }
  const auto words = words_in(text, variable.name).size();
  return flags.size() == uses && words == uses + 1 ? flags : std::vector<GoLinkerFlag>();
}

// What is built there may be another version, where packages are called as before.
bool is_of_elsewhere(std::string_view text) {
  static constexpr auto ways =
      std::to_array<std::string_view>({"cd", "pushd", "checkout", "switch", "worktree", "clone", "archive"});
  return contains(text, "@v") || contains(text, "-C ") ||
         std::ranges::any_of(ways, [&](auto way) { return !words_in(text, way).empty(); });
}

}  // namespace

bool may_link_go(std::string_view path) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"justfile", "Taskfile.yml", "Taskfile.yaml", ".goreleaser.yml", ".goreleaser.yaml"});
  return !is_vendored(path) &&
         (is_makefile(name_of(path)) || is_dockerfile(path) || path.ends_with(".mk") || is_among(name_of(path), names));
}

std::vector<GoLinkerFlag> go_linker_flags(std::string_view text) {
  std::vector<GoLinkerFlag> flags;
  if (is_of_elsewhere(text)) return {};
  for (auto at = text.find("-X"); at != npos; at = text.find("-X", at + 1)) {
    const auto line = line_before(text, at);
    if (!is_flag(text, at) || trim(line).starts_with('#')) continue;
    if (auto flag = flag_in(text, behind_flag(text, at))) flags.push_back(std::move(*flag));
  }
  const auto all = assigned_in(text);
  for (const auto& variable : all) {
    for (auto& flag : flags_by_variable(text, all, variable)) flags.push_back(std::move(flag));
  }
  return flags;
}

}  // namespace regreen
