#pragma once

#include "rules/finder.h"

#include <re2/set.h>

namespace regreen {

/// Patterns without anything that a matching line must contain: tried on every line, all at once.
class LoosePatterns {
 public:
  /// One that RE2 refuses may match every line.
  void add(std::uint32_t number, std::string_view pattern);

  /// Once, behind the last one.
  void compile();

  void find(const LinesText& lines, std::vector<Sighting>& found) const;

 private:
  std::vector<std::uint32_t> numbers_;
  std::unique_ptr<RE2::Set> set_;
};

}  // namespace regreen
