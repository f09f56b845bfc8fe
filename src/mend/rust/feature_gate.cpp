#include "mend/rust/feature_gate.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/rust/module_tree.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

// The feature alone that an item is built with; "" where it has another condition, or none.
std::string feature_above(const Lines& lines, std::size_t number) {
  std::string found;
  for (auto above = number - 1; above >= 1; --above) {
    const auto line = trim(lines.line(above));
    if (!line.starts_with("#[") && !line.starts_with("//")) break;
    if (!line.starts_with("#[cfg(")) continue;
    const auto condition = replace_all(std::string(between(line, "#[cfg(", ")]")), " ", "");
    const bool is_plain = condition.starts_with("feature=\"") && condition.ends_with('"') && found.empty();
    found = is_plain ? condition.substr(9, condition.size() - 10) : "?";
  }
  return is_rust_feature(found) ? found : "";
}

}  // namespace

bool is_rust_feature(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return is_word_byte(c) || c == '-'; });
}

std::string rust_feature_around(const Tree& tree, const std::string& file, std::size_t offset) {
  const auto text = tree.read(file).value_or("");
  const Lines lines(text);
  auto feature = feature_above(lines, lines.number_at(offset));
  for (const auto& module : rust_module_chain(tree, file)) {
    if (!feature.empty()) break;
    const auto parent = tree.read(module.file).value_or("");
    const Lines above(parent);
    feature = feature_above(above, above.number_at(module.offset));
  }
  return feature;
}

}  // namespace regreen
