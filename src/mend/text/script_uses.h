#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Whether a name is what something has, `a.name`, or stands for itself.
enum class NameOf { member, own };

/// The use of a name in JavaScript, TypeScript or Rust as it is called today: `{ no }` stands for `{ no: no }`.
Edit follow_shorthand(std::string_view code, std::size_t at, const std::string& name, const std::string& today,
                      NameOf of);

/// Does the name stand in the braces of an import or export?
bool is_in_import(std::string_view code, std::size_t at);

/// What is imported by a name, and its uses in the file; what is handed on keeps the name for others: `today as name`.
std::vector<Edit> follow_import(std::string_view code, std::size_t at, const std::string& name,
                                const std::string& today);

}  // namespace regreen
