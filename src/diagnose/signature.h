#pragma once

#include "base/id.h"
#include "model/diagnosis.h"

#include <string>

namespace regreen {

/// The readable form of a failure's identity: rule and what it is about, without what varies between machines and
/// runs. "python.module-not-found module=yaml"; where a rule captures nothing, the template of its line.
std::string readable_signature(const Diagnosis& diagnosis);

/// 128 bits of the readable form. Equal on every machine and in every run; different for different files, symbols,
/// modules and tests.
Signature signature_of(const Diagnosis& diagnosis);

}  // namespace regreen
