#pragma once

namespace regreen {

/// How a program that reads one log after the other wants its memory: what one log needed, the next will need again, so that it is not
/// given back to the system in between; and in huge pages, where the system lets programs ask for them, which come at once instead of by
/// thousands of faults. To be called before anything else; without effect on other C libraries than GNU's.
void keep_memory();

}  // namespace regreen
