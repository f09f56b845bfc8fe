#pragma once

#include "base/result.h"
#include "base/time.h"
#include "model/evidence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Names a step whose runs are alike. Parts that nobody named are empty.
struct StepKey {
  std::string repository, workflow, job, step;

  auto operator<=>(const StepKey&) const = default;
};

/// A template of a line (base/template.h) as 64 bits: all that is ever stored of a line. Those that matter, because a
/// rule or the classifier may look at them, come before all others in order; they are kept first where space is short.
using TemplateHash = std::uint64_t;
TemplateHash template_hash(std::string_view hashed_template, bool matters);

/// What one run of a step printed.
struct Printed {
  std::vector<TemplateHash> templates;  ///< ascending, each once
  bool is_cut = false;                  ///< not all of them are there
};

/// What the last green runs of a step printed, and which of them printed what. Small, whatever they printed, and nothing
/// of it can be read. A value.
class Sketch {
 public:
  static constexpr std::size_t runs_max = 16;          // what no run since printed is forgotten
  static constexpr std::size_t templates_max = 8'000;  // with 10 bytes for each, 80 kB

  /// Adds a run; false, and nothing changes, where that run is known already.
  bool add(std::uint64_t run, const Printed& printed);

  /// What the runs say of a line, by its template. Where not all that they printed could be kept, nothing is `fresh`.
  Novelty novelty_of(TemplateHash hash) const;

  std::size_t runs() const { return runs_.size(); }
  std::size_t templates() const { return known_.size(); }
  bool is_cut() const { return cut_ != 0; }

  /// For stores. Reading damaged bytes, or those of another version, is an error.
  std::string to_bytes() const;
  static Result<Sketch> from_bytes(std::string_view bytes);

  bool operator==(const Sketch&) const = default;

 private:
  using Runs = std::uint16_t;  // bit i: the run before i others
  struct Known {
    TemplateHash hash = 0;
    Runs runs = 0;
    bool operator==(const Known&) const = default;
  };
  static_assert(runs_max == 16);

  void drop_least();
  std::size_t count(TemplateHash hash) const;

  std::vector<std::uint64_t> runs_;  // newest first
  Runs cut_ = 0;                     // those of which not all is here
  std::vector<Known> known_;         // ascending
};

/// One green run, with what each of its steps printed.
struct GreenRun {
  static constexpr std::size_t steps_max = 2000;  ///< and of a workflow: 160 MB of sketches at the very most

  struct Step {
    StepKey key;
    Printed printed;
  };
  std::uint64_t id = 0;
  Timestamp at;
  std::vector<Step> steps;  ///< of one workflow, each key once
};

/// A step of which green runs are known, for people.
struct GreenStep {
  StepKey key;
  std::size_t runs = 0;
  std::size_t templates = 0;
  Timestamp learned_at;  ///< the newest of them

  bool operator==(const GreenStep&) const = default;
};

/// Which steps are meant; a part that is not given means any.
struct StepFilter {
  std::optional<std::string> repository = {}, workflow = {}, job = {}, step = {};

  bool matches(const StepKey& key) const;
};

}  // namespace regreen
