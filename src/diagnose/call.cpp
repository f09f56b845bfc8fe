#include "diagnose/call.h"

#include <re2/re2.h>

namespace regreen {

bool is_call(const std::string& line) {
  static const RE2 call(
      R"re(^\s*(?:at |from |File ".*", line \d|#\d+ |\.\.\. \d+ more$|\S+:\d+:? in |\S+:\d+:in |\d+: +[\w<]\S*::)|^[\w./*()-]+\(.*\)$)re",
      RE2::Latin1);
  return RE2::PartialMatch(line, call);
}

}  // namespace regreen
