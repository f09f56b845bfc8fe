#include "mend/python/dataclass.h"

#include "base/text.h"
#include "mend/python/class_body.h"
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

bool is_hashless(const PythonSource& source, std::size_t head) {
  const auto* mark = dataclass_mark(source, head);
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

const PyStatement* dataclass_mark(const PythonSource& source, std::size_t head) {
  const auto& all = source.statements();
  if (!source.is(all[head].first, "class")) return nullptr;
  for (auto s = head; s > 0 && source.is(all[s - 1].first, "@"); --s) {
    const auto& mark = all[s - 1];
    for (auto i = mark.first + 1; i < mark.last; ++i) {
      const bool is_of_attrs = i > mark.first + 2 && (source.is(i - 2, "attr") || source.is(i - 2, "attrs"));
      if (source.is(i, "dataclass") && !is_of_attrs) return &mark;
    }
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
  for (std::size_t s = 0; s < source.statements().size(); ++s) {
    const auto first = source.statements()[s].first;
    if (!source.is(first, "class") || !source.is_name(first + 1)) continue;
    (is_hashless(source, s) ? hashless_ : others_).emplace(source.text(first + 1));
  }
}

}  // namespace regreen
