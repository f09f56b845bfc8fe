#pragma once

#include "mend/place.h"
#include "model/patch.h"
#include "model/tree.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// The value of `name=value`, the only one that a script gives the name; nothing where there are others, where other things set it,
/// or where it lives in one function only.
std::optional<std::string_view> only_value(std::string_view text, std::string_view name);

/// Does a byte of a line stand in a test: behind a `[` that no `]` closes before it?
bool is_in_test(std::string_view line, std::size_t at);

/// Asks for bash where the first line asks for another shell with less in it.
std::optional<Edit> ask_for_bash(std::string_view text);

/// Is a script run in an image that has no bash? So says a Dockerfile that names it and begins with one of the small images.
bool runs_without_bash(const Tree& tree, std::string_view script);

/// Does a file hold commands for a shell among other things: a Makefile, a Dockerfile?
bool holds_commands(std::string_view path);

/// The line of a script that a shell complains about: "check.sh: line 4: [2: command not found", "version.sh: 3: version: not found".
std::optional<TreePlace> place_said_by_shell(const Tree& tree, std::string_view said);

/// Visits the scripts for a shell with their texts, in the order of the tree: those that are called so, and those among the
/// executable files and the files without an ending. Of both kinds no more are read than there is a limit for.
void for_each_shell_script(const Tree& tree,
                           const std::function<void(const std::string& path, const std::string& text)>& visit);

}  // namespace regreen
