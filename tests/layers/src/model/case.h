#pragma once

#include "base/text.h"
#include "model/run.h"
