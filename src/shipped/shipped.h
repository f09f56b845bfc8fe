#pragma once

#include <string>
#include <string_view>

#include "classify/model.h"
#include "rules/rule_set.h"

namespace regreen {

/// The rules that are part of the program: rules/**/*.toml, checked when it was built.
RuleFileContent shipped_content();

/// They alone, compiled.
RuleSet shipped_rules(Matching matching = Matching::scanning);

/// The classifier that is part of the program: models/causes.model.
Model shipped_model();

/// What it was trained with, as JSON lines packed by zstd: models/samples.jsonl.zst.
std::string_view shipped_samples();

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
