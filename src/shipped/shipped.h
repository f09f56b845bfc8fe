#pragma once

#include <string>
#include <string_view>

#include "rules/rule_set.h"

namespace regreen {

/// The rules that are part of the program: rules/**/*.toml, checked when it was built.
RuleFileContent shipped_content();

/// They alone, compiled.
RuleSet shipped_rules(Matching matching = Matching::scanning);

/// Their compiled patterns, as long as no other rules join them; `next` is asked for everything else. Borrowed; null
/// where nothing is kept.
class ShippedShelf final : public DatabaseShelf {
 public:
  explicit ShippedShelf(DatabaseShelf* next = nullptr) : next_(next) {}
  std::string_view find(const std::string& key) override;
  void keep(const std::string& key, std::string_view bytes) override;

 private:
  DatabaseShelf* next_;
};

}  // namespace regreen
