#include "mend/jvm/java_classes.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {

std::string package_of_class(const Tree& tree, const std::string& name) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != name + ".java") continue;
    const auto text = tree.read(path).value_or("");
    for (const auto line : split_lines(text)) {
      if (!line.starts_with("package ")) continue;
      if (!found.empty()) return "";
      found = trim(line.substr(8, line.find(';') - 8));
    }
  }
  return found;
}

bool has_java_class(const Tree& tree, const std::string& name) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) { return name_of(path) == name + ".java"; });
}

std::optional<Edit> add_java_import_line(std::string_view text, const std::string& name) {
  const Lines lines(text);
  const std::string statement = "import " + name + ";", end(line_end(text));
  const auto wildcard = "import " + name.substr(0, name.rfind('.')) + ".*;";
  std::size_t package = 0, last = 0, before = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (line == statement || line == wildcard) return std::nullopt;
    if (line.starts_with("package ")) package = number;
    if (!line.starts_with("import ") || line.starts_with("import static")) continue;
    if (before == 0 && statement < line) before = number;
    last = number;
  }
  if (before != 0) return Edit{lines.begin(before), 0, statement + end};
  if (last != 0) return line_below(text, lines.begin(last), statement);
  if (package != 0) return line_below(text, lines.begin(package), end + statement);
  std::size_t first = 1;
  const auto code = code_only(text, Speech::java);
  while (lines.has(first) && trim(std::string_view(code).substr(lines.begin(first), lines.line(first).size())).empty())
    ++first;
  return Edit{lines.begin(first), 0, statement + end + end};
}

}  // namespace regreen
