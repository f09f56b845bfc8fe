#pragma once

#include <string>

#include "rules/finder.h"

namespace regreen {

/// Keeps compiled patterns in the user's cache folder (${XDG_CACHE_HOME:-~/.cache}/regreen), for those who have rules
/// of their own. A cache that cannot be read or written costs time and nothing else.
class PatternCache final : public DatabaseShelf {
 public:
  std::string_view find(const std::string& key) override;
  void keep(const std::string& key, std::string_view bytes) override;

 private:
  std::string bytes_;
};

}  // namespace regreen
