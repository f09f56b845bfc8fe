"""Attempts to get out of the sandbox, one function each; escape_test.cpp runs them all and looks at what lies outside.

usage: attempts.py NAME FOLDER PROCESS PORT     (a folder, a process and a local port outside)
Exit 7: it got out. 0: it did not; an OSError is how most attempts end.
"""
import ctypes
import fcntl
import mmap
import os
import signal
import socket
import struct
import subprocess
import sys

NAME, FOLDER, PROCESS, PORT = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
SECRET = f"{FOLDER}/secret"
libc = ctypes.CDLL(None, use_errno=True)
MS_RDONLY, MS_REMOUNT, MS_BIND, MNT_DETACH = 1, 32, 4096, 2
CLONE_NEWNS, CLONE_NEWUSER = 0x20000, 0x10000000
MOUNT_CALLS = {"fsopen": 430, "open_tree": 428, "fspick": 433}
KEY_CALLS = {"add_key": 248, "request_key": 249, "keyctl": 250}


def called(result):
    """A call of libc that answers -1 where it was refused."""
    if result == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return True


def any_of(attempts):
    """True where one of them gets out; those that are refused are not the last word."""
    found = False
    for attempt in attempts:
        try:
            found = bool(attempt()) or found
        except (OSError, subprocess.SubprocessError, ValueError):
            pass
    return found


def read(path):
    with open(path, "rb") as file:
        return file.read(1 << 20)


def numbers():
    return [name for name in os.listdir("/proc") if name.isdigit()]


# The network.

def reach_a_local_server():
    return socket.create_connection(("127.0.0.1", PORT), 2)


def reach_a_local_server_by_ipv6():
    return socket.create_connection(("::ffff:127.0.0.1", PORT), 2)


def send_a_datagram():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(b"out", ("127.0.0.1", PORT))  # whether it arrived is seen outside


def find_a_route_to_the_world():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.connect(("192.0.2.1", 9))
        return True


def resolve_a_name():
    return socket.getaddrinfo("example.org", 80)


def reach_an_abstract_socket():
    with socket.socket(socket.AF_UNIX) as unix:
        unix.connect(f"\0regreen-escape-{PORT}")
        return True


def reach_a_socket_in_a_folder():
    with socket.socket(socket.AF_UNIX) as unix:
        unix.connect(f"{FOLDER}/socket")
        return True


def open_a_raw_socket():
    return socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)


def listen_to_a_network_card():
    return socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0x300)


def bring_a_network_card_down():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14s", b"lo", 0, b""))  # SIOCSIFFLAGS
        return True


def reach_the_machine_below():
    return socket.socket(40, socket.SOCK_STREAM)  # AF_VSOCK


# Other processes.

def trace_a_process():
    return called(libc.ptrace(16, PROCESS, None, None))  # PTRACE_ATTACH


def seize_the_first_process():
    called(libc.ptrace(0x4206, 1, None, None))  # PTRACE_SEIZE; bubblewrap's own may be seized, but leads nowhere
    return os.path.exists(f"/proc/1/root{SECRET}")


def read_a_process_memory():
    return read(f"/proc/{PROCESS}/mem")


def read_a_process_memory_by_call():
    buffer = ctypes.create_string_buffer(8)
    own = (ctypes.c_void_p * 2)(ctypes.cast(buffer, ctypes.c_void_p), 8)
    other = (ctypes.c_void_p * 2)(0x400000, 8)
    return called(libc.process_vm_readv(PROCESS, own, 1, other, 1, 0))


def take_a_descriptor_of_a_process():
    return called(libc.syscall(438, os.pidfd_open(PROCESS), 1, 0))  # pidfd_getfd


def take_descriptors_of_what_runs_us():
    def step(number, descriptor):
        taken = libc.syscall(438, os.pidfd_open(int(number)), descriptor, 0)
        called(taken)
        return os.path.exists(f"/proc/self/fd/{taken}/{'../' * 20}{SECRET}")
    return any_of(lambda n=n, d=d: step(n, d) for n in numbers() for d in range(64))


