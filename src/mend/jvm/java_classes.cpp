#include "mend/jvm/java_classes.h"

#include "base/text.h"
#include "mend/place.h"

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

}  // namespace regreen
