#include "mend/python/versions/coroutines.h"

#include "base/among.h"
#include "mend/python/language/expression.h"

#include <array>
#include <optional>
#include <string_view>

namespace regreen {
namespace {

// `yield from x` → `await x` and a bare `yield`, which only lets others run, → `await asyncio.sleep(0)`, in the body of a coroutine.
// Nothing where one of them gives a value, or a function inside has its own.
std::optional<std::vector<Edit>> awaiting(const PythonSource& source, std::size_t head) {
  std::vector<Edit> edits;
  const auto& all = source.statements();
  bool has_function = false;
  for (auto s = head + 1; s < all.size() && all[s].indent > all[head].indent; ++s) {
    has_function |= is_def(source, all[s]);
    for (auto at = all[s].first; at < all[s].last; ++at) {
      if (!source.is(at, "yield")) continue;
      const bool from = source.is(at + 1, "from"), bare = all[s].first == at && all[s].last == at + 1;
      if (has_function || (!from && !bare)) return std::nullopt;
      const auto begin = source.tokens()[at].offset;
      edits.push_back(
          {begin, end_of(source.tokens()[from ? at + 1 : at]) - begin, from ? "await" : "await asyncio.sleep(0)"});
    }
  }
  return edits;
}

// What lost its loop argument in Python 3.10; others, such as run_coroutine_threadsafe, still take one.
constexpr auto without_loop_today = std::to_array<std::string_view>({"Queue",
                                                                     "PriorityQueue",
                                                                     "LifoQueue",
                                                                     "Lock",
                                                                     "Event",
                                                                     "Condition",
                                                                     "Semaphore",
                                                                     "BoundedSemaphore",
                                                                     "sleep",
                                                                     "wait",
                                                                     "wait_for",
                                                                     "gather",
                                                                     "shield",
                                                                     "as_completed",
                                                                     "open_connection",
                                                                     "open_unix_connection",
                                                                     "start_server",
                                                                     "start_unix_server",
                                                                     "create_subprocess_exec",
                                                                     "create_subprocess_shell"});

}  // namespace

std::vector<Edit> native_coroutines(const PythonSource& source) {
  std::vector<Edit> edits;
  const auto& statements = source.statements();
  for (std::size_t s = 0; s + 1 < statements.size(); ++s) {
    const auto& one = statements[s];
    const bool marked = source.is(one.first, "@") && source.is_attribute(one.first + 1, "asyncio", "coroutine");
    const auto& def = statements[s + 1];
    if (!marked || one.last != one.first + 4 || !source.is(def.first, "def")) continue;
    const auto body = awaiting(source, s + 1);
    if (!body) continue;
    edits.push_back({one.begin, one.end - one.begin, ""});
    edits.push_back({source.tokens()[def.first].offset, 0, "async "});
    edits.insert(edits.end(), body->begin(), body->end());
  }
  return edits;
}

std::vector<Edit> without_loop(const PythonSource& source) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    if (!source.is(i, "asyncio") || !source.is(i + 1, ".") || !source.is(i + 3, "(")) continue;
    if (!is_among(source.text(i + 2), without_loop_today)) continue;
    const auto close = source.closing(i + 3);
    const auto depth = source.tokens()[i + 3].depth;
    for (auto at = i + 4; close && at + 2 < *close; ++at) {
      if (!source.is(at, "loop") || !source.is(at + 1, "=") || source.tokens()[at].depth != depth) continue;
      auto end = at + 2;
      while (end < *close && !(source.is(end, ",") && source.tokens()[end].depth == depth)) ++end;
      const bool first = source.is(at - 1, "(");
      const auto begin = source.tokens()[first ? at : at - 1].offset;
      const auto behind = first && end < *close ? source.tokens()[end + 1].offset : source.tokens()[end].offset;
      edits.push_back({begin, behind - begin, ""});
      break;
    }
  }
  return edits;
}

}  // namespace regreen
