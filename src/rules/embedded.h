#pragma once

#include <span>
#include <string_view>

namespace regreen {

/// A file that was built into the program. Lives as long as the program.
struct EmbeddedFile {
  std::string_view name;  ///< relative to rules/: "python.toml"
  std::string_view text;
};

/// All of rules/**/*.toml, sorted by name.
std::span<const EmbeddedFile> embedded_rules();

}  // namespace regreen
