#pragma once

#include "model/tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A requirement as it stands in a file: its text without quotes and comment.
struct WrittenRequirement {
  std::string file;
  std::size_t offset = 0;
  std::string text;
};

/// Where a file asks for a package: between quotes, or on a line of its own.
std::vector<WrittenRequirement> requirements_in(const std::string& file, std::string_view text,
                                                std::string_view package);

/// The same in every file of a project that asks for packages.
std::vector<WrittenRequirement> requirements_of(const Tree& tree, std::string_view package);

/// A requirement taken apart: "Flask[async]" "==2.0" "; python_version < '3.9'".
struct RequirementParts {
  std::string name, versions, marker;
};
RequirementParts parts_of_requirement(std::string_view text);

/// Does a requirement ask for this package?
bool begins_requirement(std::string_view text, std::string_view package);

/// "<3 and >=2", as pip tells what a package depends on, the way people write it: ">=2,<3".
std::string plain_versions(std::string_view versions);

/// Of a list of versions the newest that shares most leading numbers with the one that is wanted; nothing where one of them is
/// no row of numbers.
std::optional<std::string> nearest_version(std::string_view list, std::string_view wanted);

}  // namespace regreen
