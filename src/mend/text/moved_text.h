#pragma once

#include <string_view>

namespace regreen {

/// Does a text say most of what another one said before, so that it is that one in another place? What many texts say alike is no
/// evidence: includes and imports, guards, namespaces, comments, brackets.
bool says_what_it_said(std::string_view before, std::string_view today);

}  // namespace regreen
