#pragma once

#include <string>
// The next line looks upward, which is what the check must see.
#include "model/case.h"

struct Line {};
