#pragma once

#include "cli/options.h"
#include "cli/remote.h"
#include "deliver/texts.h"
#include "model/case.h"
#include "policy/decide.h"

#include <string>

namespace regreen {

/// What was handed over, and where it can be seen.
struct Handed {
  Case one;
  std::string where;
  Texts texts = {};  ///< by which people are told
};

/// Hands a case over on GitHub, where its run is. `config` is a file; empty: the default branch's. `handed` hears where it can be seen,
/// and how people are told.
Result<Outcome> hand_over_to_github(const CommonOptions& common, Remote& remote, Handed& handed, DeliveryMode mode,
                                    const std::string& config, Attended attended);

/// Hands a case over, for a person, in the repository on this disk that it is of.
Result<Outcome> hand_over_here(const CommonOptions& common, const Case& one, DeliveryMode mode);

/// Prints what came of it; the exit code.
int tell(const Handed& handed);

}  // namespace regreen
