#include "adapters/bubblewrap/unsafe.h"

#include "adapters/bubblewrap/changes.h"
#include "adapters/bubblewrap/commit.h"
#include "adapters/bubblewrap/watch.h"
#include "adapters/bubblewrap/write_patch.h"
#include "base/text.h"
#include "os/beneath.h"
#include "os/copy.h"
#include "os/file.h"
#include "os/folder.h"
#include "os/system_error.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace regreen {
namespace {

constexpr CopyLimits copy_limits = {8ULL << 30, 2'000'000};
constexpr std::size_t environment_bytes_max = 2 << 20;  // as the kernel limits it

// A folder for one run: repo, home and tmp.
class RunFolder {
 public:
  static Result<RunFolder> make(const std::string& parent) {
    RunFolder folder(TRY(make_fresh_folder(parent, "run-")));
    for (const char* part : {"/repo", "/home", "/tmp"}) TRY(make_folders(folder.path_ + part));
    return folder;
  }
  RunFolder(RunFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  RunFolder& operator=(RunFolder&&) = delete;
  ~RunFolder() {
    if (!path_.empty()) std::ignore = remove_tree(path_);
  }
  const std::string& path() const { return path_; }

 private:
  explicit RunFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

// A shell and everything that it starts, found by a variable that they inherit.
class Family {
 public:
  explicit Family(std::string marker)
      : marker_(std::move(marker)), proc_(open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC)) {}
  Family(const Family&) = delete;
  Family& operator=(const Family&) = delete;
  ~Family() { end(); }

  Result<void> start(const std::string& line, const std::string& folder, std::vector<std::string> environment,
                     const Limits& limits, int output);
  std::vector<std::string> members() const;
  void end();

  int proc() const { return proc_.get(); }
  int leader_fd() const { return leader_fd_.get(); }
  int exit() const { return WIFSIGNALED(status_) ? 128 + WTERMSIG(status_) : WEXITSTATUS(status_); }

 private:
  std::string marker_;
  Fd proc_;
  Fd leader_fd_;
  pid_t leader_ = -1;
  int status_ = 0;
};

[[noreturn]] void become_shell(char** arguments, char** environment, const char* folder, int output,
                               rlim_t file_bytes) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setsid();
  const rlimit files{file_bytes, file_bytes};
  const rlimit cores{1, 1};
  setrlimit(RLIMIT_FSIZE, &files);
  setrlimit(RLIMIT_CORE, &cores);
  dup2(open("/dev/null", O_RDONLY | O_CLOEXEC), 0);
  dup2(output, 1);
  dup2(output, 2);
  signal(SIGPIPE, SIG_DFL);
  if (chdir(folder) == 0) execve(arguments[0], arguments, environment);
  _exit(127);
}

Result<void> Family::start(const std::string& line, const std::string& folder, std::vector<std::string> environment,
                           const Limits& limits, int output) {
  environment.push_back(marker_);
  std::vector<std::string> texts = {"/bin/bash", "-c", line};
  std::vector<char*> arguments;
  std::vector<char*> variables;
  for (auto& text : texts) arguments.push_back(text.data());
  for (auto& text : environment) variables.push_back(text.data());
  arguments.push_back(nullptr);
  variables.push_back(nullptr);
  leader_ = fork();
  if (leader_ < 0) return fail_errno("starting bash");
  if (leader_ == 0) {
    become_shell(arguments.data(), variables.data(), folder.c_str(), output, limits.disk_mb << 20);
  }
  leader_fd_ = Fd(static_cast<int>(syscall(SYS_pidfd_open, leader_, 0)));
  if (!leader_fd_) return fail_errno("watching bash");
  return {};
}

std::vector<std::string> Family::members() const {
  std::vector<std::string> found;
  for (auto& process : processes_in(proc_.get())) {
    const Fd file(openat(proc_.get(), (process + "/environ").c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) continue;
    const auto variables = read_all(file.get(), environment_bytes_max);
    if (variables && contains(*variables, marker_)) found.push_back(std::move(process));
  }
  return found;
}

void Family::end() {
  if (leader_ < 0) return;
  kill(-leader_, SIGKILL);
  kill(leader_, SIGKILL);
  while (waitpid(leader_, &status_, 0) < 0 && errno == EINTR) {
  }
  leader_ = -1;
  // Whoever left the session; again until nobody is left, since they may be starting others.
  for (auto left = members(); !left.empty(); left = members()) {
    for (const auto& process : left) kill(static_cast<pid_t>(parse_number(process).value_or(0)), SIGKILL);
    usleep(1000);
  }
}

class UnsafeWorkspace final : public Workspace {
 public:
  UnsafeWorkspace(Checkout checkout, std::unique_ptr<PrivateCopy> copy, CopyTree tree,
                  std::vector<std::string> environment)
      : checkout_(std::move(checkout)),
        copy_(std::move(copy)),
        tree_(std::move(tree)),
        environment_(std::move(environment)) {}

  const Tree& tree() const override { return tree_; }
  const LastCommit& last_commit() const override { return checkout_.last_commit; }

  // They share the machine: ports, folders, everything.
  bool is_private(const Command&) const override { return false; }

  Result<Rehearsal> rehearse(const Patch& patch, const Command& command, const std::stop_token&) override {
    const auto folder = TRY(prepare(patch));
    Command committed = command;
    committed.line = commit_first(patch) + command.line;
    Rehearsal rehearsal = TRY(perform(folder.path(), committed));
    rehearsal.command = command.line;
    return rehearsal;
  }

  Result<ToolRun> run(const Patch& patch, const Command& tool, const std::stop_token&) override {
    const auto folder = TRY(prepare(patch));
    ToolRun result;
    result.ended = TRY(perform(folder.path(), tool));
    const Fd now = TRY(open_folder(folder.path() + "/repo"));
    const PatchedTree before(tree_, patch);
    result.changes = TRY(find_changes({now.get(), now.get(), copy_->folder(), copy_->dependencies()}, before));
    return result;
  }

 private:
  Result<RunFolder> prepare(const Patch& patch);
  Result<Rehearsal> perform(const std::string& folder, const Command& command);

  Checkout checkout_;
  std::unique_ptr<PrivateCopy> copy_;
  CopyTree tree_;
  std::vector<std::string> environment_;
};

Result<RunFolder> UnsafeWorkspace::prepare(const Patch& patch) {
  RunFolder folder = TRY(RunFolder::make(copy_->root()));
  const Fd from = TRY(open_folder(copy_->folder()));
  const Fd to = TRY(open_folder(folder.path() + "/repo"));
  TRY(copy_tree(from.get(), to.get(), copy_limits));
  TRY(copy_dependencies(checkout_, copy_->dependencies(), to.get()));
  TRY(write_patch(to.get(), patch));
  return folder;
}

Result<Rehearsal> UnsafeWorkspace::perform(const std::string& folder, const Command& command) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail_errno("making a pipe");
  const Fd output(ends[0]);
  Fd output_end(ends[1]);
  auto environment = environment_;
  environment.push_back("HOME=" + folder + "/home");
  environment.push_back("TMPDIR=" + folder + "/tmp");
  Family family("REGREEN_RUN=" + folder);
  TRY(family.start(command.line, folder + "/repo", std::move(environment), command.limits, output_end.get()));
  output_end.reset();
  Watched watched;
  watched.output = output.get();
  watched.process_fd = family.leader_fd();
  watched.usage = [&] { return usage_of(family.proc(), family.members()); };
  watched.exact_memory = [&] { return exact_memory_of(family.proc(), family.members()); };
  watched.kill_all = [&] { family.end(); };
  Observed seen = watch(watched, command.limits);
  return Rehearsal{command.line, seen.end,         family.exit(), std::move(seen.output),
                   seen.seconds, folder + "/repo", "none"};
}

}  // namespace

std::unique_ptr<Workspace> make_unsafe_workspace(Checkout checkout, std::unique_ptr<PrivateCopy> copy, CopyTree tree,
                                                 std::vector<std::string> environment) {
  return std::make_unique<UnsafeWorkspace>(std::move(checkout), std::move(copy), std::move(tree),
                                           std::move(environment));
}

}  // namespace regreen
