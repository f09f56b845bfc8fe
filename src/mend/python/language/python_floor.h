#pragma once

#include "model/tree.h"

#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace regreen {

/// 11 of "…python3.11…" and of ">=3.11": what stands behind `front` and "3.".
std::optional<int> minor_behind(std::string_view text, std::string_view front);

/// 11 of "3.11", "3.11.2", "3.11.*"; nothing for other major versions.
std::optional<long> minor_of(std::string_view version);

/// The Pythons that a workflow or another pipeline runs on, by their minor versions: those of each matrix, and each that stands alone:
/// `python-version: ["3.9", "3.12"]`, `image: python:3.9-slim`.
std::vector<std::set<long>> pythons_in(std::string_view pipeline);

/// The oldest Python 3 that the project says it runs on, by its minor version.
std::optional<int> oldest_python(const Tree& tree);

}  // namespace regreen
