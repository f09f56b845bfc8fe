#include "cli/terminal.h"

#include "base/text.h"
#include "cli/setting.h"

#include <fmt/format.h>

#include <sys/ioctl.h>
#include <unistd.h>

namespace regreen {
namespace {

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

}  // namespace

Colour colour_of_output() {
  return isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR").empty() ? Colour::yes : Colour::no;
}

LogLevel log_level() {
  const auto word = lower(variable("REGREEN_LOG_LEVEL"));
  if (word == "error") return LogLevel::error;
  return word == "info" || word == "debug" || word == "trace" ? LogLevel::info : LogLevel::warning;
}

Progress::Progress() : on_terminal_(isatty(STDERR_FILENO) == 1), level_(log_level()) {}

Progress::~Progress() { clear(); }

void Progress::show(std::string_view line) {
  if (!on_terminal_ && level_ == LogLevel::info) complain(line);
  if (!on_terminal_) return;
  clear();
  fmt::print(stderr, "{}", shortened(printable(line), terminal_width() - 2));
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  shown_ = false;
}

void complain(std::string_view message) {
  for (const auto line : split_lines(message)) fmt::print(stderr, "regreen: {}\n", printable(line));
}

void warn(std::string_view message) {
  if (log_level() != LogLevel::error) complain(message);
}

}  // namespace regreen
