#include "opened.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

namespace regreen {
namespace {

// What lies outside of the sandbox, for a command to reach: a folder with a secret, a process, servers.
class Outside {
 public:
  Outside() {
    write_text(folder_ / "secret", "s3cr3t-outside");
    bind_inet();
    bind_unix(abstract_.get(), std::string(1, '\0') + "regreen-escape-" + std::to_string(port_));
    bind_unix(in_folder_.get(), folder_ / "socket");
    process_ = fork();
    if (process_ == 0) {
      setpgid(0, 0);
      execlp("sleep", "sleep", "7201", nullptr);
      _exit(127);
    }
    setpgid(process_, process_);
    priority_ = getpriority(PRIO_PROCESS, static_cast<id_t>(process_));
    before_ = ScratchRepository::snapshot(folder_.path());
  }
  ~Outside() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  Outside(const Outside&) = delete;
  Outside& operator=(const Outside&) = delete;

  std::string arguments() const {
    return "'" + folder_.path() + "' " + std::to_string(process_) + " " + std::to_string(port_);
  }

  // What has been reached; empty where nothing was.
  std::string reached() const {
    if (ScratchRepository::snapshot(folder_.path()) != before_) return "the folder";
    if (getpriority(PRIO_PROCESS, static_cast<id_t>(process_)) != priority_) return "the process' priority";
    if (waitpid(process_, nullptr, WNOHANG | WUNTRACED) != 0) return "the process";
    for (const auto* server : {&tcp_, &abstract_, &in_folder_}) {
      if (accept(server->get(), nullptr, nullptr) >= 0) return "a server";
    }
    char byte = 0;
    if (recv(udp_.get(), &byte, 1, 0) > 0) return "the datagram server";
    return "";
  }

 private:
  static Fd make(int family, int type) { return Fd(socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)); }
  // Both servers at one port, that nobody else has for either.
  void bind_inet() {
    for (int tries = 0; tries < 100; ++tries) {
      tcp_ = make(AF_INET, SOCK_STREAM);
      udp_ = make(AF_INET, SOCK_DGRAM);
      port_ = 0;
      if (is_bound(tcp_.get()) && is_bound(udp_.get())) {
        ASSERT_EQ(listen(tcp_.get(), 4), 0);
        return;
      }
    }
    FAIL() << "no port is free";
  }
  bool is_bound(int server) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port_);
    socklen_t size = sizeof address;
    if (bind(server, reinterpret_cast<const sockaddr*>(&address), size) != 0) return false;
    getsockname(server, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    return true;
  }
  static void bind_unix(int server, const std::string& name) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), address.sun_path);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    ASSERT_EQ(bind(server, reinterpret_cast<const sockaddr*>(&address), size), 0);
    ASSERT_EQ(listen(server, 4), 0);
  }

  ScratchFolder folder_;
  Fd tcp_, udp_;
  Fd abstract_ = make(AF_UNIX, SOCK_STREAM), in_folder_ = make(AF_UNIX, SOCK_STREAM);
  std::uint16_t port_ = 0;
  pid_t process_ = -1;
  int priority_ = 0;
  std::map<std::string, std::string> before_;
};

// One attempt of tests/escapes/attempts.py. One that is `told` gets out where there is no sandbox: so it is an attempt
// that would be noticed. Many others would harm the machine there.
struct Attempt {
  const char* name;
  enum class Told { no, yes } told = Told::no;
};
void PrintTo(const Attempt& attempt, std::ostream* out) { *out << attempt.name; }

