#include "adapters/bubblewrap/stage_steps.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace regreen {
namespace {

StageStep mount_step(std::string source, std::string path, std::string type, unsigned long flags,
                     std::string options = {}) {
  return {StageStep::Kind::mount, std::move(path), std::move(source), std::move(type), flags, std::move(options)};
}

StageStep folder_step(std::string path, mode_t mode = 0755) {
  StageStep step{StageStep::Kind::make_folder, std::move(path)};
  step.mode = mode;
  return step;
}

StageStep file_step(std::string path, std::string text) {
  StageStep step{StageStep::Kind::write_file, std::move(path)};
  step.text = std::move(text);
  return step;
}

// Our user is root in the namespace: bubblewrap makes him himself again.
void add_user(std::vector<StageStep>& steps) {
  steps.push_back(file_step("/proc/self/setgroups", "deny"));
  steps.push_back(file_step("/proc/self/uid_map", "0 " + std::to_string(geteuid()) + " 1"));
  steps.push_back(file_step("/proc/self/gid_map", "0 " + std::to_string(getegid()) + " 1"));
}

// Lower folders are bound to plain relative names first: their own may hold ':' and ',', which mean something here.
void add_layers(std::vector<StageStep>& steps, const StagePlan& plan, std::size_t i, Namespace user) {
  const auto& layers = plan.layers[i];
  const std::string number = std::to_string(i);
  const std::size_t first = steps.size();
  steps.push_back(folder_step("m" + number));
  if (!layers.copied) {
    std::string lower;
    for (std::size_t part = 0; part < layers.lower.size(); ++part) {
      const std::string name = "l" + number + "." + std::to_string(part);
      steps.push_back(folder_step(name));
      steps.push_back(mount_step(layers.lower[part], name, "", MS_BIND | MS_REC));
      lower += (lower.empty() ? "" : ":") + name;
    }
    steps.push_back(folder_step("u" + number));
    steps.push_back(folder_step("w" + number));
    const std::string options = "lowerdir=" + lower + ",upperdir=u" + number + ",workdir=w" + number;
    // redirect_dir lets a folder of a lower layer be renamed; an ordinary user has to do without.
    const std::string more = user == Namespace::yes ? "userxattr," : "redirect_dir=on,";
    steps.push_back(mount_step("overlay", "m" + number, "overlay", MS_NOSUID | MS_NODEV, more + options));
  }
  for (std::size_t step = first; step < steps.size(); ++step) steps[step].layer = i;
}

bool write_text(const StageStep& step) {
  const int file = open(step.path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool written = write(file, step.text.data(), step.text.size()) == static_cast<ssize_t>(step.text.size());
  const int number = errno;
  close(file);
  errno = number;
  return written;
}

}  // namespace

std::vector<StageStep> steps_for(const StagePlan& plan, Namespace user) {
  constexpr std::uint64_t files_per_mb = 256;  // of 4 KB each; more would cost memory that no limit counts
  std::vector<StageStep> steps;
  if (user == Namespace::yes) add_user(steps);
  steps.push_back(mount_step("none", "/", "", MS_REC | MS_PRIVATE));
  const std::string size =
      "mode=0755,size=" + std::to_string(plan.disk_mb) + "m,nr_inodes=" + std::to_string(plan.disk_mb * files_per_mb);
  steps.push_back(mount_step("regreen", plan.folder, "tmpfs", MS_NOSUID | MS_NODEV, size));
  steps.push_back({StageStep::Kind::enter, plan.folder});
  for (const char* name : {"home", "etc", "proc"}) steps.push_back(folder_step(name));
  for (const char* name : {"tmp", "vartmp", "shm"}) steps.push_back(folder_step(name, 01777));
  steps.push_back(mount_step("proc", "proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC));
  steps.push_back(mount_step("proc", "/proc", "", MS_BIND));  // bubblewrap looks its own processes up there
  for (std::size_t i = 0; i < plan.layers.size(); ++i) add_layers(steps, plan, i, user);
  return steps;
}

bool take_step(const StageStep& step) {
  switch (step.kind) {
    case StageStep::Kind::write_file: return write_text(step);
    case StageStep::Kind::make_folder:
      return mkdir(step.path.c_str(), 0700) == 0 && chmod(step.path.c_str(), step.mode) == 0;
    case StageStep::Kind::enter: return chdir(step.path.c_str()) == 0;
    case StageStep::Kind::mount:
      return mount(step.source.c_str(), step.path.c_str(), step.type.empty() ? nullptr : step.type.c_str(), step.flags,
                   step.text.empty() ? nullptr : step.text.c_str()) == 0;
  }
  return false;
}

std::string describe(const StageStep& step) {
  if (step.kind == StageStep::Kind::mount) return "mounting " + (step.type.empty() ? step.source : step.type);
  return "preparing " + step.path;
}

}  // namespace regreen
