// How a stage comes to be. A process is cloned into new mount and process namespaces (and, where we are not root, a
// user namespace that gives it the right to mount). Between clone and exec it may not allocate memory, since another
// thread of ours may have held the heap's lock; so everything it does is prepared as a list of system calls. What
// needs more than that, the parent does through the descriptor of the stage's top folder, which the process sends it:
// files may be read and written through it though the mounts below it exist in the other namespace only.
//
//   parent                              process (pid 1 of its namespace)
//   clone ────────────────────────────► mounts: memory disk, layers, proc
//   folder of the stage ◄────────────── sends it, or the step that failed
//   writes patches, /etc, copies …      waits
//   paths to execute ─────────────────► limits, streams, exec

#include "adapters/bubblewrap/stage.h"

#include "adapters/bubblewrap/stage_steps.h"
#include "os/fd_message.h"
#include "os/program.h"
#include "os/system_error.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace regreen {
namespace {

// In the process: only system calls.

// What the process tells: the number of the step that failed and why; step -1 with the folder when all is done.
struct Told {
  long step = -1;
  int number = 0;
};

void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(static_cast<__rlimit_resource_t>(what), &both);
}

void limit_process(std::uint64_t file_mb, Urgency urgency) {
  constexpr int nicer = 10;  // by this a process gets a tenth of what one without it gets beside it
  if (urgency == Urgency::spare) [[maybe_unused]]
    const int now = nice(nicer);
  limit(RLIMIT_FSIZE, file_mb << 20);
  limit(RLIMIT_CORE, 1);  // not 0: only 1 also keeps a program that collects core dumps from being started
  const int score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (score >= 0) {
    [[maybe_unused]] const auto told = write(score, "500", 3);  // when memory ends, it is not the user's editor
    close(score);
  }
}

// What our other threads have open, the ends of their pipes above all, is none of its business.
void close_all_but(int file) {
  if (file > 3) syscall(SYS_close_range, 3u, static_cast<unsigned>(file) - 1, 0u);
  syscall(SYS_close_range, static_cast<unsigned>(file) + 1, ~0u, 0u);
}

void close_other_files() {
  if (syscall(SYS_close_range, 5u, ~0u, CLOSE_RANGE_CLOEXEC) == 0) return;
  for (int file = 5; file < 1024; ++file) fcntl(file, F_SETFD, FD_CLOEXEC);
}

}  // namespace

// Sent as its bytes: parent and process are the same program, and the process has the parent's memory as of the clone.
struct Orders {
  std::uint64_t file_mb = 0;
  Urgency urgency = Urgency::now;
  std::size_t arguments = 0;
  std::size_t environment = 0;
  std::size_t bytes = 0;
};

