#pragma once

#include <string_view>

namespace regreen {

/// Did others write what lies at a path, and is it kept there as it came: third_party, node_modules, _vendor; vendor at the top and
/// among what a site sends out? Elsewhere vendors may be people who sell something. Nobody corrects what others wrote.
bool is_of_others(std::string_view path);

}  // namespace regreen
