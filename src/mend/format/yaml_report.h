#pragma once

#include "mend/fixer.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace regreen {

/// A line of yamllint's report: "  4:6  error  wrong indentation: expected 6 but found 5  (indentation)".
struct YamlFinding {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string text;
  bool is_error = true;

  auto operator<=>(const YamlFinding&) const = default;
};

using YamlFindings = std::map<std::string, std::vector<YamlFinding>>;  ///< by file

/// What yamllint found, in either of its forms.
YamlFindings yaml_findings_in(const Patient& patient);

}  // namespace regreen
