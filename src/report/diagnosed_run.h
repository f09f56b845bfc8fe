#pragma once

#include "model/case.h"

#include <cstdint>
#include <string>
#include <vector>

namespace regreen {

/// What became of one file given to `diagnose`.
struct DiagnosedRun {
  std::string source;
  Conclusion conclusion = Conclusion::unknown;
  Diagnoses diagnoses;
  std::vector<Step> steps;
  std::vector<std::string> notes;  ///< what could not be read
  std::string error;               ///< why nothing could be read; empty where something was
  std::uint64_t bytes = 0;
  double read_ms = 0;
  double diagnose_ms = 0;
};

}  // namespace regreen
