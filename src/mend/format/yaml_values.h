#pragma once

#include "mend/format/yaml_report.h"
#include "model/tree.h"

#include <map>
#include <string>
#include <string_view>

namespace regreen {

/// Writes values as yamllint asks, each still what it was meant to be: numbers that only look octal, truths, and quotes around texts.
/// One whose reader is a program of the tree stays: it may want a number. Borrows the tree.
class YamlValues {
 public:
  explicit YamlValues(const Tree& tree) : tree_(tree) {}

  /// The text of a file with the value of a finding written so; as it was where the finding speaks of no value.
  std::string with_value(std::string_view file, const std::string& text, const YamlFinding& finding);

 private:
  bool is_read_by_program(std::string_view key);
  bool is_text_of_octals(std::string_view file, std::string_view key);
  std::string without_octal(std::string_view file, std::string_view text, std::string_view key,
                            std::string_view number);

  const Tree& tree_;
  std::map<std::string, bool, std::less<>> is_read_;  ///< by key
};

}  // namespace regreen
