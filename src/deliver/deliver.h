#pragma once

#include "deliver/texts.h"
#include "model/case.h"
#include "model/proposal.h"

#include <string>

namespace regreen {

/// How people want a repair handed over.
struct DeliverOptions {
  DeliveryMode mode = DeliveryMode::none;
  std::string file;          ///< mode patch
  std::string co_author;     ///< "Name <mail>", may be empty
  bool issues = false;       ///< is an issue wanted for a failure that people have to mend?
  bool comments = true;      ///< may the pull request of a failed run be told?
  bool checks = false;       ///< may its commit get a check that says why?
  bool suggestions = false;  ///< are repairs wanted in the lines of a pull request, where they fit in there?
  Texts texts = {};          ///< how people are told
};

/// Is a move carried out in this way? A repair is handed over as people want it; everything else only a forge can do.
bool is_delivered(Move move, DeliveryMode mode);

/// A Case as a proposal: of a proved one the patch, with a message that says cause and proof.
Proposal propose(const Case& one, Move move, const DeliverOptions& options);

/// The line of a commit message that names the Case.
std::string case_trailer(const CaseId& id);

/// Taking the delivered repair of a Case back.
Proposal propose_rollback(const Case& one, const std::string& co_author);

/// The commit message of a repair: what was wrong, what was done, what proves it; trailers `Auto-fix`, so that
/// `git log --grep auto-fix -i` finds it, `Regreen-Case`, and `Co-authored-by`.
std::string commit_message(const Case& one, const std::string& co_author);

}  // namespace regreen
