#pragma once

namespace regreen {

/// Keeps memory that was freed for what comes next, instead of giving it back and asking for it again: a log is read with
/// the same few large buffers as the one before. Once, before there is any thread.
void keep_freed_memory();

}  // namespace regreen
