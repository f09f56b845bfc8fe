#include "mend/python/types/annotated.h"

namespace regreen {

bool is_in_annotation(const PythonSource& source, const PyStatement& one, std::size_t token) {
  const auto def = source.is(one.first, "async") ? one.first + 1 : one.first;
  const bool is_def = source.is(def, "def");
  const std::size_t depth = is_def ? 1 : 0;
  const auto colon = source.is(one.first + 1, ".") ? one.first + 3 : one.first + 1;
  bool inside = false, in_lambda = false;
  for (auto i = def; i < token; ++i) {
    const auto at = source.tokens()[i].depth;
    in_lambda |= source.is(i, "lambda");
    if (at <= depth && source.is(i, ":")) inside = !in_lambda && (is_def ? at == 1 : i == colon);
    if (at <= depth && (source.is(i, "=") || source.is(i, ","))) inside = in_lambda = false;
    if (source.is(i, "->")) inside = true;
    if (is_def && at == 0 && source.is(i, ":")) return false;  // the body on the same line
  }
  return inside;
}

}  // namespace regreen
