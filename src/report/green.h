#pragma once

#include "model/sketch.h"
#include "report/text.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace regreen {

/// What became of a log that was to be learned from.
struct LearnedLog {
  enum class How { learned, known, refused, unreadable };
  std::string source;
  How how = How::learned;
  std::string reason = {};  ///< why not, for people
};

/// "learned 3 green runs: 12 steps, 4,210 templates"; `steps` are those of the logs.
std::string learned_text(const std::vector<LearnedLog>& logs, const std::vector<GreenStep>& steps);

/// A table of the steps of which green runs are known.
std::string green_steps_text(const std::vector<GreenStep>& steps, Colour colour);

nlohmann::json green_json(const std::vector<LearnedLog>& logs, const std::vector<GreenStep>& steps);

}  // namespace regreen
