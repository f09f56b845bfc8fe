#pragma once

#include "adapters/bubblewrap/stage.h"
#include "adapters/bubblewrap/view.h"
#include "os/copy.h"

#include <string>
#include <vector>

namespace regreen {

/// The largest cache that is copied where it cannot be laid over; a larger one is seen read-only.
inline constexpr CopyLimits cache_limits = {512ULL << 20, 200'000};

/// The i-th layers of a stage and what they are for.
struct Layer {
  StagePlan::Layers layers;
  std::size_t view = 0;                ///< index of the view; the first layer is the repository's
  std::vector<std::string> make = {};  ///< folders to make in it, for caches that are not there yet
};

/// The repository's, and one for each view that may be written.
std::vector<Layer> plan_layers(StagePlan::Layers repository, const std::vector<View>& views);

/// What cannot be laid over is copied; a cache that is too large for that is seen as it is, read-only, and its layer goes.
void copy_instead(std::vector<Layer>& layers, std::vector<View>& views, std::size_t layer);

}  // namespace regreen
