#pragma once

#include "rules/finder.h"
#include "rules/load.h"
#include "rules/rule.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A rule that recognises a line, and what it captured there.
struct Hit {
  const Rule* rule = nullptr;
  Captures captures;
};

/// The compiled rules: what stages look things up in. Immutable and safe to use from many threads.
class RuleSet {
 public:
  /// Compiles what files say. The mistakes of patterns are answered like those of files.
  static tl::expected<RuleSet, std::vector<RuleMistake>> compile(RuleFileContent content,
                                                                 Matching matching = Matching::by_needles);

  /// Reads and checks files, adds them to `known`, whose patterns are known to be good, and compiles; the error lists
  /// all mistakes, one per line.
  static Result<RuleSet> load(RuleFileContent known, const std::vector<RuleFile>& files,
                              Matching matching = Matching::by_needles);

  /// The same without anything known before.
  static Result<RuleSet> load(const std::vector<RuleFile>& files) { return load({}, files); }

  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  const std::vector<Rule>& rules() const;
  const std::vector<Noise>& noise() const;
  const std::vector<Remedy>& remedies() const;
  const Rule* find(const RuleId& id) const;
  const Remedy* find(const RemedyId& id) const;

  /// The rows of `[table.NAME]`; empty where no file has it.
  const Table& table(std::string_view name) const;

  /// The rules that recognise a clean line, in no order that means anything; none where it is noise. A line is looked
  /// at up to `line_limit` bytes; those that are no UTF-8 count as U+FFFD.
  std::vector<const Rule*> recognise(std::string_view bytes) const;

  /// The same, and what they capture.
  std::vector<Hit> match(std::string_view bytes) const;

  /// What a rule of this set captures on a line; nothing where it does not match.
  Captures captures(const Rule& rule, std::string_view bytes) const;

  /// Is the line one that never is evidence?
  bool is_noise(std::string_view bytes) const;

  /// The two halves of recognise(), for many lines at once: where rules or noise may match (see Finder), and what there is
  /// to a line, of valid UTF-8, of those candidates, in ascending order, each once. Lines like those of earlier calls cost
  /// next to nothing.
  void find(const LinesText& lines, std::vector<Sighting>& found) const;
  std::vector<const Rule*> recognise(std::string_view line, std::span<const Sighting> candidates) const;

  static constexpr std::size_t line_limit = matched_bytes_max;

 private:
  struct Compiled;
  explicit RuleSet(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace regreen
