#include "adapters/bubblewrap/seccomp.h"

#include "os/system_error.h"

#include <seccomp.h>

#include <array>
#include <cerrno>
#include <memory>
#include <sys/mman.h>
#include <sys/socket.h>

namespace regreen {
namespace {

// By name: one that this machine's libseccomp does not know cannot be named by number either.
constexpr std::array refused_calls = {
    "add_key",
    "keyctl",
    "request_key",
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "mount",
    "umount2",
    "umount",
    "pivot_root",
    "move_mount",
    "open_tree",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "mount_setattr",
    "setns",
    "kexec_load",
    "kexec_file_load",
    "init_module",
    "finit_module",
    "delete_module",
    "swapon",
    "swapoff",
    "reboot",
    "acct",
    "quotactl",
    "quotactl_fd",
    "open_by_handle_at",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "iopl",
    "ioperm",
    "clock_settime",
    "settimeofday",
    "adjtimex",
    "vhangup",
    "lookup_dcookie",
    "move_pages",
    "nfsservctl",
};

#ifndef AF_VSOCK
constexpr int AF_VSOCK = 40;
#endif

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

void add_second_architecture(scmp_filter_ctx filter) {
#if defined(__x86_64__)
  seccomp_arch_add(filter, SCMP_ARCH_X86);  // programs built with -m32
#elif defined(__aarch64__)
  seccomp_arch_add(filter, SCMP_ARCH_ARM);
#else
  (void)filter;
#endif
}

}  // namespace

Result<Fd> system_call_filter() {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
  if (!filter) return fail(ErrorKind::internal, "making the system call filter");
  add_second_architecture(filter.get());
  for (const char* name : refused_calls) {
    const int call = seccomp_syscall_resolve_name(name);
    if (call != __NR_SCMP_ERROR) seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0);
  }
  // Not bound to a network namespace: the way from a virtual machine to its host.
  const scmp_arg_cmp vsock{0, SCMP_CMP_EQ, AF_VSOCK, 0};
  seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1, &vsock);
  Fd file(memfd_create("system-calls", MFD_CLOEXEC));
  if (!file) return fail_errno("making the system call filter");
  if (const int trouble = seccomp_export_bpf(filter.get(), file.get()); trouble != 0) {
    return tl::unexpected(system_error("making the system call filter", -trouble));
  }
  lseek(file.get(), 0, SEEK_SET);
  return file;
}

}  // namespace regreen
