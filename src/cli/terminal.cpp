#include "cli/terminal.h"

#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text.h"

namespace regreen {
namespace {

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

}  // namespace

Colour colour_of_output() {
  const char* no_colour = std::getenv("NO_COLOR");
  const bool unwanted = no_colour != nullptr && *no_colour != '\0';
  return isatty(STDOUT_FILENO) == 1 && !unwanted ? Colour::yes : Colour::no;
}

Progress::Progress() : on_terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { clear(); }

void Progress::show(std::string_view line) {
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

}  // namespace regreen
