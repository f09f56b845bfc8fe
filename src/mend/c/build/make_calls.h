#pragma once

#include "mend/draft.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The only one of the names that has the words of another, as `words_of_name` has them: "unit-test" for "test-unit" or
/// "unit_tests". "" where none has, or several have.
std::string only_of_same_words(const std::vector<std::string>& names, std::string_view name);

/// The targets that a Makefile has rules for.
std::vector<std::string> make_targets(std::string_view makefile);

/// Calls a target by another name wherever scripts, workflows, makefiles and documents do so: `make -j2 lint test-unit`, where all
/// that stands between are options and `targets`. What make does in another folder, or may do where another makefile has a target
/// of the old name, is left.
void rename_make_calls(Draft& draft, const Tree& tree, const std::vector<std::string>& targets, const std::string& name,
                       const std::string& to);

}  // namespace regreen