def look_through_the_roots_of_processes():
    return any_of(lambda n=n, link=link: read(f"/proc/{n}/{link}/{'../' * 20}{SECRET}")
                  for n in numbers() for link in ("root", "cwd", "fd/0", "fd/1", "fd/3", "fd/4"))


def see_a_process():
    return any(b"sleep" in read(f"/proc/{n}/cmdline").split(b"\0")[0] for n in numbers())


# Mounts.

def mount_a_disk():
    return called(libc.mount(b"none", b"/tmp", b"tmpfs", 0, None))


def bind_the_machine():
    return called(libc.mount(b"/proc/1/root", b"/tmp", None, MS_BIND, None))


def make_the_system_writable():
    return any_of(lambda p=p: called(libc.mount(None, p, None, MS_REMOUNT | MS_BIND, None)) for p in (b"/", b"/usr", b"/etc/hosts"))


def unmount_every_wall():
    mounts = [line.split()[4] for line in open("/proc/self/mountinfo", encoding="utf8")]
    return any_of(lambda p=p: called(libc.umount2(p.encode(), MNT_DETACH)) for p in reversed(mounts))


def mount_by_new_calls():
    return any_of([lambda: called(libc.syscall(MOUNT_CALLS["fsopen"], b"tmpfs", 0)),
                   lambda: called(libc.syscall(MOUNT_CALLS["open_tree"], -100, b"/", 1)),
                   lambda: called(libc.syscall(MOUNT_CALLS["fspick"], -100, b"/", 0))])


def mount_as_another_user():
    return called(libc.unshare(CLONE_NEWUSER | CLONE_NEWNS))


def clone_into_another_user():
    return called(libc.syscall(56, CLONE_NEWUSER | signal.SIGCHLD, None, None, None, None))


def swap_the_root():
    os.makedirs("/tmp/new/old")
    return called(libc.syscall(155, b"/tmp/new", b"/tmp/new/old"))


def climb_out_by_chroot():
    os.mkdir("/tmp/low")
    top = os.open("/", os.O_RDONLY)
    os.chroot("/tmp/low")
    os.fchdir(top)
    os.chdir("../" * 20)
    os.chroot(".")
    return read(SECRET)


def join_the_namespaces_of_others():
    return any_of(lambda n=n, kind=kind: called(libc.setns(os.open(f"/proc/{n}/ns/{kind}", os.O_RDONLY), 0))
                  for n in numbers() for kind in ("mnt", "net", "user", "pid"))


def open_a_file_by_its_handle():
    handle = ctypes.create_string_buffer(struct.pack("Ii", 8, 1) + struct.pack("Q", 2) + bytes(120))
    return called(libc.syscall(304, os.open("/", os.O_RDONLY), handle, 0))


def attach_a_loop_device():
    return any_of(lambda p=p: os.open(p, os.O_RDWR) for p in ("/dev/loop-control", "/dev/loop0", "/dev/fuse", "/dev/sda", "/dev/vda"))


# What /proc, /sys and /dev tell and take.

def find_the_secret_of_the_environment():
    return any_of(lambda n=n: b"s3cr3t-outside" in read(f"/proc/{n}/environ") for n in ["self", *numbers()])


def find_inherited_descriptors():
    listing = os.open("/proc/self/fd", os.O_RDONLY)
    return any(int(name) > 2 and int(name) not in (listing, listing + 1) and os.path.exists(f"/proc/self/fd/{name}")
               for name in os.listdir("/proc/self/fd"))


def write_settings_of_the_kernel():
    def write_back(path):
        value = os.read(os.open(path, os.O_RDONLY), 4096)
        return os.write(os.open(path, os.O_WRONLY), value)
    names = ("core_pattern", "modprobe", "hotplug", "sysrq", "yama/ptrace_scope", "ns_last_pid", "randomize_va_space")
    return any_of(lambda n=n: write_back(f"/proc/sys/kernel/{n}") for n in names)


