#include "adapters/bubblewrap/write_patch.h"

#include "os/beneath.h"

namespace regreen {

Result<void> write_patch(int folder, const Patch& patch) {
  for (const auto& change : patch.changes) {
    if (change.after) {
      TRY(write_beneath(folder, change.path, *change.after, change.executable_after ? 0755 : 0644));
    } else {
      TRY(remove_beneath(folder, change.path));
    }
  }
  return {};
}

}  // namespace regreen
