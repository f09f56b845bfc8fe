#pragma once

#include <string>

namespace regreen {

/// A file that was read: its name, for people, and what it says.
struct TextFile {
  std::string name;
  std::string text;
};

}  // namespace regreen
