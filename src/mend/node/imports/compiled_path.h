#pragma once

#include "mend/fixer.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// How a file names what tsc makes of a source, "../dist/money/Rate", where it writes `path` and the source is not called so any more: the
/// only source that differs in case alone, or where the newest commit took it. "" where that cannot be told, or its source is there:
/// that is to be compiled first. Nothing where it is none of what tsc makes, or a file called so but for its case lies there.
std::optional<std::string> compiled_path(const Patient& patient, std::string_view from, const std::string& path);

/// The path of an import with the ending that TypeScript wants behind a name with a dot, "./zones.table": what stands behind the dot is an
/// ending to it, so it proposes none. "" where no source of TypeScript lies there, or a file of just that name.
std::string path_behind_dot(const Tree& tree, std::string_view from, const std::string& path);

}  // namespace regreen
