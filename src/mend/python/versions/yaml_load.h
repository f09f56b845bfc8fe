#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <vector>

namespace regreen {

/// Of PyYAML: `yaml.load(x)` → `yaml.safe_load(x)`, and `load_all` likewise, where no loader is named: through the module by whatever
/// name, or imported by name; `full_load` in a file that speaks of tags of Python. What names its loader stays.
std::vector<Edit> load_yaml_safely(const PythonSource& source);

}  // namespace regreen
