#pragma once

#include "model/source.h"
#include "read/read.h"

#include <string>
#include <utility>
#include <vector>

namespace regreen {

/// A rule set as small as the stories need:
///   t.error    "error: DETAIL", a cause        t.warning  "warning: …", a warning
///   t.failed   "N failed", proves failure      t.passed   "N passed", proves success
///   t.test     "FAILED NAME - …" and "ERROR NAME - …"
///   log.instructions.test  "agents must …"
const RuleSet& rules();

/// Reads a log that must be readable.
Evidence read_log(std::string bytes, const ReadOptions& options = {});
Evidence read_files(MemorySource::Files files);

/// The step of that name; fails the test where there is none.
Step step_named(const Evidence& evidence, const std::string& name);

/// The texts of all signals.
std::vector<std::string> signal_texts(const Evidence& evidence);

using Entries = std::vector<std::pair<std::string, std::string>>;
std::string zip_of(const Entries& entries);
std::string tar_of(const Entries& entries);
std::string gzip_of(const std::string& text);
std::string zstd_of(const std::string& text);

/// A line of a GitHub log, with a timestamp that counts from 1.
std::string stamped(std::size_t number, const std::string& text);

/// Lines, each with a timestamp as GitHub writes it; the moments differ, by `first` on.
std::string github_log(const std::vector<std::string>& lines, std::size_t first = 1);

/// A step's header and the output below it.
std::vector<std::string> run_step(const std::string& command, const std::vector<std::string>& output);

template <class... Lists>
std::vector<std::string> all(const Lists&... lists) {
  std::vector<std::string> result;
  (result.insert(result.end(), lists.begin(), lists.end()), ...);
  return result;
}

}  // namespace regreen
