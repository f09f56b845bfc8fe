#pragma once

#include "model/history.h"
#include "report/text.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace regreen {

/// What `regreen stats` and `regreen trends` tell of the history.

/// How often each category failed, how often and how quickly it was green again, and which part of the repairs helped.
std::string stats_text(const std::vector<CategoryCount>& counts, Timestamp now, Colour colour);
nlohmann::json stats_json(const std::vector<CategoryCount>& counts);

struct Trends {
  std::size_t days = 0;
  std::vector<Curve> categories;
  std::vector<Curve> signatures;  ///< those that failed most
};
std::string trends_text(const Trends& trends, Colour colour);
nlohmann::json trends_json(const Trends& trends);

/// "▁▂▅█", one mark for each count, "·" for none; at most `width` marks, each then stands for several days.
std::string sparkline(const std::vector<std::size_t>& counts, std::size_t width);

}  // namespace regreen
