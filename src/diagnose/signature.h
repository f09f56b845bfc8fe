#pragma once

#include <string>
#include <string_view>

#include "base/id.h"
#include "model/diagnosis.h"

namespace regreen {

/// A text without what varies between runs of the same failure: numbers, hex, times, temporary and home folders.
std::string normalised(std::string_view text);

/// The readable form of a failure's identity: rule and what it is about, without what varies between machines and
/// runs. "python.module-not-found module=yaml"; where a rule captures nothing, its normalised line.
std::string readable_signature(const Diagnosis& diagnosis);

/// 128 bits of the readable form. Equal on every machine and in every run; different for different files, symbols,
/// modules and tests.
Signature signature_of(const Diagnosis& diagnosis);

}  // namespace regreen
