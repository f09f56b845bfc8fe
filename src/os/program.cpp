#include "os/program.h"

#include "base/text.h"
#include "os/clipped.h"
#include "os/fd.h"
#include "os/system_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace regreen {
namespace {

using SteadyClock = std::chrono::steady_clock;

struct Pipe {
  Fd read;
  Fd write;
};

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail_errno("making a pipe");
  return Pipe{Fd(ends[0]), Fd(ends[1])};
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (const auto& text : texts) result.push_back(const_cast<char*>(text.c_str()));
  result.push_back(nullptr);
  return result;
}

// Everything that the child needs, made before the fork: between fork and exec no memory may be allocated.
struct Launch {
  std::string path;
  std::vector<char*> arguments;
  std::vector<char*> environment;
  const char* folder;
  int signal_if_we_die;
  Pipe input, output, errors, trouble;
};

[[noreturn]] void become(const Launch& launch) {
  prctl(PR_SET_PDEATHSIG, launch.signal_if_we_die);
  setsid();
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  dup2(launch.input.read.get(), 0);
  dup2(launch.output.write.get(), 1);
  dup2(launch.errors.write.get(), 2);
  if (!launch.folder || chdir(launch.folder) == 0) {
    execve(launch.path.c_str(), launch.arguments.data(), launch.environment.data());
  }
  const int number = errno;
  [[maybe_unused]] const auto told = write(launch.trouble.write.get(), &number, sizeof number);
  _exit(127);
}

// Feeds and drains the three streams until the outputs end or the time is up.
class Streams {
 public:
  Streams(Launch& launch, const Program& program)
      : launch_(launch), input_(program.input), output(program.output_bytes), errors(program.output_bytes) {
    fcntl(launch.input.write.get(), F_SETFL, O_NONBLOCK);
    if (input_.empty()) launch_.input.write.reset();
  }

  /// False once both outputs have ended.
  bool step(int wait_ms) {
    std::array<pollfd, 3> watched = {pollfd{launch_.input.write.get(), POLLOUT, 0},
                                     pollfd{launch_.output.read.get(), POLLIN, 0},
                                     pollfd{launch_.errors.read.get(), POLLIN, 0}};
    if (poll(watched.data(), watched.size(), wait_ms) > 0) {
      if (watched[0].revents) feed();
      if (watched[1].revents) drain(launch_.output.read, output);
      if (watched[2].revents) drain(launch_.errors.read, errors);
    }
    return launch_.output.read || launch_.errors.read;
  }

 private:
  void feed() {
    const ssize_t count = write(launch_.input.write.get(), input_.data(), input_.size());
    if (count > 0) input_.remove_prefix(static_cast<std::size_t>(count));
    if ((count < 0 && errno != EAGAIN && errno != EINTR) || input_.empty()) launch_.input.write.reset();
  }

  static void drain(Fd& from, Clipped& to) {
    std::array<char, 64 * 1024> chunk;
    const ssize_t count = read(from.get(), chunk.data(), chunk.size());
    if (count > 0) to.append({chunk.data(), static_cast<std::size_t>(count)});
    if (count == 0 || (count < 0 && errno != EINTR)) from.reset();
  }

  Launch& launch_;
  std::string_view input_;

 public:
  Clipped output;
  Clipped errors;
};

// SIGPIPE would end us when the child does not read its input.
class NoBrokenPipe {
 public:
  NoBrokenPipe() {
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before_);
  }
  ~NoBrokenPipe() {
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    const timespec at_once{};
    if (!sigismember(&before_, SIGPIPE)) sigtimedwait(&pipe, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t before_;
};

int exit_of(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

Result<Ended> attend(pid_t child, Launch& launch, const Program& program) {
  const auto start = SteadyClock::now();
  const auto passed = [&] { return std::chrono::duration<double>(SteadyClock::now() - start).count(); };
  const NoBrokenPipe guard;
  Streams streams(launch, program);
  Ended ended;
  int status = 0;
  bool gone = false;
  for (bool open = true; open || !gone;) {
    if (passed() > program.time_s && !ended.timed_out) {
      ended.timed_out = true;
      kill(-child, SIGKILL);
      kill(child, SIGKILL);
    }
    open = streams.step(open ? (gone ? 0 : 20) : 1) && !(ended.timed_out && gone);
    if (!gone && waitpid(child, &status, WNOHANG) == child) {
      gone = true;
      kill(-child, SIGKILL);  // whoever of its group is left holds the streams open
    }
  }
  ended.exit = exit_of(status);
  ended.clipped = streams.output.seen() > program.output_bytes || streams.errors.seen() > program.output_bytes;
  ended.output = streams.output.text();
  ended.errors = streams.errors.text();
  ended.seconds = passed();
  return ended;
}

}  // namespace

Result<Ended> run(const Program& program) {
  const char* search = std::getenv("PATH");
  Launch launch;
  launch.path = find_program(program.arguments.front(), search ? search : "/usr/local/bin:/usr/bin:/bin");
  if (launch.path.empty()) return fail(ErrorKind::not_found, program.arguments.front() + " is not installed");
  launch.arguments = pointers(program.arguments);
  launch.environment = pointers(program.environment);
  launch.folder = program.folder.empty() ? nullptr : program.folder.c_str();
  launch.signal_if_we_die = program.signal_if_we_die;
  launch.input = TRY(make_pipe());
  launch.output = TRY(make_pipe());
  launch.errors = TRY(make_pipe());
  launch.trouble = TRY(make_pipe());
  const pid_t child = fork();
  if (child < 0) return fail_errno("starting " + launch.path);
  if (child == 0) become(launch);
  launch.input.read.reset();
  launch.output.write.reset();
  launch.errors.write.reset();
  launch.trouble.write.reset();
  int number = 0;
  if (read(launch.trouble.read.get(), &number, sizeof number) == sizeof number) {
    waitpid(child, nullptr, 0);
    return tl::unexpected(system_error("starting " + launch.path, number));
  }
  return attend(child, launch, program);
}

std::vector<std::string> own_environment() {
  std::vector<std::string> result;
  for (char** entry = environ; *entry; ++entry) result.emplace_back(*entry);
  return result;
}

const char* value_of(const std::vector<std::string>& environment, std::string_view name) {
  for (const auto& entry : environment) {
    if (entry.starts_with(name) && entry.size() > name.size() && entry[name.size()] == '=') {
      return entry.c_str() + name.size() + 1;
    }
  }
  return nullptr;
}

std::string find_program(const std::string& name, std::string_view path) {
  if (contains(name, "/")) return name;
  for (const auto folder : split(path, ':')) {
    if (folder.empty() || folder.front() != '/') continue;  // a relative folder may be anyone's
    std::string candidate = std::string(folder) + "/" + name;
    if (access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return {};
}

}  // namespace regreen
