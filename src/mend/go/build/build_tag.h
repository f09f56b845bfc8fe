#pragma once

#include "model/tree.h"

#include <string_view>

namespace regreen {

/// The minor version of Go that reads both forms of a constraint: older ones read `// +build`, newer ones `//go:build` alone.
constexpr long reads_both_forms = 17;

/// The minor version of Go that the nearest go.mod of a file asks for; 0 where it asks for none.
long go_minor(const Tree& tree, std::string_view file);

/// Does a file say that it is left out of every build, as programs do that `go run` gets by name: `//go:build ignore`?
bool is_left_out_of_build(std::string_view text);

}  // namespace regreen
