#include "adapters/bubblewrap/workspace.h"

#include "adapters/bubblewrap/changes.h"
#include "adapters/bubblewrap/commit.h"
#include "adapters/bubblewrap/copy.h"
#include "adapters/bubblewrap/copy_tree.h"
#include "adapters/bubblewrap/environment.h"
#include "adapters/bubblewrap/layers.h"
#include "adapters/bubblewrap/sandbox.h"
#include "adapters/bubblewrap/seccomp.h"
#include "adapters/bubblewrap/stage.h"
#include "adapters/bubblewrap/unsafe.h"
#include "adapters/bubblewrap/watch.h"
#include "adapters/bubblewrap/write_patch.h"
#include "base/text.h"
#include "os/beneath.h"
#include "os/copy.h"
#include "os/file.h"
#include "os/folder.h"
#include "os/program.h"
#include "os/system_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace regreen {
namespace {

constexpr const char* sandbox_home = "/home/regreen";
constexpr std::uint64_t own_processes = 2;  // of bubblewrap, in the stage's process namespace
constexpr std::size_t status_bytes_max = 64 * 1024;

// A small repository is copied each time: that is as quick, and a real disk has no edges. In an overlay, a folder of
// the lower layer cannot be renamed (by an ordinary user) and a file gets a new inode when it is first written to.
constexpr CopyLimits small_repository = {32ULL << 20, 1'000};
constexpr CopyLimits repository_limits = {8ULL << 30, 2'000'000};

constexpr std::string_view advice =
    "It needs bubblewrap (apt install bubblewrap) and user namespaces "
    "(sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0; in a container: "
    "--security-opt seccomp=unconfined --security-opt systempaths=unconfined). "
    "--unsafe-no-sandbox runs commands without it";

class BubblewrapWorkspace final : public Workspace {
 public:
  BubblewrapWorkspace(Checkout checkout, std::unique_ptr<PrivateCopy> copy, CopyTree tree)
      : checkout_(std::move(checkout)), copy_(std::move(copy)), tree_(std::move(tree)) {}

  const Tree& tree() const override { return tree_; }
  const LastCommit& last_commit() const override { return checkout_.last_commit; }
  bool is_private(const Command& command) const override { return command.network == Network::none; }
  Result<Rehearsal> rehearse(const Patch& patch, const Command& command, const std::stop_token& stop) override;
  Result<ToolRun> run(const Patch& patch, const Command& tool, const std::stop_token& stop) override;

  // Chooses what the sandbox sees and tries it out.
  Result<void> prepare(const WorkspaceSettings& settings, std::map<std::string, std::string> environment);

 private:
  StagePlan::Layers repository_layers() const;
  bool is_small() const;
  bool overlays_work();
  Result<std::unique_ptr<Stage>> build_stage(const Limits& limits);
  Result<void> furnish(const Stage& stage, const Patch& patch);
  Result<void> fill_copies(const Stage& stage);
  Result<Rehearsal> perform(Stage& stage, const Command& command, const std::stop_token& stop);
  SandboxPlan sandbox_plan(const Command& command) const;

  Checkout checkout_;
  std::unique_ptr<PrivateCopy> copy_;
  CopyTree tree_;
  std::string bubblewrap_;
  std::vector<std::string> environment_;
  std::vector<View> views_;
  std::vector<Layer> layers_;
  bool prepared_ = false;  // from then on nothing here changes: many threads may build stages
};

std::string layer_name(char kind, std::size_t i) { return kind + std::to_string(i); }

tl::unexpected<Error> no_sandbox(std::string_view why) {
  return fail(ErrorKind::denied, fmt::format("the sandbox does not work here ({}). {}", why, advice));
}

Result<Fd> open_in(int folder, const std::string& name) {
  Fd opened(openat(folder, name.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return fail_errno("opening " + name + " of the stage");
  return opened;
}

Result<std::pair<Fd, Fd>> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail_errno("making a pipe");
  return std::pair(Fd(ends[0]), Fd(ends[1]));
}

Result<void> BubblewrapWorkspace::prepare(const WorkspaceSettings& settings,
                                          std::map<std::string, std::string> environment) {
  if (is_system_folder(checkout_.top)) {
    return fail(ErrorKind::invalid,
                checkout_.top + " is a folder of the system, which the sandbox cannot stand in for");
  }
  const char* home = value_of(settings.environment, "HOME");
  views_ = choose_views(environment, {home ? home : "/nonexistent", sandbox_home, checkout_.top});
  const std::string search = "/usr/bin:/usr/local/bin:" + environment["PATH"];
  bubblewrap_ = find_program(settings.bubblewrap.empty() ? "bwrap" : settings.bubblewrap, search);
  if (access(bubblewrap_.c_str(), X_OK) != 0) return no_sandbox("bubblewrap is not installed");
  environment["HOME"] = sandbox_home;
  for (const auto& [name, value] : environment) environment_.push_back(name + "=" + value);
  layers_ = plan_layers(repository_layers(), views_);
  if (is_small()) layers_[0].layers.copied = true;
  if (settings.layering == WorkspaceSettings::Layering::copies || !overlays_work()) {
    for (std::size_t i = layers_.size(); i-- > 0;) {
      if (i < layers_.size()) copy_instead(layers_, views_, i);
    }
  }
  const auto tried = rehearse({}, {"exit 42", {}, Network::none}, {});
  prepared_ = true;
  if (tried && tried->exit == 42) return {};
  return no_sandbox(tried ? printable(tried->output) : tried.error().message);
}

StagePlan::Layers BubblewrapWorkspace::repository_layers() const {
  if (copy_->dependencies().empty()) return {{copy_->folder()}};
  return {{copy_->folder(), copy_->mask(), checkout_.top}};
}

bool BubblewrapWorkspace::is_small() const {
  std::vector<std::string> folders = {copy_->folder()};
  for (const auto& path : copy_->dependencies()) folders.push_back(checkout_.top + "/" + path);
  return std::all_of(folders.begin(), folders.end(), [](const std::string& path) {
    const auto folder = open_folder(path);
    return folder && fits(folder->get(), small_repository);
  });
}

// Before Linux 6.6 a memory disk that was mounted by an ordinary user cannot hold the mark of a folder that replaces
// one in a lower layer: `rm -r d; mkdir d` fails there.
bool BubblewrapWorkspace::overlays_work() {
  const std::string lower = copy_->root() + "/probe";
  if (!make_folders(lower + "/d/e")) return false;
  const auto stage = Stage::build({copy_->stage(), 1, {{{lower}, false}}});
  if (!stage) return true;  // that has other reasons, told later
  const int folder = (*stage)->folder();
  return unlinkat(folder, "m0/d/e", AT_REMOVEDIR) == 0 && unlinkat(folder, "m0/d", AT_REMOVEDIR) == 0 &&
         mkdirat(folder, "m0/d", 0755) == 0 && faccessat(folder, "m0/d/e", F_OK, 0) != 0;
}

// Where a layer cannot be laid over, which the first try shows, it is copied from then on.
Result<std::unique_ptr<Stage>> BubblewrapWorkspace::build_stage(const Limits& limits) {
  for (;;) {
    StagePlan plan{copy_->stage(), limits.disk_mb, {}};
    for (const auto& layer : layers_) plan.layers.push_back(layer.layers);
    auto stage = Stage::build(plan);
    if (stage) return std::move(*stage);
    const std::size_t failed = stage.error().layer;
    if (prepared_ || failed >= layers_.size() || layers_[failed].layers.copied) {
      return tl::unexpected(std::move(stage.error().error));
    }
    copy_instead(layers_, views_, failed);
  }
}

Result<void> BubblewrapWorkspace::fill_copies(const Stage& stage) {
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const auto& layers = layers_[i].layers;
    if (!layers.copied || layers.lower.empty()) continue;
    const Fd to = TRY(open_in(stage.folder(), layer_name('m', i)));
    const Fd from = TRY(open_folder(layers.lower.front()));
    TRY(copy_tree(from.get(), to.get(), i == 0 ? repository_limits : cache_limits));
    if (i == 0) TRY(copy_dependencies(checkout_, copy_->dependencies(), to.get()));
  }
  return {};
}

Result<void> BubblewrapWorkspace::furnish(const Stage& stage, const Patch& patch) {
  TRY(fill_copies(stage));
  const Fd repository = TRY(open_in(stage.folder(), "m0"));
  TRY(write_patch(repository.get(), patch));
  for (const auto& [name, text] : own_etc_files(sandbox_home)) {
    TRY(write_beneath(stage.folder(), "etc/" + name, text, 0644));
  }
  TRY(write_beneath(stage.folder(), "etc/empty", "", 0444));  // what hidden files look like
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const Fd merged = TRY(open_in(stage.folder(), layer_name('m', i)));
    for (const auto& place : layers_[i].make) TRY(open_parent(merged.get(), place + "/x", Missing::create));
  }
  return {};
}

SandboxPlan BubblewrapWorkspace::sandbox_plan(const Command& command) const {
  SandboxPlan plan{bubblewrap_,    copy_->stage(), checkout_.top, sandbox_home, views_, {}, object_folders(checkout_),
                   command.network};
  for (const auto& view : views_)
    plan.view_sources.push_back(view.how == View::How::hidden ? copy_->stage() + "/etc/empty" : view.source);
  for (std::size_t i = 1; i < layers_.size(); ++i) {
    plan.view_sources[layers_[i].view] = copy_->stage() + "/" + layer_name('m', i);
  }
  return plan;
}

Watched watch_of(Stage& stage, int output, int proc) {
  Watched watched;
  watched.output = output;
  watched.process_fd = stage.process_fd();
  watched.usage = [&stage, proc] {
    ResourceUsage usage = usage_of(proc, processes_in(proc));
    usage.processes -= std::min(usage.processes, own_processes);
    usage.disk_full = is_disk_full(stage.folder());
    return usage;
  };
  watched.exact_memory = [proc] { return exact_memory_of(proc, processes_in(proc)); };
  watched.kill_all = [&stage] { stage.end(); };
  return watched;
}

// It may have met the end of the disk, or of what a file may hold, between two looks of the watch.
bool met_the_end_of_the_disk(const Stage& stage, int exit) {
  constexpr int file_too_large = 128 + SIGXFSZ;
  return exit == file_too_large || (exit != 0 && is_disk_full(stage.folder()));
}

Result<Rehearsal> BubblewrapWorkspace::perform(Stage& stage, const Command& command, const std::stop_token& stop) {
  auto [output, output_end] = TRY(make_pipe());
  auto [status, status_end] = TRY(make_pipe());
  const Fd filter = TRY(system_call_filter());
  const Fd proc = TRY(open_in(stage.folder(), "proc"));
  TRY(stage.start({bubblewrap_arguments(sandbox_plan(command), command.line),
                   command.network == Network::allowed ? environment_ : without_retries(environment_),
                   command.limits.disk_mb, output_end.get(), status_end.get(), filter.get(), command.urgency}));
  output_end.reset();
  status_end.reset();
  const std::stop_callback ends_with_it(stop, [&] { stage.kill(); });
  Observed seen = watch(watch_of(stage, output.get(), proc.get()), command.limits);
  const int ended = stage.wait();
  Rehearsal rehearsal{command.line, seen.end, 0, std::move(seen.output), seen.seconds, checkout_.top, "bubblewrap"};
  rehearsal.exit = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
  if (stop.stop_requested()) rehearsal.end = Rehearsal::End::stopped;
  if (rehearsal.end != Rehearsal::End::exited) return rehearsal;
  const auto said = read_all(status.get(), status_bytes_max);
  const bool ran = said && contains(*said, "exit-code");
  if (!ran && WIFEXITED(ended)) {
    return fail(ErrorKind::denied, "the sandbox could not be made: " + printable(trim(rehearsal.output)));
  }
  if (met_the_end_of_the_disk(stage, rehearsal.exit)) rehearsal.end = Rehearsal::End::disk;
  return rehearsal;
}

Result<Rehearsal> BubblewrapWorkspace::rehearse(const Patch& patch, const Command& command,
                                                const std::stop_token& stop) {
  const auto stage = TRY(build_stage(command.limits));
  TRY(furnish(*stage, patch));
  Command committed = command;
  committed.line = commit_first(patch) + command.line;
  Rehearsal rehearsal = TRY(perform(*stage, committed, stop));
  rehearsal.command = command.line;
  return rehearsal;
}

Result<Workspace::ToolRun> BubblewrapWorkspace::run(const Patch& patch, const Command& tool,
                                                    const std::stop_token& stop) {
  const auto stage = TRY(build_stage(tool.limits));
  TRY(furnish(*stage, patch));
  // Opened now: once its process has ended, the mounts are held by these alone.
  const Fd now = TRY(open_in(stage->folder(), "m0"));
  const Fd written = TRY(open_in(stage->folder(), layers_[0].layers.copied ? "m0" : "u0"));
  ToolRun result;
  result.ended = TRY(perform(*stage, tool, stop));
  const PatchedTree before(tree_, patch);
  result.changes = TRY(find_changes({now.get(), written.get(), copy_->folder(), copy_->dependencies()}, before));
  return result;
}

std::vector<std::string> borrowed_folders(const Checkout& checkout, WorkspaceSettings::Isolation isolation) {
  std::vector<std::string> folders = object_folders(checkout);
  if (isolation == WorkspaceSettings::Isolation::none) return folders;
  for (std::size_t i = 0; i < folders.size(); ++i) folders[i] = object_folder(i);
  return folders;
}

}  // namespace

Result<std::unique_ptr<Workspace>> open_workspace(const std::string& repository, WorkspaceSettings settings) {
  auto environment = sandbox_environment(settings.environment, settings.more_variables).values;
  environment.try_emplace("PATH", "/usr/local/bin:/usr/bin:/bin");
  Checkout checkout = TRY(read_checkout(repository));
  const auto borrowed = borrowed_folders(checkout, settings.isolation);
  auto copy = TRY(PrivateCopy::make(checkout, settings.state_folder, borrowed));
  auto tree = TRY(CopyTree::open(copy->folder(), copy->files()));
  if (settings.isolation == WorkspaceSettings::Isolation::none) {
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
    return make_unsafe_workspace(std::move(checkout), std::move(copy), std::move(tree), std::move(variables));
  }
  auto workspace = std::make_unique<BubblewrapWorkspace>(std::move(checkout), std::move(copy), std::move(tree));
  TRY(workspace->prepare(settings, std::move(environment)));
  return std::unique_ptr<Workspace>(std::move(workspace));
}

}  // namespace regreen
