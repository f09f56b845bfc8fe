#include "mend/shell/script.h"

#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t files_max = 2000;  // that are read, of those called scripts and of those that may be some

// Where the first word of a line stands that gives names a value, or makes them local; npos where there is none.
std::size_t first_setter(std::string_view line) {
  static constexpr auto setters = std::to_array<std::string_view>(
      {"local", "declare", "typeset", "read", "for", "unset", "mapfile", "readarray", "getopts"});
  std::size_t first = npos;
  for (const auto word : setters) {
    if (const auto spots = words_in(line, word); !spots.empty()) first = std::min(first, spots[0]);
  }
  return first;
}

}  // namespace

std::optional<std::string_view> only_value(std::string_view text, std::string_view name) {
  std::optional<std::string_view> value;
  for (const auto line : split_lines(text)) {
    const auto spots = words_in(line, name);
    const auto setter = spots.empty() ? npos : first_setter(line);
    for (const auto at : spots) {
      if (at > 0 && contains("${#!", line.substr(at - 1, 1))) continue;  // it is read
      const auto rest = line.substr(at + name.size());
      const bool is_set = rest.starts_with('=') || rest.starts_with("+=");
      if (setter < at || (is_set && (value || rest[0] == '+'))) return std::nullopt;
      if (is_set) value = trim(rest.substr(1));
    }
  }
  return value;
}

bool is_in_test(std::string_view line, std::size_t at) {
  const auto open = line.rfind("[ ", at), closed = line.rfind(" ]", at);
  return open != std::string_view::npos && (closed == std::string_view::npos || closed < open) &&
         line.find(" ]", at) != std::string_view::npos;
}

std::optional<Edit> ask_for_bash(std::string_view text) {
  const auto shell = shell_asked(text);
  if (shell != "sh" && shell != "dash") return std::nullopt;
  return Edit{offset_in(text, shell), shell.size(), "bash"};
}

bool runs_without_bash(const Tree& tree, std::string_view script) {
  static constexpr auto images = std::to_array<std::string_view>({"alpine", "busybox", "distroless", "scratch"});
  const auto is_small = [](std::string_view line) {
    const auto code = lower(trim(line));
    return code.starts_with("from ") && std::ranges::any_of(images, [&](auto one) { return contains(code, one); });
  };
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const auto text = is_dockerfile(path) ? tree.read(path).value_or("") : "";
    return contains(text, name_of(script)) && words_in(text, "bash").empty() &&
           std::ranges::any_of(split_lines(text), is_small);
  });
}

bool holds_commands(std::string_view path) { return is_makefile(path) || path.ends_with(".mk") || is_dockerfile(path); }

std::optional<TreePlace> place_said_by_shell(const Tree& tree, std::string_view said) {
  const auto colon = said.find(": ");
  if (colon == npos) return std::nullopt;
  const auto file = find_file(tree, said.substr(0, colon));
  auto digits = said.substr(colon + 2);
  if (digits.starts_with("line ")) digits.remove_prefix(5);
  const auto number = line_number(digits.substr(0, digits.find(':')));
  if (!file || !number) return std::nullopt;
  return TreePlace{*file, static_cast<std::size_t>(*number), 0};
}

void for_each_shell_script(const Tree& tree,
                           const std::function<void(const std::string& path, const std::string& text)>& visit) {
  std::size_t called = 0, asked = 0;
  for (const auto& path : tree.list()) {
    const bool is_called = is_called_script(path);
    if (!is_called && contains(name_of(path), ".") && !tree.is_executable(path)) continue;
    if (++(is_called ? called : asked) > files_max) continue;
    if (const auto text = tree.read(path); text && is_shell_script(path, *text)) visit(path, *text);
  }
}

}  // namespace regreen
