#pragma once

#include "read/pull.h"

#include <string>

namespace regreen {

// Compressed streams, unpacked as they are pulled. What is damaged or cut off ends the stream where it was readable;
// `notes` says so, naming the file.

Pull gunzip(Pull packed, const std::string& name, Notes& notes);
Pull unzstd(Pull packed, const std::string& name, Notes& notes);

}  // namespace regreen
