#include "mend/c/cmake_call.h"

#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

}  // namespace

std::vector<CMakeCall> cmake_calls(std::string_view text, std::string_view command) {
  std::vector<CMakeCall> calls;
  for (const auto at : words_in(text, command)) {
    const auto open = text.find_first_not_of(" \t", at + command.size());
    const auto line = text.substr(text.rfind('\n', at) + 1, at - text.rfind('\n', at) - 1);
    if (open == npos || text[open] != '(' || contains(line, "#")) continue;
    if (const auto close = closing_bracket(text, open); close != npos) calls.push_back({at, open, close});
  }
  return calls;
}

std::vector<std::string_view> words_in_call(std::string_view text, const CMakeCall& call) {
  std::vector<std::string_view> words;
  for (std::size_t at = call.open + 1; at < call.close;) {
    at = std::min(text.find_first_not_of(" \t\r\n", at), call.close);
    const auto end = std::min(text.find_first_of(" \t\r\n", at), call.close);
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace regreen
