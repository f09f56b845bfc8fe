#include "base/text.h"
#include "read/dialect.h"

namespace regreen {
namespace {

// "> kiosk@1.2.0 test", with the folder behind it in older versions: npm, pnpm, yarn workspaces.
bool announces_script(std::string_view text) {
  if (!text.starts_with("> ")) return false;
  const auto end = text.find(' ', 2);
  return end != std::string_view::npos && text.substr(0, end).find('@', 3) != std::string_view::npos;
}

// "+ make test" as `set -x` prints it, "++" in a subshell; three are a diff's header.
bool is_traced(std::string_view text) { return text.starts_with("+ ") || text.starts_with("++ "); }

// tox: "py311: commands[0]> pytest", "py39 run-test: commands[0] | pytest".
bool is_tox(std::string_view text) {
  constexpr std::string_view commands = ": commands[";
  constexpr std::size_t name_bytes_max = 60;
  const auto at = text.substr(0, name_bytes_max + commands.size() - 1).find(commands);
  return at != std::string_view::npos && (contains(text.substr(at), "]> ") || contains(text.substr(at), "] | "));
}

}  // namespace

std::optional<Heard> ShellDialect::hear(const Line& line, Outline& outline) {
  const std::string_view text = line.text;
  const Heard heard{Voice::runner, text};
  if (command_follows_ && text.starts_with("> ")) return heard;
  command_follows_ = announces_script(text);
  if (command_follows_ || text.starts_with("$ ") || is_traced(text) || is_tox(text)) return heard;
  if (!text.starts_with("Exited")) return std::nullopt;
  for (const std::string_view before : {"Exited with code exit status ", "Exited with code "}) {
    const auto code = exit_code_after(text, before);
    if (!code) continue;
    outline.current().step.exit_code = code;
    outline.current().exited = *code != 0;
    outline.current().passed = *code == 0;
    return heard;
  }
  return std::nullopt;
}

}  // namespace regreen
