#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Small rewrites of deprecated or doubtful Python. Each answers edits for a whole file, none where there is nothing.

/// How far a rewrite goes: to all that looks like it in a file, or, where the name may mean something else, only to the lines that
/// failed.
struct Reach {
  std::set<std::size_t> failed;
  bool only_failed = false;

  bool takes_in(std::size_t line) const { return !only_failed || failed.contains(line); }
};

/// `.old(` → `.new(`; `owner` says of which receivers: "TestCase" and "Any" of all but modules, "Logger" of loggers.
std::vector<Edit> rename_method(const PythonSource& source, std::string_view owner, std::string_view from,
                                std::string_view to, const Reach& reach = {});

/// `t.isDaemon()` → `t.daemon`, `t.setDaemon(x)` → `t.daemon = x`, and the same for getName and setName.
std::vector<Edit> replace_accessors(const PythonSource& source, const Reach& reach = {});

/// `d.has_key(k)` → `k in d`
std::vector<Edit> replace_has_key(const PythonSource& source, const Reach& reach = {});

/// "\d" → r"\d"; where the string has other escapes too, the backslash is doubled.
std::vector<Edit> mend_escapes(const PythonSource& source);

/// On one line: `== None` → `is None` (E711) and `== True` → `is True` (E712) in conditions, `is "x"` → `== "x"` (F632),
/// `not x in y` → `x not in y` (E713), `not x is y` → `x is not y` (E714), f"" without fields → "" (F541).
std::vector<Edit> mend_comparison(const PythonSource& source, std::string_view code, std::size_t line);

/// Whether utcnow() becomes a time that knows its zone, or stays the same naive time.
enum class Utc { naive, aware };

/// `datetime.utcnow()` → `datetime.now(timezone.utc)`, imports included; naive: followed by `.replace(tzinfo=None)`.
/// Nothing changes where it is not used, or datetime is imported in another way.
std::string without_utcnow(std::string_view text, Utc utc);

}  // namespace regreen
