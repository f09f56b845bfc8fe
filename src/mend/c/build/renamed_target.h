#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

namespace regreen {

/// Follows the targets that the newest commit gave other names, and that a log misses by those of before: "audio::mix" is "AudioMesh::mix"
/// today. Those are what is made of the same sources in the same list, and aliases of it. Of a name that variables end, "audio::${name}",
/// the front follows where the log names the call, and each target that it misses there changed it alike. Lists of another project
/// may mean what is installed.
void follow_renamed_targets(const Patient& patient, Draft& draft);

}  // namespace regreen
