#pragma once

#include <string>
#include <string_view>

#include "report/text.h"

namespace regreen {

/// Does standard output go to a terminal that wants colours? NO_COLOR wins.
Colour colour_of_output();

/// Shows what is going on to a person who waits: one line of standard error that is overwritten, on a terminal only.
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
  bool shown_ = false;
};

/// "regreen: …" on standard error.
void complain(std::string_view message);

}  // namespace regreen
