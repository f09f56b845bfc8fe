#include "mend/python/language/sets.h"

namespace regreen {

PySets::PySets(const PythonSource& source) : source_(source) {
  const auto& all = source_.statements();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (source_.is(all[i].first, "def") && returns_sets(i)) functions_.emplace(source_.text(all[i].first + 1));
  }
}

bool PySets::is_set(const PyValue& value, std::size_t inside) const {
  const auto first = value.first, last = value.last;
  if (first + 1 == last && source_.is_name(first)) return is_bound_to_set(first, inside);
  if (source_.is(first, "{")) return source_.closing(first) == last - 1 && !has_colon(first, last - 1);
  const bool call = first + 2 < last && source_.is(first + 1, "(") && source_.closing(first + 1) == last - 1;
  return call &&
         (source_.is(first, "set") || source_.is(first, "frozenset") || functions_.contains(source_.text(first)));
}

bool PySets::has_colon(std::size_t open, std::size_t close) const {
  if (close == open + 1) return true;  // {} is a dict
  for (auto i = open + 1; i < close; ++i) {
    if ((source_.is(i, ":") || source_.is(i, "**")) && source_.tokens()[i].depth == source_.tokens()[open].depth)
      return true;
  }
  return false;
}

bool PySets::returns_sets(std::size_t def) const {
  const auto& all = source_.statements();
  bool some = false;
  for (auto i = def + 1; i < all.size() && all[i].indent > all[def].indent; ++i) {
    if (!source_.is(all[i].first, "return")) continue;
    if (all[i].last < all[i].first + 2 || !is_set({all[i].first + 1, all[i].last}, i)) return false;
    some = true;
  }
  return some;
}

// The nearest assignment above in the same function.
bool PySets::is_bound_to_set(std::size_t name, std::size_t inside) const {
  const auto& all = source_.statements();
  for (auto i = inside; i-- > 0;) {
    if (source_.is(all[i].first, "def") && all[i].indent < all[inside].indent) return false;
    const bool here = source_.is(all[i].first, source_.text(name)) && source_.is(all[i].first + 1, "=");
    if (here) return all[i].last > all[i].first + 3 && is_set({all[i].first + 2, all[i].last}, i);
  }
  return false;
}

}  // namespace regreen
