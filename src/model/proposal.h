#pragma once

#include "model/patch.h"
#include "model/situation.h"

#include <string>
#include <vector>

namespace regreen {

/// What to do with a proved repair.
enum class DeliveryMode {
  none,    ///< show it
  patch,   ///< write it to a file outside the repository
  apply,   ///< leave it in the working tree, uncommitted
  commit,  ///< commit it on the current branch
  push,    ///< … and push the branch
  pull,    ///< … to a branch of its own, as a draft pull request
};

/// Is it delivered to a forge, and not on this machine?
constexpr bool goes_to_forge(DeliveryMode mode) { return mode == DeliveryMode::push || mode == DeliveryMode::pull; }

/// What is said beside a line of the code.
struct Remark {
  std::string file;
  std::size_t line = 0;
  std::string title, text;
};

/// What is handed over: a repair with everything that its delivery needs, or another move that people see.
struct Proposal {
  DeliveryMode mode = DeliveryMode::none;
  Move move = Move::propose;
  Patch patch;
  std::string file;       ///< mode patch: where to
  std::string message;    ///< commit message: cause, proof, trailers
  std::string trailer;    ///< the line of it that names the Case
  bool is_tried = false;  ///< CI has built the patch already, on the branch that it would be proposed from

  // What people see of a pull request.
  std::string title;
  std::string description;  ///< Markdown
  std::string mark;         ///< a hidden line that says what it heals: the same failure of the same commit
  std::string case_mark;    ///< another one that says which Case it comes from
  Signature failure;
  bool commented = true;        ///< may the pull request of the run be told?
  bool tracked = false;         ///< is an issue wanted for a failure that people have to mend?
  std::string notice;           ///< Markdown: what is said beside the run, in one entry that is edited in place
  std::string issue;            ///< Markdown: what is said in an issue
  std::string check;            ///< Markdown: what a check of the commit says; empty: none is wanted
  std::vector<Remark> remarks;  ///< … and where
  std::string review;  ///< Markdown: what is said above suggestions in a pull request; empty: those are not wanted
  std::vector<std::string> labels;
  std::vector<std::string> files;  ///< of the repository, that the failure names
};

}  // namespace regreen
