#pragma once

#include "model/evidence.h"
#include "read/packed_lines.h"
#include "read/trail.h"
#include "rules/rule_set.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// A line for excerpts.
struct KeptLine {
  std::size_t number = 0;
  std::string text;
};

/// What one text holds, before texts are put together.
struct Part {
  std::string file;
  std::vector<Step> steps;
  std::vector<std::string> stamps;  ///< of the steps' first lines
  std::vector<Signal> signals;
  std::vector<KeptLine> kept;  ///< ascending, each line once
  std::vector<Place> orders;
  std::vector<std::string> checkouts;  ///< folders named as the repository's
  std::uint64_t lines = 0;
  bool is_aside = false;  ///< says nothing about how the run ended
};

/// Keeps what rules recognise in one text, and the lines around it, within bounds. Lines come in order; those between
/// the ones that say something need not be shown, as long as they are on the trail.
class Collector {
 public:
  /// The trail is borrowed; a line is on it before it is matched.
  Collector(std::string file, const RuleSet& rules, const Trail& trail)
      : file_(std::move(file)), rules_(rules), trail_(trail) {}

  /// A line's words, for the rules: the last line of the trail.
  void match(std::size_t number, std::string_view text, std::size_t step);

  /// The same, where it is known which rules may match.
  void match(std::size_t number, std::string_view text, std::size_t step, std::span<const Sighting> candidates);

  /// Takes what it needs of the trail so far; must be called before `Trail::reach` or more lines pass unseen.
  void catch_up();

  /// A step ended with a line, on the trail or just before its last line.
  void end_step(std::size_t step, std::size_t last_line);

  /// Adds what was collected to a part whose steps are known, and settles by what the lines prove how those steps ended
  /// of which the CI system said nothing.
  void finish(Part& part);

 private:
  struct Seen {
    std::size_t last_kept;  // index into step_signals_
    std::size_t count = 0;
    std::size_t latest = 0, step = 0;  // of those that were not kept: its line, 0 for none
    std::string latest_line;
  };
  struct Proof {
    bool failed = false;
    std::size_t success_line = 0, cause_line = 0;  // the last ones; 0 for none
  };
  struct Tail {
    std::size_t step;
    PackedLines lines;  // its last ones
  };
  using Lines = std::vector<KeptLine>;

  void take(std::size_t number, std::string_view text, std::size_t step, const std::vector<const Rule*>& rules);
  void add_signal(std::size_t number, std::string_view text, std::size_t step, const Rule& rule);
  Signal signal(const Rule& rule, std::size_t number, std::string_view text, std::size_t step) const;
  void prove(std::size_t step, std::size_t number, const Rule& rule);
  Conclusion proved(const Step& step, std::size_t index) const;
  void keep_around(std::size_t lines);
  void keep_span(std::size_t first, std::size_t last);
  void keep_line(const Trail::Entry& line);
  PackedLines tail_of_step(std::size_t last_line) const;
  void flush_step();
  void keep_tails(const std::vector<Step>& steps);
  Lines take_kept();

  std::string file_;
  const RuleSet& rules_;
  const Trail& trail_;
  std::vector<Signal> signals_, step_signals_;  // of all steps that ended, of the current one
  std::map<const Rule*, Seen> seen_;            // in the current step
  std::vector<Proof> proofs_;                   // by step
  std::deque<KeptLine> kept_;                   // in order, but for what tails add at the end
  std::size_t kept_bytes_ = 0;
  std::size_t kept_from_ = 1, kept_to_ = 0;  // the stretch of the trail that was kept last
  std::size_t keep_until_ = 0;               // the last one that is wanted
  std::size_t step_start_ = 0;               // the trail's count before the current step
  std::deque<Tail> tails_;                   // of steps that ended
  std::vector<Place> orders_;
};

}  // namespace regreen
