#pragma once

#include "mend/go/language/go_source.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The value of a type that says nothing: `0`, `""`, `nil`, `Item{}`, `*new(T)`; "" where it is not known.
std::string go_zero(const GoPlace& place, std::string_view type);

/// `nil` where a type has no such value becomes the value of that type that says nothing: "cannot use nil as string
/// value in return statement". Tests stay as they are.
std::vector<Edit> go_zero_for_nil(const GoPlace& place);

}  // namespace regreen
