#pragma once

#include "read/pull.h"

namespace regreen {

enum class ByteOrder { little, big };

/// UTF-16 as UTF-8. What is no character becomes U+FFFD.
Pull utf16_to_utf8(Pull bytes, ByteOrder order);

}  // namespace regreen
