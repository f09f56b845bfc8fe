#include "mend/node/language/async.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/node/language/awaited.h"
#include "mend/node/language/script_function.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

bool may_be_async(const Tree& tree, const ScriptFunction& function) {
  if (!function.can_be_async) return false;
  return function.is_callback || (!function.name.empty() && is_awaited_everywhere(tree, function.name));
}

}  // namespace

std::vector<Edit> made_async(const Tree& tree, std::string_view text, std::size_t line) {
  if (text.size() > source_bytes_max) return {};
  const Lines lines(text);
  const auto code = code_only(text, Speech::javascript);
  const auto here = std::string_view(code).substr(lines.begin(line), lines.line(line).size());
  if (!lines.has(line) || words_in(here, "await").empty()) return {};
  std::vector<Edit> edits;
  for (const auto at : words_in(code, "await")) {
    if (at > 0 && contains(".$", std::string_view(code).substr(at - 1, 1))) continue;
    const auto function = script_function_around(code, at);
    if (!function) continue;
    if (function->is_async) continue;
    if (std::ranges::any_of(edits, [&](const Edit& one) { return one.offset == function->at; })) continue;
    if (!may_be_async(tree, *function)) return {};
    edits.push_back({function->at, 0, "async "});
    const auto type = std::string_view(code).substr(function->type, function->type_end - function->type);
    if (type.empty() || type.starts_with("Promise<")) continue;
    edits.push_back({function->type, 0, "Promise<"});
    edits.push_back({function->type_end, 0, ">"});
  }
  return edits;
}

}  // namespace regreen
