#pragma once

#include "model/evidence.h"
#include "rules/rule_set.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace regreen {

/// What one text holds, before texts are put together.
struct Part {
  std::string file;
  std::vector<Step> steps;
  std::vector<std::string> stamps;  ///< of the steps' first lines
  std::vector<Signal> signals;
  std::map<std::size_t, std::string> kept;  ///< lines for excerpts, by number
  std::vector<Place> orders;
  std::uint64_t lines = 0;
  bool is_aside = false;  ///< says nothing about how the run ended
};

/// Keeps what rules recognise in one text, and the lines around it, within bounds. Lines come in order.
class Collector {
 public:
  Collector(std::string file, const RuleSet& rules) : file_(std::move(file)), rules_(rules) {}

  /// A line of a step, for excerpts.
  void keep(std::size_t number, std::string_view text);

  /// The same line's words, for the rules.
  void match(std::size_t number, std::string_view text, std::size_t step);

  /// A step ended with a line.
  void end_step(std::size_t step, std::size_t last_line);

  /// Adds what was collected to a part whose steps are known, and settles by what the lines prove how those steps ended
  /// of which the CI system said nothing.
  void finish(Part& part);

 private:
  struct KeptLine {
    std::size_t number;
    std::string text;
  };
  struct Seen {
    std::size_t last_kept;  // index into step_signals_
    std::size_t count = 0;
  };
  struct Proof {
    bool failed = false;
    std::size_t success_line = 0, cause_line = 0;  // the last ones; 0 for none
  };
  using Lines = std::deque<KeptLine>;

  void add_signal(std::size_t number, std::string_view text, std::size_t step, Hit hit);
  void prove(std::size_t step, std::size_t number, const Rule& rule);
  Conclusion proved(const Step& step, std::size_t index) const;
  void keep_around();
  void keep_line(const KeptLine& line);
  void flush_step();
  void keep_tails(const std::vector<Step>& steps);

  std::string file_;
  const RuleSet& rules_;
  std::vector<Signal> signals_, step_signals_;  // of all steps that ended, of the current one
  std::map<const Rule*, Seen> seen_;            // in the current step
  std::vector<Proof> proofs_;                   // by step
  std::map<std::size_t, std::string> kept_;
  std::size_t kept_bytes_ = 0;
  std::size_t keep_more_ = 0;  // lines after a signal
  Lines recent_;               // the last lines of the text
  std::size_t step_lines_ = 0;
  std::deque<std::pair<std::size_t, Lines>> tails_;  // last lines of steps that ended
  std::vector<Place> orders_;
};

}  // namespace regreen
