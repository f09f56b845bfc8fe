#include "mend/text/libraries.h"

#include <string_view>

namespace regreen {

std::set<std::string> libraries_of(const std::set<std::string>& symbols, const Table& table) {
  std::set<std::string> libraries;
  for (const auto& symbol : symbols) {
    const std::string name = symbol.substr(0, symbol.find_first_of("(@ "));
    if (const auto exact = table.find(name); exact != table.end()) {
      libraries.insert(exact->second);
      continue;
    }
    std::size_t best = 0;
    std::string library;
    for (const auto& [pattern, one] : table) {
      const bool fits =
          pattern.ends_with('*') && name.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
      if (fits && pattern.size() > best) {
        best = pattern.size();
        library = one;
      }
    }
    if (!library.empty()) libraries.insert(library);
  }
  return libraries;
}

}  // namespace regreen
