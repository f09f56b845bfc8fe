#include "mend/python/types/dataclass.h"

#include "base/text.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

// Is the option of @dataclass(…) said, and not to be what it is without?
bool is_changed(const PythonSource& source, const PyStatement& mark, std::string_view option, std::string_view usual) {
  for (auto i = mark.first; i + 2 < mark.last; ++i) {
    if (source.is(i, option) && source.is(i + 1, "=")) return !source.is(i + 2, usual);
  }
  return false;
}

// Is the decorator that of the library: `@dataclass`, `@dc.dataclass(…)`?
bool is_dataclass(const PythonSource& source, const BoundNames& imported, const PyStatement& mark) {
  auto end = mark.first + 1;
  while (end < mark.last && (source.is_name(end) || source.is(end, "."))) ++end;
  const auto found = source.is_name(mark.first + 1) ? imported.find(source.text(mark.first + 1)) : imported.end();
  if (found == imported.end() || (end < mark.last && !source.is(end, "("))) return false;
  const auto full = found->second.full + written(source, {mark.first + 2, end});
  return full == "dataclasses.dataclass" || full == "pydantic.dataclasses.dataclass";
}

bool is_hashless(const PythonSource& source, const BoundNames& imported, std::size_t head) {
  const auto* mark = dataclass_mark(source, imported, head);
  if (mark == nullptr || is_changed(source, *mark, "frozen", "False") || is_changed(source, *mark, "eq", "True") ||
      is_changed(source, *mark, "unsafe_hash", "False"))
    return false;
  const auto body = body_of(source, head);
  for (auto s = body.head + 1; s <= body.last; ++s) {
    const auto first = source.statements()[s].first;
    if (source.is(first, "__hash__") || source.is(first + 1, "__hash__")) return false;
  }
  return true;
}

}  // namespace

const PyStatement* dataclass_mark(const PythonSource& source, const BoundNames& imported, std::size_t head) {
  const auto& all = source.statements();
  if (!source.is(all[head].first, "class")) return nullptr;
  for (auto s = head; s > 0 && source.is(all[s - 1].first, "@"); --s) {
    if (is_dataclass(source, imported, all[s - 1])) return &all[s - 1];
  }
  return nullptr;
}

HashlessClasses::HashlessClasses(const Tree& tree, const std::vector<std::string>& files) {
  for (const auto& path : files) {
    const auto text = tree.read(path);
    if (text && regreen::contains(*text, "class ") && text->size() <= source_bytes_max) read(PythonSource(*text));
  }
}

void HashlessClasses::read(const PythonSource& source) {
  const auto imported = imported_at_top(source);
  for (std::size_t s = 0; s < source.statements().size(); ++s) {
    const auto first = source.statements()[s].first;
    if (!source.is(first, "class") || !source.is_name(first + 1)) continue;
    (is_hashless(source, imported, s) ? hashless_ : others_).emplace(source.text(first + 1));
  }
}

}  // namespace regreen
