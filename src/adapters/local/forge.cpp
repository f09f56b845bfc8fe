#include "adapters/local/forge.h"

#include "adapters/local/commit.h"
#include "adapters/local/disk.h"
#include "adapters/local/identify.h"
#include "adapters/local/journal.h"
#include "adapters/local/log_source.h"
#include "base/text.h"
#include "os/beneath.h"
#include "os/file.h"
#include "os/folder.h"

#include <algorithm>
#include <sys/stat.h>

namespace regreen {
namespace {

class LocalForge final : public Forge {
 public:
  LocalForge(LocalForgeSettings settings, LocalRepository repository)
      : settings_(std::move(settings)), repository_(std::move(repository)) {}

  Result<std::unique_ptr<Source>> fetch(const RunRef&) override { return open_log(settings_.log); }
  Result<Situation> look(const RunRef&, const Signature&) override { return Situation{}; }
  Result<void> apply(const Proposal& proposal) override;
  Result<void> take_back(const Proposal& proposal) override;

 private:
  Result<void> write_patch_file(const Proposal& proposal);
  Result<void> change_tree(const Patch& patch);
  Result<void> commit(const Proposal& proposal);
  Result<void> check(const Patch& patch, int folder);
  Result<void> check_committed(const Patch& patch);
  Result<void> carry_out(const Patch& patch, const BranchMove& move);

  LocalForgeSettings settings_;
  LocalRepository repository_;
};

bool shows(int folder, const Patch& patch, Side side) {
  return std::all_of(patch.changes.begin(), patch.changes.end(),
                     [&](const FileChange& change) { return side_of(folder, change) == side; });
}

Result<void> LocalForge::apply(const Proposal& proposal) {
  if (proposal.mode == DeliveryMode::none || proposal.patch.empty()) return {};
  switch (proposal.mode) {
    case DeliveryMode::none: return {};
    case DeliveryMode::patch: return write_patch_file(proposal);
    case DeliveryMode::apply: return change_tree(proposal.patch);
    case DeliveryMode::commit: return commit(proposal);
    case DeliveryMode::push:
    case DeliveryMode::pull: break;
  }
  return fail(ErrorKind::invalid, "a local repository has no forge to push to or to open a pull request at");
}

Result<void> LocalForge::write_patch_file(const Proposal& proposal) {
  struct stat info {};
  if (stat(proposal.file.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) {
    return fail(ErrorKind::invalid, proposal.file + " is a folder");
  }
  const std::string folder = TRY(real_path(parent_of(proposal.file)));
  const auto real = real_path(proposal.file);
  if (lies_in(folder, repository_.path) || (real && lies_in(*real, repository_.path))) {
    return fail(ErrorKind::denied, proposal.file + " lies in the repository: a patch file is written outside of it");
  }
  return replace_file(proposal.file, unified_diff(proposal.patch));
}

// Nothing is written unless every file is what the patch was made for, and is committed.
Result<void> LocalForge::check(const Patch& patch, int folder) {
  for (const auto& change : patch.changes) {
    TRY(check_place(folder, change));
    if (side_of(folder, change) == Side::before) continue;
    return fail(ErrorKind::denied, printable(change.path) + " has been edited since the repair was made");
  }
  return repository_.head.empty() ? Result<void>() : check_committed(patch);
}

Result<void> LocalForge::check_committed(const Patch& patch) {
  const auto edited = TRY(uncommitted_files(repository_.path, patch));
  if (edited.empty()) return {};
  return fail(ErrorKind::denied,
              printable(join(edited, ", ")) + " has uncommitted edits: commit or stash them, then heal again");
}

Result<void> LocalForge::carry_out(const Patch& patch, const BranchMove& move) {
  const auto journal = TRY(Journal::write(settings_.state_folder, repository_.path, patch, move));
  auto done = journal->apply();
  if (done && !move.ref.empty()) done = move_branch(repository_.path, move);
  if (!done) {
    TRY(journal->undo());
    TRY(journal->close());
    return done;
  }
  if (!move.ref.empty()) TRY(update_index(repository_.path, patch, move.to));
  return journal->close();
}

Result<void> LocalForge::change_tree(const Patch& patch) {
  const Fd folder = TRY(open_folder(repository_.path));
  if (shows(folder.get(), patch, Side::after)) return {};
  TRY(check(patch, folder.get()));
  return carry_out(patch, {});
}

Result<void> LocalForge::commit(const Proposal& proposal) {
  const Patch& patch = proposal.patch;
  if (repository_.head.empty()) return fail(ErrorKind::denied, repository_.path + " has no commit to build on");
  const Fd folder = TRY(open_folder(repository_.path));
  const bool applied = shows(folder.get(), patch, Side::after);
  const bool committed = TRY(is_committed(repository_.path, patch));
  if (applied && committed) return {};
  TRY(check_committable(repository_.path, patch));
  TRY(applied ? check_committed(patch) : check(patch, folder.get()));
  const auto bench = TRY(Bench::make(settings_.state_folder));
  const BranchMove move = TRY(make_commit(repository_.path, patch, proposal.message, bench->folder()));
  return carry_out(patch, move);
}

// A repair that is committed is taken back by a commit, one that is not by changing the files.
Result<void> LocalForge::take_back(const Proposal& proposal) {
  const Patch back = reversed(proposal.patch);
  const Fd folder = TRY(open_folder(repository_.path));
  if (shows(folder.get(), back, Side::after)) return {};
  for (const auto& change : back.changes) {
    TRY(check_place(folder.get(), change));
    if (side_of(folder.get(), change) == Side::before) continue;
    return fail(ErrorKind::denied, printable(change.path) + " has been changed since the repair: take it back by hand");
  }
  const bool committed = !repository_.head.empty() && TRY(is_committed(repository_.path, proposal.patch));
  if (!committed) return carry_out(back, {});
  TRY(check_committable(repository_.path, back));
  const auto bench = TRY(Bench::make(settings_.state_folder));
  const BranchMove move = TRY(make_commit(repository_.path, back, proposal.message, bench->folder()));
  return carry_out(back, move);
}

}  // namespace

Result<std::unique_ptr<Forge>> open_local_forge(LocalForgeSettings settings) {
  auto repository = TRY(identify(settings.repository));
  TRY(make_folders(settings.state_folder));
  TRY(recover(settings.state_folder));
  return std::unique_ptr<Forge>(std::make_unique<LocalForge>(std::move(settings), std::move(repository)));
}

}  // namespace regreen
