#pragma once

#include "mend/fixer.h"

namespace regreen {

// The fixers of each room, in its table.cpp.
std::span<const FixerRow> c_fixers();
std::span<const FixerRow> docker_fixers();
std::span<const FixerRow> format_fixers();
std::span<const FixerRow> go_fixers();
std::span<const FixerRow> jvm_fixers();
std::span<const FixerRow> node_fixers();
std::span<const FixerRow> python_fixers();
std::span<const FixerRow> rust_fixers();
std::span<const FixerRow> shell_fixers();
std::span<const FixerRow> text_fixers();
std::span<const FixerRow> workflow_fixers();

// Those that choose commands.
std::span<const ToolRow> go_tools();
std::span<const ToolRow> node_tools();
std::span<const ToolRow> python_tools();
std::span<const ToolRow> rust_tools();
std::span<const ToolRow> text_tools();

}  // namespace regreen
