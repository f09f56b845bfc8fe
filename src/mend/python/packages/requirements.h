#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A package that a requirements file asks for: `Flask[async] >= 2 ; python_version < "3.12"  # why`.
struct Requirement {
  std::string name;
  bool is_pinned = false;  ///< with == or ===
  std::size_t begin = 0;   ///< of its first line
  std::size_t end = 0;     ///< behind the line end of its last one
};

/// A requirements file as pip reads it: comments, continued lines, options, markers. Borrows the text.
struct Requirements {
  std::vector<Requirement> packages;
  std::vector<std::string> includes;  ///< of `-r other.txt`, relative to the file's folder
  std::size_t last = 0;               ///< behind the last line that asks for something
  bool has_hashes = false;
  bool is_generated = false;  ///< pip-compile or uv says so at the top
};
Requirements read_requirements(std::string_view text);

/// A file of requirements or constraints by its name or folder: requirements-dev.txt, requirements/base.in, constraints.txt.
bool is_requirements_file(std::string_view path);

/// The name at the front of a requirement (PEP 508); empty for options, URLs and paths.
std::string requirement_name(std::string_view line);

/// Adds a package: in order where the file is sorted, else behind the last one. Nothing where all packages carry hashes.
std::optional<Edit> add_requirement(std::string_view text, std::string_view package);

}  // namespace regreen
