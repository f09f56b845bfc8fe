#include "mend/go/code/goroutine.h"

#include "base/text.h"
#include "mend/text/code_text.h"

#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int blocks_max = 50;

/// A method of testing.T that ends its goroutine, and the one that only says that the test failed.
struct Method {
  std::string_view ends, fails;
};
constexpr auto methods = std::to_array<Method>({{"Fatal", "Error"}, {"Fatalf", "Errorf"}, {"FailNow", "Fail"}});

/// A call that is a statement of its own: `t.Fatalf(…)`.
struct Call {
  Method method;
  std::size_t name = 0, close = 0;  ///< where the name of the method begins, and the call ends
};

std::optional<Call> call_at(const GoPlace& place) {
  const auto line = place.line_code();
  const auto front = indentation(line).size();
  const auto receiver = word_at(line, front);
  const auto begin = front + receiver.size() + 1;
  if (receiver.empty() || line.substr(begin - 1, 1) != ".") return std::nullopt;
  const auto name = word_at(line, begin);
  for (const auto& method : methods) {
    if (name != method.ends || line.substr(begin + name.size(), 1) != "(") continue;
    const auto at = place.lines.begin(place.number) + begin;
    const auto close = closing_bracket(place.code, at + name.size());
    if (close == npos) return std::nullopt;
    const auto end = place.lines.end(place.lines.number_at(close));
    if (!trim(place.code.substr(close + 1, end - close - 1)).empty()) return std::nullopt;
    return Call{method, at, close};
  }
  return std::nullopt;
}

/// The function that `go` starts around a statement: where it closes, and the innermost loop of it around the statement.
struct Goroutine {
  std::size_t close = 0;
  std::size_t loop_close = npos;
};

std::optional<Goroutine> goroutine_around(const GoPlace& place, std::size_t at) {
  Goroutine it;
  for (int depth = 0; depth < blocks_max; ++depth) {
    const auto open = bracket_around(place.code, at);
    if (open == npos || place.code[open] != '{') return std::nullopt;
    const auto begin = place.lines.begin(place.lines.number_at(open));
    const auto head = trim(place.code.substr(begin, open - begin));
    if (head.starts_with("go func(")) {
      const auto parameters = closing_bracket(head, head.find('('));
      it.close = closing_bracket(place.code, open);
      const bool answers = parameters == npos || parameters + 1 != head.size();
      return answers || it.close == npos ? std::nullopt : std::optional(it);
    }
    if (contains(head, "func")) return std::nullopt;
    if ((head == "for" || head.starts_with("for ")) && it.loop_close == npos)
      it.loop_close = closing_bracket(place.code, open);
    at = open;
  }
  return std::nullopt;
}

// Does anything come behind the call before the goroutine ends?
bool goes_on(std::string_view code, std::size_t close, const Goroutine& goroutine) {
  auto next = code.find_first_not_of(" \t\r\n", close + 1);
  while (next != npos && code[next] == '}') {
    if (next == goroutine.loop_close) return true;
    if (next == goroutine.close) return false;
    next = code.find_first_not_of(" \t\r\n", next + 1);
  }
  return next == npos || word_at(code, next) != "return";
}

}  // namespace

std::vector<Edit> fail_and_return(const GoPlace& place) {
  const auto call = call_at(place);
  const auto goroutine = call ? goroutine_around(place, call->name) : std::nullopt;
  if (!goroutine) return {};
  std::vector<Edit> edits = {{call->name, call->method.ends.size(), std::string(call->method.fails)}};
  if (goes_on(place.code, call->close, *goroutine))
    edits.push_back(
        {call->close + 1, 0, std::string(line_end(place.text)) + std::string(indentation(place.line())) + "return"});
  return edits;
}

}  // namespace regreen
