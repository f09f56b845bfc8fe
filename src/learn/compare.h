#pragma once

#include "model/evidence.h"
#include "model/sketch.h"

#include <functional>

namespace regreen {

/// What green runs of a step print; nothing where none are known.
using FindSketch = std::function<const Sketch*(const Step& step)>;

/// Says of each line that was kept what green runs of its step say of it. A line that proves how a step ended is told by
/// the rules, whoever prints it. Lines beyond those that were kept cost nothing.
void compare(Evidence& evidence, const FindSketch& find);

}  // namespace regreen
