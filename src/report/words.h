#pragma once

#include "model/diagnosis.h"

#include <string>

namespace regreen {

/// Phrases that several reports share. All are fit to be shown: no control characters.

/// "hostplan/load.py:3"; without a line where none is known.
std::string place_text(const Location& location);

/// "test › Run tests", "build (3.11) and 11 more jobs"; empty where nothing is known.
std::string job_text(const Diagnosis& diagnosis);

/// "seen 6 times since 2026-01-03, rising; green again after 3.4 min on average; 83 % of repairs helped".
std::string history_text(const History& history);

/// "compared with 3 green runs: what they print too is no evidence".
std::string green_text(std::size_t green_runs);

/// "3.4 min", "2.5 h", "4 d".
std::string duration_text(double minutes);

}  // namespace regreen
