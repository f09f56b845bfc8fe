#include "mend/python/python_floor.h"

#include "base/text.h"

#include <algorithm>
#include <string>

namespace regreen {

std::optional<int> minor_behind(std::string_view text, std::string_view front) {
  const auto at = text.find(std::string(front) + "3.");
  if (at == std::string_view::npos) return std::nullopt;
  const auto digits = text.substr(at + front.size() + 2);
  const auto number = parse_number(digits.substr(0, std::min(digits.find_first_not_of("0123456789"), digits.size())));
  return number && *number < 100 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<int> oldest_python(const Tree& tree) {
  for (const auto* file : {"pyproject.toml", "setup.cfg", "setup.py"}) {
    const auto settings = tree.read(file).value_or("");
    for (const auto line : split_lines(settings)) {
      const auto text = trim(line);
      if (!text.starts_with("requires-python") && !text.starts_with("python_requires") && !text.starts_with("python ="))
        continue;
      const auto plain = replace_all(std::string(text), " ", "");
      for (const auto* front : {">=", "^", "~=", "=="}) {
        if (const auto minor = minor_behind(plain, front)) return minor;
      }
    }
  }
  return std::nullopt;
}

}  // namespace regreen