def write_settings_of_hardware():
    def write_back(path):
        return os.write(os.open(path, os.O_WRONLY), os.read(os.open(path, os.O_RDONLY), 4096))
    found = [f"{top}/{name}" for folder in ("irq", "bus", "driver", "scsi", "acpi", "fs")
             for top, _, names in os.walk(f"/proc/{folder}") for name in names]
    return any_of(lambda p=p: write_back(p) for p in found)


def press_the_system_key():
    return os.open("/proc/sysrq-trigger", os.O_WRONLY)


def read_the_memory_of_the_machine():
    return any_of(lambda p=p: os.read(os.open(p, os.O_RDONLY), 1) for p in ("/dev/mem", "/dev/kmem", "/dev/kmsg", "/dev/port", "/proc/kcore"))


def take_over_a_control_group():
    found = []
    for top, _, names in os.walk("/sys/fs/cgroup"):
        found += [f"{top}/{name}" for name in names if name in ("release_agent", "cgroup.procs")]
    return any_of(lambda p=p: os.open(p, os.O_WRONLY) for p in found)


def write_to_sys():
    return any_of(lambda p=p: os.open(p, os.O_WRONLY) for p in ("/sys/kernel/uevent_helper", "/sys/power/state", "/sys/module"))


def type_into_the_terminal():
    terminal = os.open("/dev/tty", os.O_RDWR)
    fcntl.ioctl(terminal, 0x5412, b"x")  # TIOCSTI
    return True


# Signals and priorities.

def kill_a_process():
    os.kill(PROCESS, signal.SIGKILL)
    return True


def kill_its_group():
    os.killpg(PROCESS, signal.SIGKILL)
    return True


def kill_it_by_descriptor():
    signal.pidfd_send_signal(os.pidfd_open(PROCESS), signal.SIGKILL)
    return True


def kill_everything():
    os.kill(-1, signal.SIGKILL)  # whether that was too much is seen outside


def kill_all_numbers_below_it():
    any_of(lambda n=n: os.kill(n, signal.SIGKILL) for n in range(PROCESS + 1, 1, -1) if n != os.getpid())


def slow_a_process_down():
    os.setpriority(os.PRIO_PROCESS, PROCESS, 19)
    return True


def slow_down_all_of_its_user():
    os.setpriority(os.PRIO_USER, os.getuid(), 5)  # whom it reached is seen outside


def pin_a_process():
    os.sched_setaffinity(PROCESS, {0})
    return True


def limit_a_process():
    import resource
    resource.prlimit(PROCESS, resource.RLIMIT_CORE, (0, 0))
    return True


# Other rights.

def become_another_user():
    os.setresuid(12345, 12345, 12345)
    return True


def become_root():
    os.setresgid(0, 0, 0)
    os.setresuid(0, 0, 0)
    return libc.mount(b"none", b"/tmp", b"tmpfs", 0, None) == 0


def run_a_program_with_the_users_bit():
    with open("copy", "wb") as copy:
        copy.write(read("/bin/cat"))
    os.chmod("copy", 0o6755)
    rights = subprocess.run(["./copy", "/proc/self/status"], capture_output=True, text=True, check=True).stdout
    return "CapEff:\t0000000000000000" not in rights


def run_the_systems_programs_with_the_users_bit():
    return any_of(lambda c=c: subprocess.run(c, check=True, timeout=5, stdin=subprocess.DEVNULL, capture_output=True)
                  for c in (["mount", "-t", "tmpfs", "none", "/tmp"], ["su", "nobody", "-s", "/bin/true"], ["chroot", "/", "true"]))


def give_a_program_capabilities():
    with open("able", "wb") as copy:
        copy.write(read("/bin/cat"))
    os.setxattr("able", "security.capability", struct.pack("<5I", 0x02000001, 0xffffffff, 0, 0, 0))
    return True


