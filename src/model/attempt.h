#pragma once

#include "model/diagnosis.h"
#include "model/patch.h"
#include "model/remedy.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Rehearsal::sandbox where CI itself ran it.
constexpr std::string_view ci_sandbox = "ci";

/// What one run of a command in the sandbox did.
struct Rehearsal {
  enum class End {
    exited,
    timed_out,
    memory,
    processes,
    output,
    disk,
    stopped,  ///< nobody waits for it any more
  };

  std::string command;
  End end = End::exited;
  int exit = 0;        ///< 128 + signal where a signal ended it
  std::string output;  ///< both streams, as written; the middle is left out where it was too long
  double seconds = 0;
  std::string folder = {};   ///< where the repository lay for the command; empty where that is not known
  std::string sandbox = {};  ///< what held it: "bubblewrap"; "none" where nothing did; ci_sandbox

  bool passed() const { return end == End::exited && exit == 0; }
};

/// Why a limit ended the command: "it took too long". Empty where it ended by itself.
std::string_view reason_of(Rehearsal::End end);

/// What is kept of a run of a command, for those who were not there.
struct Witness {
  int exit = 0;
  double seconds = 0;
  std::string sandbox;
  std::string sha256;   ///< of what it printed, secrets masked
  std::string excerpt;  ///< the end of that
};
Witness witness_of(const Rehearsal& rehearsal);

/// What a rehearsal says about a repair.
enum class Verdict {
  fixed,       ///< failed as diagnosed before, passes after
  progressed,  ///< the diagnosed failure is gone, another one behind it shows
  unchanged,   ///< still the same failure
  worse,       ///< another failure that was not there before
  nothing,     ///< the remedy had nothing to change
  guarded,     ///< a guard refused the patch
};

/// One remedy tried: its patch and what came of it.
struct Attempt {
  RemedyId remedy;
  Signature about;            ///< the diagnosis that it was to mend
  std::size_t candidate = 0;  ///< which of the remedy's candidates
  Patch patch;
  Verdict verdict = Verdict::nothing;
  std::string detail;  ///< one sentence for a human
  std::string rule;    ///< the guard that refused, else empty
  double seconds = 0;
  std::vector<Diagnosis> behind;        ///< the causes that showed after a progress, surest first
  std::optional<Witness> witness = {};  ///< of the last run with the patch; nothing where there was none
  std::size_t runs = 0;                 ///< with the patch
};

std::string_view name_of(Verdict verdict);

/// Did it help, so that its patch was kept?
bool helped(const Attempt& attempt);

/// The last progress led nowhere and is taken back: what was known before it is known again.
struct Retreat {
  std::string reason;  ///< one sentence for a human
};

}  // namespace regreen