constexpr auto told = Attempt::Told::yes;
const Attempt attempts[] = {
    {"reach_a_local_server", told},
    {"reach_a_local_server_by_ipv6"},
    {"send_a_datagram", told},
    {"find_a_route_to_the_world"},
    {"resolve_a_name"},
    {"reach_an_abstract_socket", told},
    {"reach_a_socket_in_a_folder", told},
    {"open_a_raw_socket"},
    {"listen_to_a_network_card"},
    {"bring_a_network_card_down"},
    {"reach_the_machine_below"},
    {"trace_a_process"},
    {"seize_the_first_process"},
    {"read_a_process_memory"},
    {"read_a_process_memory_by_call"},
    {"take_a_descriptor_of_a_process"},
    {"take_descriptors_of_what_runs_us"},
    {"look_through_the_roots_of_processes", told},
    {"see_a_process", told},
    {"mount_a_disk"},
    {"bind_the_machine"},
    {"make_the_system_writable"},
    {"unmount_every_wall"},
    {"mount_by_new_calls"},
    {"mount_as_another_user"},
    {"clone_into_another_user"},
    {"swap_the_root"},
    {"climb_out_by_chroot"},
    {"join_the_namespaces_of_others"},
    {"open_a_file_by_its_handle"},
    {"attach_a_loop_device"},
    {"find_the_secret_of_the_environment"},
    {"find_inherited_descriptors"},
    {"write_settings_of_the_kernel"},
    {"write_settings_of_hardware"},
    {"press_the_system_key"},
    {"read_the_memory_of_the_machine"},
    {"take_over_a_control_group"},
    {"write_to_sys"},
    {"type_into_the_terminal"},
    {"kill_a_process", told},
    {"kill_its_group", told},
    {"kill_it_by_descriptor", told},
    {"kill_everything"},
    {"kill_all_numbers_below_it"},
    {"slow_a_process_down", told},
    {"slow_down_all_of_its_user"},
    {"pin_a_process", told},
    {"limit_a_process", told},
    {"become_another_user"},
    {"become_root"},
    {"run_a_program_with_the_users_bit"},
    {"run_the_systems_programs_with_the_users_bit"},
    {"give_a_program_capabilities"},
    {"give_itself_capabilities"},
    {"make_a_device"},
    {"load_a_module"},
    {"read_the_keyring"},
    {"add_a_key"},
    {"ask_for_a_key"},
#if defined(__x86_64__)
    {"read_the_keyring_by_32_bit_calls"},
    {"read_the_keyring_by_x32_calls"},
#endif
    {"read_a_file_outside", told},
    {"write_a_file_outside", told},
    {"write_through_a_link", told},
    {"replace_a_folder_by_a_link", told},
    {"link_a_file_outside"},
    {"climb_by_dots", told},
    {"move_the_folder_that_it_is_in", told},
    {"write_into_the_objects_of_the_repository"},
    {"write_into_installed_programs"},
    {"plant_git_configuration"},
};

std::string name_of(const testing::TestParamInfo<Attempt>& info) { return info.param.name; }

class Escape : public testing::TestWithParam<Attempt> {
 protected:
  static constexpr int out = 7;

  // Runs the attempt and answers what it reached; empty where it stayed inside.
  std::string result_of(Way way) {
    const ScratchRepository repository({{"attempts.py", read_text("tests/escapes/attempts.py")}, {"deep/a", "a"}});
    const auto before = ScratchRepository::snapshot(repository.path());
    const auto opened =
        open_workspace(repository.path(), settings_for(repository, way, {"CI_TOKEN=s3cr3t-outside", "HOME=/root"}));
    if (!opened) return skip(opened.error());
    Limits limits;
    limits.time_s = 30;
    limits.memory_mb = 512;
    const auto ran = (*opened)->rehearse(
        {},
        {std::string("python3 attempts.py ") + GetParam().name + " " + outside_.arguments(), limits, Network::none});
    if (!ran) return ran.error().message;
    EXPECT_EQ(ran->output.find("Traceback"), std::string::npos) << ran->output;
    EXPECT_EQ(ran->end, Rehearsal::End::exited);
    if (ScratchRepository::snapshot(repository.path()) != before) return "the repository";
    return ran->exit == out ? "something: " + ran->output : outside_.reached();
  }
  std::string skip(const Error& error) {
    if (error.kind != ErrorKind::denied) ADD_FAILURE() << error.message;
    skipped_ = true;
    return "";
  }

  Outside outside_;
  bool skipped_ = false;
};
INSTANTIATE_TEST_SUITE_P(Each, Escape, testing::ValuesIn(attempts), name_of);

TEST_P(Escape, stays_inside) {
  EXPECT_EQ(result_of(Way::overlay), "");
  if (skipped_) GTEST_SKIP() << "no sandbox here";
}

std::vector<Attempt> those_told() {
  std::vector<Attempt> found;
  std::ranges::copy_if(attempts, std::back_inserter(found), [](const Attempt& one) { return one.told == told; });
  return found;
}

// The same without a sandbox: it gets out, so an escape would be seen.
class NoWalls : public Escape {};
INSTANTIATE_TEST_SUITE_P(Each, NoWalls, testing::ValuesIn(those_told()), name_of);

TEST_P(NoWalls, let_it_out) { EXPECT_NE(result_of(Way::unsafe), ""); }

}  // namespace
}  // namespace regreen