def give_itself_capabilities():
    header, sets = struct.pack("II", 0x20080522, 0), struct.pack("6I", *[0xffffffff, 0xffffffff, 0] * 2)
    return any_of([lambda: called(libc.capset(header, sets)), lambda: called(libc.prctl(47, 2, 21, 0, 0))])


def make_a_device():
    os.mknod("device", 0o666 | 0o060000, os.makedev(8, 0))
    return True


def load_a_module():
    return any_of([lambda: called(libc.syscall(175, b"", 0, b"")), lambda: called(libc.syscall(321, 0, b"", 0))])


# Keys.

def read_the_keyring():
    return called(libc.syscall(KEY_CALLS["keyctl"], 0, -3, 0))  # KEYCTL_GET_KEYRING_ID of the session


def add_a_key():
    return called(libc.syscall(KEY_CALLS["add_key"], b"user", b"regreen", b"x", 1, -3))


def ask_for_a_key():
    return called(libc.syscall(KEY_CALLS["request_key"], b"user", b"regreen", None, -3))


def read_the_keyring_by_32_bit_calls():
    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    # push rbx; eax = 288 (keyctl); ebx = 0; ecx = -3; edx = 0; int 0x80; pop rbx; ret
    code.write(bytes.fromhex("53" "b820010000" "31db" "b9fdffffff" "31d2" "cd80" "5b" "c3"))
    run = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
    return run() >= 0


def read_the_keyring_by_x32_calls():
    return called(libc.syscall(0x40000000 | KEY_CALLS["keyctl"], 0, -3, 0))


# Links and folders.

def read_a_file_outside():
    return read(SECRET)


def write_a_file_outside():
    with open(f"{FOLDER}/planted", "w", encoding="utf8") as file:
        file.write("x")
    return True


def write_through_a_link():
    os.symlink(FOLDER, "link")
    with open("link/planted", "w", encoding="utf8") as file:
        file.write("x")
    return True


def replace_a_folder_by_a_link():
    os.rename("deep", "gone")
    os.symlink(FOLDER, "deep")
    return read("deep/secret")


def link_a_file_outside():
    os.link(SECRET, "linked")
    return True


def climb_by_dots():
    return read("../" * 40 + SECRET)


def move_the_folder_that_it_is_in():
    os.makedirs("a/b/c")
    os.chdir("a/b/c")
    os.rename("../../b", "../../../moved")  # "moved/c" is where it is now, and ".." another folder than before
    return read("../" * 40 + SECRET)


def write_into_the_objects_of_the_repository():
    return any_of(lambda p=p: open(f"{p}/planted", "w", encoding="utf8")
                  for p in ("/run/regreen", "/run/regreen/objects0", "/run/regreen/objects0/pack"))


def write_into_installed_programs():
    return any_of(lambda p=p: open(f"{p}/regreen-planted", "w", encoding="utf8")
                  for p in ("/usr/bin", "/usr/local/bin", "/bin", "/lib", "/etc/ssl/certs", "/opt", "/root", "/home", "/var"))


def plant_git_configuration():
    os.makedirs(".git/hooks", exist_ok=True)
    for name in ("post-checkout", "pre-commit", "post-index-change"):
        with open(f".git/hooks/{name}", "w", encoding="utf8") as hook:
            hook.write(f"#!/bin/sh\ntouch {FOLDER}/planted\n")
        os.chmod(f".git/hooks/{name}", 0o755)
    with open(".git/config", "a", encoding="utf8") as config:
        config.write(f"[core]\n\tfsmonitor = touch {FOLDER}/planted\n\tpager = touch {FOLDER}/planted\n"
                     f"[filter \"x\"]\n\tclean = touch {FOLDER}/planted\n\tsmudge = touch {FOLDER}/planted\n")
    with open(".gitattributes", "w", encoding="utf8") as attributes:
        attributes.write("* filter=x\n")  # whether anybody follows that is seen outside


if __name__ == "__main__":
    try:
        out = globals()[NAME]()
    except (OSError, subprocess.SubprocessError) as refusal:
        print(f"{NAME}: {refusal}")
        out = False
    sys.exit(7 if out else 0)
