#pragma once

#include <re2/re2.h>

namespace regreen {

/// How all patterns are compiled: for one line of UTF-8.
inline RE2::Options pattern_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_nl(true);
  return options;
}

}  // namespace regreen
