#pragma once

#include "model/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// `require('x')` and nothing else: x with its quotes; "" for other values.
std::string_view required(std::string_view value);

/// The file of the project that a quoted name means, and what the name lacks.
struct RequiredFile {
  std::string path;
  std::string_view ending;
};

/// Nothing for packages, and for what is not there.
std::optional<RequiredFile> required_file(const Tree& tree, const std::string& file, std::string_view quoted);

/// The files of the project that a file requires.
std::vector<std::string> required_files(const Tree& tree, const std::string& file, std::string_view text);

/// Is a file governed by the package.json that governs another one?
bool is_of_same_package(const Tree& tree, std::string_view file, std::string_view other);

/// Does a file require this one that stays CommonJS, whatever the package of this one is: `a.cjs`, or one of another package?
bool is_required_by_commonjs(const Tree& tree, const std::string& file);

}  // namespace regreen
