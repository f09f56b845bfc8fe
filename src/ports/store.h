#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/case.h"

namespace regreen {

/// A line of `regreen stats`: how often a category failed and how often its repairs were proved.
struct CategoryCount {
  std::string category;
  std::size_t failures = 0;
  std::size_t attempts = 0;
  std::size_t successes = 0;
};

/// Remembers Cases chapter by chapter, across processes. Every call is one transaction. One thread at a time.
class Store {
 public:
  virtual ~Store() = default;

  /// The Case of this id as far as it is written; nothing where there is none.
  virtual Result<std::optional<Case>> load(const CaseId& id) = 0;

  /// Appends a chapter. Once this returns, a killed process finds it again.
  virtual Result<void> append(const CaseId& id, const Chapter& chapter) = 0;

  /// Forgets the chapters of a settled Case, so that the same run can be healed afresh. Its history stays.
  virtual Result<void> reopen(const CaseId& id) = 0;

  /// The newest Cases first.
  virtual Result<std::vector<CaseId>> recent(std::size_t limit) = 0;

  /// What earlier Cases say about a signature, seen from `now`.
  virtual Result<History> history(const Signature& signature, Timestamp now) = 0;

  /// How often each remedy helped: of this signature where it was tried, else of this category.
  virtual Result<std::map<RemedyId, Odds>> odds(const Signature& signature, const std::string& category) = 0;

  virtual Result<std::vector<CategoryCount>> counts() = 0;
};

}  // namespace regreen
