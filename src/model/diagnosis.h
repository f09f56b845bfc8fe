#pragma once

#include "base/id.h"
#include "base/time.h"
#include "model/evidence.h"

#include <optional>
#include <string>
#include <vector>

namespace regreen {

enum class Severity { low, medium, high };

/// A log line that supports a diagnosis.
struct EvidenceLine {
  Place place;
  std::string text;
};

/// A place in the repository's code, as the log names it, container and runner folders stripped.
struct Location {
  std::string file;
  std::size_t line = 0;    ///< 0 where the log names only the file
  std::size_t column = 0;  ///< 0 where unknown

  auto operator<=>(const Location&) const = default;
};

/// One occurrence of the diagnosed failure: fixers mend all of them, people are shown the first.
struct Occurrence {
  EvidenceLine at;
  Captures captures;
  std::vector<Location> locations;
  std::vector<std::string> before;  ///< the lines above, nearest last
  std::vector<std::string> after;   ///< the lines below, nearest first
};

struct Alternative {
  std::string category;
  double confidence = 0;
};

/// What earlier Cases of the same signature say.
struct History {
  std::size_t seen = 0;
  std::optional<Timestamp> first_seen, last_seen;
  std::string trend = "unknown";  ///< rising | improving | stable | unknown (too few), see history.h
  std::optional<double> mttr_minutes;
  std::optional<double> success_rate;
};

/// Why a run failed: the cause that best explains its evidence. "unknown" is a diagnosis too.
struct Diagnosis {
  std::string category = "unknown";
  double confidence = 0;  ///< probability that the category is right
  Severity severity = Severity::medium;
  bool transient = false;     ///< running again is the right answer
  bool auto_fixable = false;  ///< some remedy is known
  std::string root_cause;
  Signature signature;
  std::string identity;  ///< what the signature is a hash of, readable: "python.module-not-found module=yaml"
  RuleId rule;
  std::string job, step;
  std::vector<std::string> jobs;       ///< all that failed for this cause, `job` first; one per job of a matrix
  std::vector<EvidenceLine> evidence;  ///< best first
  std::vector<Location> locations;
  Captures captures;
  std::vector<Alternative> alternatives;
  std::vector<std::string> suggestions;
  std::vector<RemedyId> remedies;  ///< safest first, as the rule names them
  std::vector<Occurrence> occurrences;
  std::size_t green_runs = 0;  ///< of the step, with which its lines were compared
  std::optional<History> history;
};

}  // namespace regreen
