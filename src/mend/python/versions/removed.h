#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace regreen {

/// The lines of Python files of the tree that traces of a diagnosis name.
using TracedLines = std::map<std::string, std::set<std::size_t>, std::less<>>;

TracedLines traced_lines(const Patient& patient);

/// random.sample(pool, n) → random.sample(sorted(pool), n): where a trace leads, and of every pool that is plainly a set. `maker` makes the
/// sequence: `sorted`, or `tuple` as Python itself did.
void sample_sequences(const Patient& patient, std::string_view maker, Draft& draft);

/// asyncio.wait([f(), g()]) → asyncio.wait([asyncio.create_task(f()), …]): where a trace leads, and of what is plainly a coroutine.
void wait_for_tasks(const Patient& patient, Draft& draft);

/// importlib.resources.read_text(package, name) → importlib.resources.files(package).joinpath(name).read_text(encoding="utf-8"), and
/// what else that module opens, reads and lists.
void read_resources_by_files(const Patient& patient, Draft& draft);

/// What pytest calls its own otherwise today: item.get_marker("slow") → item.get_closest_marker("slow").
void follow_pytest(const Patient& patient, Draft& draft);

}  // namespace regreen