namespace {

constexpr std::size_t texts_bytes_max = 1 << 20;
constexpr std::size_t texts_max = 8192;

// Where the process receives what to become; reserved before the clone.
struct Inbox {
  std::vector<char> texts = std::vector<char>(texts_bytes_max);
  std::vector<char*> pointers = std::vector<char*>(texts_max);
};

bool receive_all(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = read(socket, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

[[noreturn]] void become(int socket, Inbox& inbox) {
  Orders orders;
  std::array<int, 3> streams = {-1, -1, -1};  // output, status, filter
  const ssize_t length = receive_message(socket, &orders, sizeof orders, streams.data(), streams.size());
  if (length != sizeof orders || !receive_all(socket, inbox.texts.data(), orders.bytes)) _exit(1);
  char* text = inbox.texts.data();
  for (std::size_t i = 0, slot = 0; i < orders.arguments + orders.environment; ++i, ++slot) {
    if (i == orders.arguments) inbox.pointers[slot++] = nullptr;
    inbox.pointers[slot] = text;
    text += std::strlen(text) + 1;
  }
  inbox.pointers[orders.arguments + orders.environment + 1] = nullptr;
  for (int& stream : streams) stream = fcntl(stream, F_DUPFD_CLOEXEC, 10);  // out of the way of the numbers below
  const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(nothing, 0);
  dup2(streams[0], 1);
  dup2(streams[0], 2);
  dup2(streams[1], 3);
  dup2(streams[2], 4);
  close_other_files();
  limit_process(orders.file_mb, orders.urgency);
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execve(inbox.pointers[0], inbox.pointers.data(), inbox.pointers.data() + orders.arguments + 1);
  _exit(127);
}

[[noreturn]] void run_process(const std::vector<StageStep>& steps, int socket, Inbox& inbox) {
  close_all_but(socket);
  Told told;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (take_step(steps[i])) continue;
    told = {static_cast<long>(i), errno};
    send_message(socket, &told, sizeof told, nullptr, 0);
    _exit(1);
  }
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // after the user namespace, whose making takes it back
  const int folder = open(".", O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0 || !send_message(socket, &told, sizeof told, &folder, 1)) _exit(1);
  become(socket, inbox);
}

// A fork into namespaces. The descriptor of the process comes with it.
pid_t clone_process(Namespace user, int& process_fd) {
  unsigned long flags = CLONE_NEWNS | CLONE_NEWPID | CLONE_PIDFD | SIGCHLD;
  if (user == Namespace::yes) flags |= CLONE_NEWUSER;
  return static_cast<pid_t>(syscall(SYS_clone, flags, nullptr, &process_fd, nullptr, nullptr));
}

}  // namespace

tl::expected<std::unique_ptr<Stage>, Stage::Trouble> Stage::build(const StagePlan& plan) {
  const auto trouble = [](Error error, std::size_t layer = Trouble::none) {
    return tl::unexpected<Trouble>(Trouble{std::move(error), layer});
  };
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return trouble(system_error("making a socket", errno));
  }
  std::unique_ptr<Stage> stage(new Stage);
  stage->socket_ = Fd(ends[0]);
  const Fd theirs(ends[1]);
  Inbox inbox;
  std::vector<StageStep> steps;
  int process_fd = -1;
  for (const auto user : {Namespace::no, Namespace::yes}) {  // the first needs root
    steps = steps_for(plan, user);
    stage->process_ = clone_process(user, process_fd);
    if (stage->process_ == 0) {
      close(stage->socket_.get());  // else it would never see that we are gone
      run_process(steps, theirs.get(), inbox);
    }
    if (stage->process_ > 0 || errno != EPERM) break;
  }
  if (stage->process_ < 0) return trouble(system_error("making namespaces", errno));
  stage->process_fd_ = Fd(process_fd);
  const_cast<Fd&>(theirs).reset();
  Told told;
  int folder = -1;
  if (receive_message(stage->socket_.get(), &told, sizeof told, &folder, 1) != sizeof told) {
    return trouble({ErrorKind::internal, "the stage's process died"});
  }
  stage->folder_ = Fd(folder);
  if (told.step < 0) return stage;
  const StageStep& failed = steps[static_cast<std::size_t>(told.step)];
  return trouble(system_error(describe(failed), told.number), failed.layer);
}

Stage::~Stage() { end(); }

Result<void> Stage::start(const Launch& launch) {
  Orders orders;
  std::string texts;
  for (const auto* list : {&launch.arguments, &launch.environment}) {
    for (const auto& text : *list) texts.append(text.c_str(), text.size() + 1);
  }
  orders.file_mb = launch.file_mb;
  orders.urgency = launch.urgency;
  orders.arguments = launch.arguments.size();
  orders.environment = launch.environment.size();
  orders.bytes = texts.size();
  if (texts.size() > texts_bytes_max || orders.arguments + orders.environment + 2 > texts_max) {
    return fail(ErrorKind::invalid, "command line and environment are too long");
  }
  const std::array<int, 3> streams = {launch.output, launch.status, launch.filter};
  if (!send_message(socket_.get(), &orders, sizeof orders, streams.data(), streams.size())) {
    return fail_errno("starting the sandbox");
  }
  std::string_view rest = texts;
  while (!rest.empty()) {
    const ssize_t count = send(socket_.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail_errno("starting the sandbox");
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

int Stage::wait() {
  if (process_ < 0) return status_;
  while (waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  return status_;
}

void Stage::kill() const { syscall(SYS_pidfd_send_signal, process_fd_.get(), SIGKILL, nullptr, 0u); }

int Stage::end() {
  if (process_ > 0) ::kill(process_, SIGKILL);
  return wait();
}

}  // namespace regreen
