#pragma once

#include "learn/line.h"
#include "model/evidence.h"
#include "model/sketch.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {

/// The templates of one step while its lines come: the lowest ones are kept, within bounds.
class Gathering {
 public:
  void add(TemplateHash hash);
  Printed finish();

 private:
  void compact();

  std::vector<TemplateHash> hashes_;
  TemplateHash highest_ = ~TemplateHash{};  // that is kept
  bool is_cut_ = false;
};

/// What a green run teaches: every line of its log is heard once, and counts for the step that it belongs to.
class Lesson {
 public:
  /// What the log was read to; borrowed. Lines that it kept are what a later diagnosis may look at: they matter most.
  explicit Lesson(const Evidence& evidence);

  /// Lines of a file come in order. Those of files that the evidence has no steps of do not count.
  void hear(const std::string& file, std::size_t number, std::string_view line);

  /// What was learned. `id` tells runs apart.
  GreenRun finish(std::uint64_t id, Timestamp at, const std::string& repository, const std::string& workflow);

 private:
  using Name = std::pair<std::string, std::string>;  // of a job and its step

  Gathering* gathering_of(const Place& place);
  void turn_to(std::size_t step);
  bool has_steps(const std::string& file) const;

  const Evidence& evidence_;
  std::map<Name, Gathering> gatherings_;
  std::optional<std::size_t> step_;  // the current one,
  Gathering* current_ = nullptr;     // and its lines; nothing where there are too many steps
  std::string silent_file_;          // the last one that has no steps: its lines do not count
  LineHasher hash_;
  std::array<TemplateHash, 1024> recent_{};  // of the current step, each at its lowest bits: lines repeat
};

}  // namespace regreen
