#include "adapters/sqlite/store.h"

#include "base/text.h"
#  include "model/case.h"
#include "case.h"

namespace {
struct Own {};
}  // namespace
