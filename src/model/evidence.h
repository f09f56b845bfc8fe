#pragma once

#include "base/id.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// How a run, job or step ended, as far as its log proves it.
enum class Conclusion { unknown, failure, success };

/// What is known of a line from green runs of the same step.
enum class Novelty {
  untold,  ///< nothing: none were learned, or not all that they printed was kept
  fresh,   ///< none of them printed it
  rare,    ///< fewer than half of them did
  usual,   ///< half of them or more: noise
};

/// A line of a log. Lines count from 1 and end at '\n' only, in the file as it was given.
struct Place {
  std::string file;  ///< entry of an archive or folder; empty where the log is one file
  std::size_t line = 0;

  auto operator<=>(const Place&) const = default;
};

/// A stretch of a log in which one thing ran: a step of a job, or the whole of a plain log.
struct Step {
  std::string job;
  std::string name;
  Place first, last;
  Conclusion conclusion = Conclusion::unknown;
  std::optional<int> exit_code;
  std::size_t green_runs = 0;  ///< that its lines were compared with

  bool operator==(const Step&) const = default;
};

/// Is a line one of the step's?
bool holds(const Step& step, const Place& place);

using Captures = std::map<std::string, std::string, std::less<>>;

/// A line that a rule recognised.
struct Signal {
  RuleId rule;
  Place place;
  std::string text;       ///< the clean line, at most Evidence::line_limit bytes
  std::size_t step = 0;   ///< index into Evidence::steps
  Captures captures;      ///< of a line longer than that; else the text says what the rule captures
  std::size_t again = 0;  ///< how many more lines of this step the rule recognised but that were not kept

  bool operator==(const Signal&) const = default;
};

/// Clean lines kept around signals and at the end of failed steps; '\n' parts what stands in one line of a report.
struct Excerpt {
  Place first;
  std::vector<std::string> lines;

  bool operator==(const Excerpt&) const = default;
};

/// Everything that a log says about a failure, read once; small, whatever the size of the log.
struct Evidence {
  static constexpr std::size_t line_limit = 1000;  ///< longer lines are shortened in what is kept

  std::string source;
  Conclusion conclusion = Conclusion::unknown;
  std::vector<Step> steps;
  std::vector<Signal> signals;         ///< in reading order
  std::vector<Excerpt> excerpts;       ///< in reading order, not overlapping
  std::vector<Place> orders;           ///< lines that give orders to bots or agents (rule log.instructions)
  std::map<Place, Novelty> novelty;    ///< of kept lines of steps whose green runs were learned
  std::vector<std::string> checkouts;  ///< folders that the log names as the repository's, the most certain first
  std::string hash;  ///< of the bytes as given; names the run where nothing else does; "" unless wanted
  std::uint64_t bytes = 0;
  std::uint64_t lines = 0;
  std::vector<std::string> notes;  ///< what could not be read, for people

  bool operator==(const Evidence&) const = default;
};

/// What green runs say of a line: `untold` where it was not compared with any.
Novelty novelty_of(const Evidence& evidence, const Place& place);

/// The index of the step that a line belongs to, looked for from `hint` on; nothing where there is none.
std::optional<std::size_t> step_at(const Evidence& evidence, const Place& place, std::size_t hint = 0);

/// The kept lines from `before` lines above to `after` lines below a place, and the number of the first.
Excerpt lines_around(const Evidence& evidence, const Place& place, std::size_t before, std::size_t after);

}  // namespace regreen
