#include "adapters/bubblewrap/workspace.h"

#include "adapters/bubblewrap/changes.h"
#include "adapters/bubblewrap/copy.h"
#include "adapters/bubblewrap/copy_tree.h"
#include "adapters/bubblewrap/environment.h"
#include "adapters/bubblewrap/sandbox.h"
#include "adapters/bubblewrap/seccomp.h"
#include "adapters/bubblewrap/stage.h"
#include "adapters/bubblewrap/view.h"
#include "adapters/bubblewrap/watch.h"
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
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace regreen {
namespace {

constexpr const char* sandbox_home = "/home/regreen";
constexpr std::size_t status_bytes_max = 64 * 1024;

// The largest cache that is copied where it cannot be laid over; a larger one is seen read-only.
constexpr CopyLimits cache_limits = {512ULL << 20, 200'000};
constexpr CopyLimits repository_limits = {8ULL << 30, 2'000'000};

constexpr std::string_view advice =
    "It needs bubblewrap (apt install bubblewrap) and user namespaces "
    "(sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0; in a container: "
    "--security-opt seccomp=unconfined --security-opt systempaths=unconfined). "
    "--unsafe-no-sandbox runs commands without it";

// The i-th layers of a stage and what they are for.
struct Layer {
  StagePlan::Layers layers;
  std::size_t view = 0;                // index of the view; the first layer is the repository's
  std::vector<std::string> make = {};  // folders to make in it, for caches that are not there yet
};

class BubblewrapWorkspace final : public Workspace {
 public:
  BubblewrapWorkspace(Checkout checkout, std::unique_ptr<PrivateCopy> copy, CopyTree tree)
      : checkout_(std::move(checkout)), copy_(std::move(copy)), tree_(std::move(tree)) {}

  const Tree& tree() const override { return tree_; }
  Result<Rehearsal> rehearse(const Patch& patch, const Command& command) override;
  Result<ToolRun> run(const Patch& patch, const Command& tool) override;

  // Chooses what the sandbox sees and tries it out.
  Result<void> prepare(const WorkspaceSettings& settings);

 private:
  void plan_layers(WorkspaceSettings::Layering layering);
  Result<std::unique_ptr<Stage>> build_stage(const Limits& limits);
  Result<void> furnish(const Stage& stage, const Patch& patch);
  Result<void> fill_copies(const Stage& stage);
  Result<Rehearsal> perform(Stage& stage, const Command& command);
  SandboxPlan sandbox_plan(const Command& command) const;

  Checkout checkout_;
  std::unique_ptr<PrivateCopy> copy_;
  CopyTree tree_;
  std::string bubblewrap_;
  std::vector<std::string> environment_;
  std::vector<View> views_;
  std::vector<Layer> layers_;
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

Result<void> write_patch(int folder, const Patch& patch) {
  for (const auto& change : patch.changes) {
    if (change.after) {
      TRY(write_beneath(folder, change.path, *change.after, change.executable_after ? 0755 : 0644));
    } else {
      TRY(remove_beneath(folder, change.path));
    }
  }
  return {};
}

Result<void> BubblewrapWorkspace::prepare(const WorkspaceSettings& settings) {
  auto environment = sandbox_environment(settings.environment, settings.more_variables);
  const char* home = value_of(settings.environment, "HOME");
  environment.values.try_emplace("PATH", "/usr/local/bin:/usr/bin:/bin");
  views_ = choose_views(environment.values, {home ? home : "/nonexistent", sandbox_home, checkout_.top});
  environment.values["HOME"] = sandbox_home;
  for (const auto& [name, value] : environment.values) environment_.push_back(name + "=" + value);
  bubblewrap_ = find_program("bwrap", "/usr/bin:/usr/local/bin:" + environment.values["PATH"]);
  if (bubblewrap_.empty()) return no_sandbox("bubblewrap is not installed");
  plan_layers(settings.layering);
  const auto tried = rehearse({}, {"exit 42", {}, Network::none});
  if (tried && tried->exit == 42) return {};
  return no_sandbox(tried ? printable(tried->output) : tried.error().message);
}

void BubblewrapWorkspace::plan_layers(WorkspaceSettings::Layering layering) {
  const bool copied = layering == WorkspaceSettings::Layering::copies;
  Layer repository{{{copy_->folder()}, copied}};
  if (!copy_->dependencies().empty()) {
    repository.layers.lower.push_back(copy_->mask());
    repository.layers.lower.push_back(checkout_.top);
  }
  layers_.push_back(std::move(repository));
  for (std::size_t i = 0; i < views_.size(); ++i) {
    View& view = views_[i];
    if (view.how != View::How::written) continue;
    if (!view.source.empty()) {
      layers_.push_back({{{view.source}, copied}, i});
      continue;
    }
    // A cache that is not there yet: where it lies in something read-only, its place must be made there.
    layers_.push_back({{{}, true}, i});
    const auto parent = std::find_if(views_.rbegin(), views_.rend(), [&](const View& other) {
      return other.how == View::How::read_only && lies_in(view.path, other.path);
    });
    if (parent == views_.rend() || copied) continue;
    const auto index = static_cast<std::size_t>(std::distance(parent, views_.rend()) - 1);
    const auto place = view.path.substr(parent->path.size() + 1);
    const auto found =
        std::find_if(layers_.begin() + 1, layers_.end(), [&](const Layer& l) { return l.view == index; });
    if (found != layers_.end()) {
      found->make.push_back(place);
    } else {
      layers_.push_back({{{parent->source}, false}, index, {place}});
    }
  }
}

// Where a layer cannot be laid over, it is copied from then on.
Result<std::unique_ptr<Stage>> BubblewrapWorkspace::build_stage(const Limits& limits) {
  for (;;) {
    StagePlan plan{copy_->stage(), limits.disk_mb, {}};
    for (const auto& layer : layers_) plan.layers.push_back(layer.layers);
    auto stage = Stage::build(plan);
    if (stage) return std::move(*stage);
    const std::size_t failed = stage.error().layer;
    if (failed >= layers_.size() || layers_[failed].layers.copied) {
      return tl::unexpected(std::move(stage.error().error));
    }
    layers_[failed].layers.copied = true;
  }
}

Result<void> BubblewrapWorkspace::fill_copies(const Stage& stage) {
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const auto& layers = layers_[i].layers;
    if (!layers.copied || layers.lower.empty()) continue;
    const Fd to = TRY(open_in(stage.folder(), layer_name('m', i)));
    const Fd from = TRY(open_folder(layers.lower.front()));
    TRY(copy_tree(from.get(), to.get(), i == 0 ? repository_limits : cache_limits));
    if (i > 0) continue;
    for (const auto& path : copy_->dependencies()) {
      const Fd parent = TRY(open_parent(to.get(), path + "/x", Missing::create));
      const Fd source = TRY(open_folder(checkout_.top + "/" + path));
      TRY(copy_tree(source.get(), parent.get(), repository_limits));
    }
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
    plan.view_sources.push_back(view.how == View::How::hidden ? "/dev/null" : view.source);
  for (std::size_t i = 1; i < layers_.size(); ++i) {
    plan.view_sources[layers_[i].view] = copy_->stage() + "/" + layer_name('m', i);
  }
  return plan;
}

Result<Rehearsal> BubblewrapWorkspace::perform(Stage& stage, const Command& command) {
  auto [output, output_end] = TRY(make_pipe());
  auto [status, status_end] = TRY(make_pipe());
  const Fd filter = TRY(system_call_filter());
  const Fd proc = TRY(open_in(stage.folder(), "proc"));
  TRY(stage.start({bubblewrap_arguments(sandbox_plan(command), command.line), environment_, command.limits.disk_mb,
                   output_end.get(), status_end.get(), filter.get()}));
  output_end.reset();
  status_end.reset();
  Watched watched;
  watched.output = output.get();
  watched.process_fd = stage.process_fd();
  watched.usage = [&] { return usage_of(proc.get(), stage.folder()); };
  watched.exact_memory = [&] { return exact_memory_of(proc.get()); };
  watched.kill_all = [&] { stage.end(); };
  Seen seen = watch(watched, command.limits);
  const int ended = stage.wait();
  Rehearsal rehearsal{command.line, seen.end, 0, std::move(seen.output), seen.seconds};
  rehearsal.exit = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
  const auto said = read_all(status.get(), status_bytes_max);
  const bool ran = said && contains(*said, "exit-code");
  if (rehearsal.end == Rehearsal::End::exited && !ran && WIFEXITED(ended)) {
    return fail(ErrorKind::denied, "the sandbox could not be made: " + printable(trim(rehearsal.output)));
  }
  if (rehearsal.end == Rehearsal::End::exited && usage_of(proc.get(), stage.folder()).disk_full &&
      rehearsal.exit != 0) {
    rehearsal.end = Rehearsal::End::disk;
  }
  return rehearsal;
}

Result<Rehearsal> BubblewrapWorkspace::rehearse(const Patch& patch, const Command& command) {
  const auto stage = TRY(build_stage(command.limits));
  TRY(furnish(*stage, patch));
  return perform(*stage, command);
}

Result<Workspace::ToolRun> BubblewrapWorkspace::run(const Patch& patch, const Command& tool) {
  const auto stage = TRY(build_stage(tool.limits));
  TRY(furnish(*stage, patch));
  ToolRun result;
  result.ended = TRY(perform(*stage, tool));
  const Fd now = TRY(open_in(stage->folder(), "m0"));
  const Fd written = TRY(open_in(stage->folder(), layers_[0].layers.copied ? "m0" : "u0"));
  const PatchedTree before(tree_, patch);
  result.changes = TRY(find_changes({now.get(), written.get(), copy_->folder(), copy_->dependencies()}, before));
  return result;
}

Result<std::vector<std::string>> borrowed_folders(const Checkout& checkout, WorkspaceSettings::Isolation isolation) {
  std::vector<std::string> folders = object_folders(checkout);
  if (isolation == WorkspaceSettings::Isolation::none) return folders;
  for (std::size_t i = 0; i < folders.size(); ++i) folders[i] = object_folder(i);
  return folders;
}

}  // namespace

Result<std::unique_ptr<Workspace>> open_workspace(const std::string& repository, WorkspaceSettings settings) {
  Checkout checkout = TRY(read_checkout(repository));
  const auto borrowed = TRY(borrowed_folders(checkout, settings.isolation));
  auto copy = TRY(PrivateCopy::make(checkout, settings.state_folder, borrowed));
  auto tree = TRY(CopyTree::open(copy->folder(), copy->files()));
  auto workspace = std::make_unique<BubblewrapWorkspace>(std::move(checkout), std::move(copy), std::move(tree));
  TRY(workspace->prepare(settings));
  return std::unique_ptr<Workspace>(std::move(workspace));
}

}  // namespace regreen
