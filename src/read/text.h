#pragma once

#include "read/collect.h"
#include "read/pull.h"

namespace regreen {

/// What a text's name says: "0_build.txt" of a run's ZIP is a whole job, "build/3_Run tests.txt" a step of it.
struct TextName {
  enum class Kind { any, job, step, system };
  Kind kind = Kind::any;
  std::string file;
  std::string folder;  ///< that the file lies in
  std::string job;
  std::string step;
};

TextName parse_name(const std::string& file);

/// Reads a log to its end. Most lines say nothing to any rule or CI system, and cost next to nothing.
Result<Part> read_text(const TextName& name, const Peeked& text, const RuleSet& rules);

/// The same answer in the simplest way, line by line: the judge of the other.
Result<Part> read_text_plainly(const TextName& name, const Peeked& text, const RuleSet& rules);

}  // namespace regreen
