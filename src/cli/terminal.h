#pragma once

#include "report/text.h"

#include <string>
#include <string_view>

namespace regreen {

/// Does standard output go to a terminal that wants colours? NO_COLOR wins.
Colour colour_of_output();

/// How much is told on standard error: REGREEN_LOG_LEVEL.
enum class LogLevel {
  error,    ///< only why there is no answer
  warning,  ///< also what a person should know beside it; the default, for other words too
  info,     ///< also what is going on
};
LogLevel log_level();

/// Shows what is going on to a person who waits: one line of standard error that is overwritten, on a terminal; elsewhere
/// a line each, where LogLevel::info is wanted.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::string_view line);

 private:
  void clear();
  bool on_terminal_;
  LogLevel level_;
  bool shown_ = false;
};

/// "regreen: …" on standard error.
void complain(std::string_view message);

/// The same for what does not hinder.
void warn(std::string_view message);

}  // namespace regreen
