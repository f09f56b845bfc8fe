#pragma once

#include "base/result.h"
#include "model/attempt.h"
#include "model/command.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace regreen {

/// Attempts made side by side, but answered in their order, as if each had begun when the one before it was done. Once one
/// has helped, those behind it are stopped: had they never begun, nothing would be different. So the record of a race is
/// that of the same attempts in a row, whoever is quicker.
///
/// The foremost may take all the machine has; the others take what is left over.
class Race {
 public:
  /// An attempt, made by a thread of its own.
  using Run = std::function<Result<Attempt>(Urgency urgency, const std::stop_token& stop)>;

  /// Who comes next; nothing where nobody does. Asked by the thread that calls next(), when there is a lane.
  using Entrants = std::function<std::optional<Run>()>;

  /// With one lane there are no threads: an attempt is made when its answer is asked for.
  Race(std::size_t lanes, Entrants entrants);
  Race(const Race&) = delete;
  Race& operator=(const Race&) = delete;

  /// Stops who still runs, and waits for them.
  ~Race();

  /// What came of the next one in order; nothing where there was none.
  std::optional<Result<Attempt>> next();

 private:
  struct Runner;
  void fill_lanes();
  bool has_lane() const;
  void begin(Run run);
  void end(Runner& runner, Result<Attempt> result);
  Result<Attempt> take_first();

  const std::size_t lanes_;
  Entrants coming_;
  bool all_came_ = false;

  std::mutex mutex_;  // of what threads share: who is done, and whether one has helped
  std::condition_variable done_;
  bool won_ = false;
  std::deque<std::unique_ptr<Runner>> runners_;  // the foremost first
};

}  // namespace regreen
