#pragma once

#include "base/text.h"
#include "model/run.h"

struct Line {};

namespace {
struct Own {};
}  // namespace
