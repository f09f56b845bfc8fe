#include "adapters/bubblewrap/watch.h"

#include "base/text.h"
#include "os/beneath.h"
#include "os/clipped.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/statvfs.h>

namespace regreen {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr double look_every_s = 0.05;              // a fork bomb makes some hundred processes in this time
constexpr double drain_s_max = 2;                  // for what was written before the end and not read yet
constexpr std::uint64_t output_factor_max = 64;    // so many times the kept output may be written …
constexpr std::uint64_t output_kb_least = 1024;    // … of at least this
constexpr std::uint64_t full_below_bytes = 32768;  // free, and the disk is full

std::string read_proc(int proc, const std::string& path) {
  const Fd file(openat(proc, path.c_str(), O_RDONLY | O_CLOEXEC));
  std::array<char, 4096> text;
  const ssize_t count = file ? read(file.get(), text.data(), text.size()) : 0;
  return {text.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
}

// The number after `label` in a text of "Label:   123 kB" lines.
std::uint64_t kilobytes(std::string_view text, std::string_view label) {
  const auto at = text.find(label);
  if (at == std::string_view::npos) return 0;
  text = trim(text.substr(at + label.size()));
  return static_cast<std::uint64_t>(parse_number(text.substr(0, text.find(' '))).value_or(0));
}

// False at the end of the stream.
bool read_some(int stream, Clipped& output) {
  // Aligned, since mold 1.10 cannot protect a program whose thread storage ends up right before a page.
  alignas(64) static thread_local std::array<char, 64 * 1024> chunk;
  const ssize_t count = read(stream, chunk.data(), chunk.size());
  if (count > 0) output.append({chunk.data(), static_cast<std::size_t>(count)});
  return count > 0 || (count < 0 && errno == EINTR);
}

// "total resident shared …", in pages.
std::uint64_t resident_bytes(int proc, const std::string& process) {
  static const auto page_bytes = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  const std::string memory = read_proc(proc, process + "/statm");
  const auto fields = split(memory, ' ');
  if (fields.size() < 2) return 0;
  return static_cast<std::uint64_t>(parse_number(fields[1]).value_or(0)) * page_bytes;
}

std::optional<Rehearsal::End> exceeded(const Watched& watched, const Limits& limits) {
  const ResourceUsage usage = watched.usage();
  if (usage.processes > limits.processes) return Rehearsal::End::processes;
  if (usage.disk_full) return Rehearsal::End::disk;
  const std::uint64_t memory_max = limits.memory_mb << 20;
  if (usage.memory_bytes > memory_max && watched.exact_memory() > memory_max) return Rehearsal::End::memory;
  return std::nullopt;
}

}  // namespace

Observed watch(const Watched& watched, const Limits& limits) {
  const auto start = SteadyClock::now();
  const auto passed = [&] { return std::chrono::duration<double>(SteadyClock::now() - start).count(); };
  Clipped output(limits.output_kb << 10);
  Observed seen;
  bool open = true;
  std::optional<double> ended_s;
  const auto end_it = [&](Rehearsal::End why) {
    watched.kill_all();  // also when it ended by itself: what it left running holds the output
    seen.end = why;
    ended_s = passed();
  };
  const std::uint64_t output_max = (std::max(limits.output_kb, output_kb_least) << 10) * output_factor_max;
  double look_next_s = 0.01;
  while (!ended_s || (open && passed() < *ended_s + drain_s_max)) {
    std::array<pollfd, 2> both = {pollfd{open ? watched.output : -1, POLLIN, 0},
                                  pollfd{ended_s ? -1 : watched.process_fd, POLLIN, 0}};
    poll(both.data(), both.size(), static_cast<int>(look_every_s * 1000));
    if (both[0].revents) open = read_some(watched.output, output);
    if (ended_s) continue;
    if (both[1].revents) {
      end_it(Rehearsal::End::exited);
    } else if (passed() > limits.time_s) {
      end_it(Rehearsal::End::timed_out);
    } else if (output.seen() > output_max) {
      end_it(Rehearsal::End::output);
    } else if (passed() > look_next_s) {
      look_next_s = passed() + look_every_s;
      if (const auto why = exceeded(watched, limits)) end_it(*why);
    }
  }
  seen.seconds = *ended_s;
  seen.output = output.text();
  return seen;
}

std::vector<std::string> processes_in(int proc) {
  std::vector<std::string> numbers;
  const int own = openat(proc, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR* stream = own < 0 ? nullptr : fdopendir(own);
  if (!stream) return numbers;
  while (const dirent* entry = readdir(stream)) {
    if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9') numbers.emplace_back(entry->d_name);
  }
  closedir(stream);
  return numbers;
}

ResourceUsage usage_of(int proc, const std::vector<std::string>& processes) {
  ResourceUsage usage;
  for (const auto& number : processes) usage.memory_bytes += resident_bytes(proc, number);
  usage.processes = processes.size();
  return usage;
}

std::uint64_t exact_memory_of(int proc, const std::vector<std::string>& processes) {
  std::uint64_t sum = 0;
  for (const auto& number : processes) {
    const std::uint64_t shared_kb = kilobytes(read_proc(proc, number + "/smaps_rollup"), "\nPss:");
    // Not readable (another user's): as if it shared nothing.
    sum += shared_kb > 0 ? shared_kb << 10 : resident_bytes(proc, number);
  }
  return sum;
}

bool is_disk_full(int file) {
  struct statvfs left {};
  if (fstatvfs(file, &left) != 0) return false;
  return left.f_bavail * left.f_frsize < full_below_bytes || left.f_favail < 4;
}

}  // namespace regreen
