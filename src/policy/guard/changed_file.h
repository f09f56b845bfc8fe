#pragma once

#include "model/patch.h"
#include "model/plan.h"
#include "model/remedy.h"
#include "policy/guard/language.h"
#include "policy/guard/source.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A file of a patch, read before and after. Of a file that is created or deleted one side is empty.
struct ChangedFile {
  const FileChange* change;
  Language language;
  bool is_test = false;
  CodeText before;
  CodeText after;

  const std::string& path() const { return change->path; }
  bool was_there() const { return change->before.has_value(); }
  bool is_there() const { return change->after.has_value(); }
};

/// Files whose bytes change; of the others there is nothing to read.
std::vector<ChangedFile> read_changes(const Patch& patch);

/// A line, and the words of it that something was found in.
struct FoundLine {
  std::size_t file = 0;  ///< which of the changed files
  std::string line;      ///< without blanks around it
  std::string what;      ///< what was found in it
};

/// Lines that are there after the patch and were not before, and the other way round. Lines that only moved, within a
/// file or between files, are in neither list.
struct LineChanges {
  std::vector<FoundLine> added;
  std::vector<FoundLine> removed;
};

/// Compares what `find` answers for both sides of each file.
LineChanges compare_lines(const std::vector<ChangedFile>& files,
                          const std::function<std::vector<FoundLine>(const ChangedFile&, const CodeText&)>& find);

/// A guard looks at the whole patch; it answers the first thing that is wrong.
using PatchGuard = std::optional<Refusal> (*)(const std::vector<ChangedFile>&, const Remedy&);

std::optional<Refusal> guard_lost_tests(const std::vector<ChangedFile>&, const Remedy&);
std::optional<Refusal> guard_assertions(const std::vector<ChangedFile>&, const Remedy&);
std::optional<Refusal> guard_expectations(const std::vector<ChangedFile>&, const Remedy&);
std::optional<Refusal> guard_silencers(const std::vector<ChangedFile>&, const Remedy&);
std::optional<Refusal> guard_limits(const std::vector<ChangedFile>&, const Remedy&);
std::optional<Refusal> guard_checks(const std::vector<ChangedFile>&, const Remedy&);
std::optional<Refusal> guard_lists(const std::vector<ChangedFile>&, const Remedy&);
std::optional<Refusal> guard_swallowed(const std::vector<ChangedFile>&, const Remedy&);
std::optional<Refusal> guard_special_cases(const std::vector<ChangedFile>&, const Remedy&);

/// The refusal, unless the remedy was made to do that (`waives` of rules/remedies.toml).
std::optional<Refusal> refuse(const Remedy& remedy, std::string_view rule, std::string reason);

/// A line fit for a message.
std::string quoted(std::string_view line);

}  // namespace regreen
