#include "base/text.h"
#include "read/dialect.h"

#include <array>

namespace regreen {
namespace {

// A unified diff and `go test` print lines that begin like headings.
bool is_heading(std::string_view text) {
  constexpr std::array headings = {"~~~ ", "--- ", "+++ "};
  constexpr std::array others = {"--- a/",   "+++ b/",   "--- /dev/null", "+++ /dev/null",
                                 "--- FAIL", "--- PASS", "--- SKIP",      "--- BENCH"};
  for (const std::string_view other : others) {
    if (text.starts_with(other)) return false;
  }
  for (const std::string_view heading : headings) {
    if (text.starts_with(heading)) return true;
  }
  return false;
}

}  // namespace

std::optional<Heard> BuildkiteDialect::hear(const Line& line, Outline& outline) {
  const std::string_view text = line.text;
  if (text.starts_with("~~~ ")) seen_ = true;
  if (!seen_) return std::nullopt;
  const Heard heard{Voice::runner, text};
  if (is_heading(text)) {
    outline.open_step(std::string(text.substr(4)));
    outline.current().is_aside = text.starts_with("~~~ ");
    outline.job().steps_are_gates = true;
    return heard;
  }
  constexpr std::string_view exited = "The command exited with status ";
  const auto at = text.find(exited);
  if (at == std::string_view::npos) return std::nullopt;
  const auto code = exit_code_after(text.substr(at), exited);
  if (!code) return std::nullopt;
  outline.job().said = *code == 0 ? Conclusion::success : Conclusion::failure;
  if (*code != 0) outline.job().exit_code = code;
  return heard;
}

}  // namespace regreen
