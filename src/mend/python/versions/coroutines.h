#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <vector>

namespace regreen {

/// `@asyncio.coroutine def f(): yield from x` → `async def f(): await x`; functions that give values on the way stay.
std::vector<Edit> native_coroutines(const PythonSource& source);

/// `asyncio.Queue(maxsize=1, loop=loop)` → `asyncio.Queue(maxsize=1)`, of what takes no loop any more.
std::vector<Edit> without_loop(const PythonSource& source);

}  // namespace regreen
