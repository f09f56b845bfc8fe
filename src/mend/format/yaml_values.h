#pragma once

#include "mend/format/yaml_report.h"
#include "model/tree.h"

#include <span>
#include <string>
#include <string_view>

namespace regreen {

/// The text with the values written as yamllint asks, each still what it was meant to be: numbers that only look octal, and
/// quotes around texts. One whose reader is a program of the tree stays: it may want a number.
std::string with_yaml_values(const Tree& tree, std::string_view file, std::string text,
                             std::span<const YamlFinding> findings);

}  // namespace regreen
