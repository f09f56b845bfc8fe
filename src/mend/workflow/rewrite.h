#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace regreen {

/// An expression as it is and as it is meant; the same where nothing is to be done.
using Rewrite = std::function<std::string(std::string_view)>;

/// The change that a message of actionlint or GitHub asks for; none where it asks for none.
Rewrite rewrite_for(std::string_view said);

}  // namespace regreen
