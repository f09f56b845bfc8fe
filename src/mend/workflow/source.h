#pragma once

#include "mend/fixer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Is it a workflow of GitHub, or an action?
bool is_workflow(std::string_view path);

/// The workflows that a diagnosis names; all where it names none.
std::vector<std::string> workflows_of(const Patient& patient);

/// Where a key begins on a line, `  word:` or `- word:`; nothing where it is another.
std::optional<std::size_t> key_on(std::string_view line, std::string_view word);

/// Does a line say nothing, or nothing but a comment?
bool is_blank(std::string_view line);

}  // namespace regreen
