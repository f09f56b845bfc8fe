#pragma once

#include "mend/python/language/import.h"
#include "mend/python/language/source.h"
#include "model/patch.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A keyword of a class of a library, by its old name and today's.
struct OldKeyword {
  std::string_view owner;  ///< "urllib3.util.retry.Retry"
  std::string_view old, today;
};

/// The edits where a class that derives from the owner names the keyword among those that it hands on:
/// `kwargs.setdefault("old", x)`, `kwargs["old"] = x`, `"old" in kwargs`, in a method that passes `**kwargs`. A method that takes the
/// keyword out for itself has a parameter of its own, which keeps its name.
std::vector<Edit> follow_handed_keyword(const PythonSource& source, const BoundNames& names, const OldKeyword& keyword);

}  // namespace regreen
