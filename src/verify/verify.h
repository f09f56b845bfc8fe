#pragma once

#include "model/attempt.h"
#include "model/case.h"
#include "rules/load.h"

#include <string>
#include <string_view>

namespace regreen {

/// How the failure that was reproduced relates to the log's.
enum class Reproduced {
  as_diagnosed,  ///< the same cause, or one that says nothing else
  otherwise,     ///< another cause: that one is healed
  by_machine,    ///< it is this machine's: a tool that the failed run had is missing here
};

/// Compares the log's diagnosis with what failed here.
Reproduced compare(const Diagnosis& logged, const Diagnosis& reproduced);

/// Do two diagnoses name the same failure?
bool same_failure(const Diagnosis& a, const Diagnosis& b);

/// What a rehearsal with a patch says about it: `mended` is what the patch was for, `before` all causes that were there,
/// `behind` all that are there now.
Verdict judge(const Diagnosis& mended, const Diagnoses& before, const Patch& patch, const Rehearsal& after,
              const Diagnoses& behind);

/// Why a green run proves nothing: it says in words of `[table.untested]`, which the run before did not print, that tests did not
/// run, and this is what they mean. "" where it says nothing of the kind.
std::string_view untested(const Rehearsal& after, std::string_view printed_before, const Table& words);

/// May it be that the tests themselves could not begin, or failed? Another failure hides what the tests print.
bool is_of_tests(const Diagnosis& cause);

/// How often a repaired command has to pass: more than once where the failure came and went.
std::size_t passes_needed(const Diagnosis& mended);

/// Is it about time or memory, so that what else a machine has to do may change how a command ends?
bool needs_quiet(const Diagnosis& cause);

}  // namespace regreen
