#include "opened.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace regreen {
namespace {

class Sandbox : public WithWorkspace {};
INSTANTIATE_TEST_SUITE_P(Each, Sandbox, testing::Values(Way::overlay, Way::copies, Way::unsafe),
                         testing::PrintToStringParamName());

TEST_P(Sandbox, runs_a_command_in_the_repository) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto result = rehearse("cat a.txt; echo out; echo err >&2; exit 3");
  EXPECT_EQ(result.end, Rehearsal::End::exited);
  EXPECT_EQ(result.exit, 3);
  EXPECT_EQ(result.output, "one\nout\nerr\n");
  EXPECT_GT(result.seconds, 0);
  const auto asked = rehearse("pwd");
  EXPECT_EQ(asked.output, asked.folder + "\n");
  if (!in_sandbox()) return;
  EXPECT_EQ(output_of("pwd"), repository.path() + "\n");
}

TEST_P(Sandbox, tells_the_signal_that_ended_the_command) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(rehearse("kill -SEGV $$").exit, 128 + SIGSEGV);
}

TEST_P(Sandbox, has_no_input) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(rehearse("read line").exit, 1);
}

TEST_P(Sandbox, sees_uncommitted_and_untracked_files_and_the_history) {
  const ScratchRepository repository;
  repository.git({"tag", "v1"});
  repository.write("a.txt", "edited\n");
  repository.write("new", "n");
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("git status --porcelain; git log --format=%s; git describe --tags; git show HEAD:a.txt"),
            " M a.txt\n?? new\nfirst\nv1\none\n");
  EXPECT_EQ(workspace_->tree().list(), (std::vector<std::string>{"a.txt", "new"}));
  EXPECT_EQ(workspace_->tree().read("a.txt"), "edited\n");
}

TEST_P(Sandbox, can_commit_without_the_users_repository_knowing) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto before = ScratchRepository::snapshot(repository.path());
  EXPECT_EQ(output_of("echo x > x; git add -A; git commit -qm second; git gc -q; git log --format='%s %ae'"),
            "second ada@example.com\nfirst ada@example.com\n");
  EXPECT_EQ(ScratchRepository::snapshot(repository.path()), before);
}

TEST_P(Sandbox, applies_the_patch_and_starts_afresh_each_time) {
  const ScratchRepository repository({{"a.txt", "one\n"}, {"gone", "g"}, {"run.sh", "#!/bin/sh\necho ran\n"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Patch patch;
  patch.put({"a.txt", "one\n", "two\n"});
  patch.put({"gone", "g", std::nullopt});
  patch.put({"new/deep/b", std::nullopt, "b\n"});
  patch.put({"run.sh", "#!/bin/sh\necho ran\n", "#!/bin/sh\necho ran\n", false, true});
  EXPECT_EQ(output_of("cat a.txt new/deep/b; ./run.sh; ls; rm -rf * .git", patch), "two\nb\nran\na.txt\nnew\nrun.sh\n");
  EXPECT_EQ(output_of("cat a.txt; ls; git status --porcelain; ls ~ | wc -l"), "one\na.txt\ngone\nrun.sh\n0\n");
}

// Of /var nothing else is seen: see databases in sandbox.cpp.
TEST_P(Sandbox, tries_a_patch_as_part_of_the_last_commit) {
  const ScratchRepository repository({{"a.txt", "one\n"}, {"b.txt", "two\n"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Patch patch;
  patch.put({"a.txt", "one\n", "1\n"});
  patch.put({"b.txt", "two\n", std::nullopt});
  patch.put({":(top)new's.txt", std::nullopt, "new\n"});
  EXPECT_EQ(rehearse("git diff --exit-code HEAD && test -z \"$(git status --porcelain)\"", patch).exit, 0);
  EXPECT_EQ(output_of("git rev-list --count HEAD; git ls-files", patch), "1\n:(top)new's.txt\na.txt\n")
      << "nothing else";
  EXPECT_EQ(rehearse("git status", patch).command, "git status");
  EXPECT_EQ(rehearse("rm a.txt; git diff --exit-code", patch).exit, 1);
}

TEST_P(Sandbox, tools_find_their_packages) {
  const ScratchRepository repository(
      {{"Main.hs", "import qualified Data.Map as M\nmain = print (M.size (M.fromList [(1, 2)]))\n"}});
  if (!open(repository) || !in_sandbox()) GTEST_SKIP() << skipped_;
  for (const std::string folder : {"/var/lib/dpkg", "/var/lib/ghc", "/var/lib/texmf"}) {
    if (!std::filesystem::is_directory(folder)) continue;
    const auto ran = rehearse("test -n \"$(ls -A " + folder + ")\" && ! touch " + folder + "/x 2>/dev/null");
    EXPECT_TRUE(ran.passed()) << folder << ": " << ran.output;
  }
  EXPECT_EQ(output_of("ls /var/log /var/lib/private /var/cache 2>/dev/null"), "");
  const bool has_ghc = access("/usr/bin/ghc", X_OK) == 0;
  EXPECT_EQ(has_ghc ? output_of("ghc -v0 Main.hs && ./Main") : "1\n", "1\n");
}

TEST_P(Sandbox, writes_a_patch_through_no_link) {
  const ScratchRepository repository;
  write_text(repository.outside("target/file"), "safe");
  std::filesystem::create_directory_symlink(repository.outside("target"), repository / "link");
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Patch patch;
  patch.put({"link/file", "safe", "broken"});
  EXPECT_FALSE(workspace_->rehearse(patch, {"true", {}, Network::none}));
  EXPECT_EQ(read_text(repository.outside("target/file")), "safe");
}

TEST_P(Sandbox, removes_and_makes_folders_as_on_any_disk) {
  const ScratchRepository repository({{"d/e/f", "f"}, {"d/g", "g"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("rm -rf d; mkdir d; ls -A d; touch d/new; mv d x; ls x; mv x d; git status --porcelain"),
            "new\n D d/e/f\n D d/g\n?? d/new\n");
}

TEST_P(Sandbox, renames_folders_as_on_any_disk) {
  const ScratchRepository repository({{"d/e", "e"}, {"a", "a"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("python3 -c \"import os; os.rename('d', 'x')\"; ls; cat x/e"), "a\nx\ne");
}

// Laid over rather than copied, see small_repository.
TEST_P(Sandbox, does_the_same_for_a_large_repository) {
  const ScratchRepository repository({{"a/b", "b\n"}, {"c", "c\n"}});
  for (int i = 0; i < 1200; ++i) repository.write("many/f" + std::to_string(i), "x");
  repository.commit("many");
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto before = ScratchRepository::snapshot(repository.path());
  Patch patch;
  patch.put({"c", "c\n", "patched\n"});
  EXPECT_EQ(output_of("cat a/b c; rm -rf a many; mkdir a; ls -A a; git status --porcelain | wc -l", patch),
            "b\npatched\n1201\n")
      << "the patch is committed";
  EXPECT_EQ(output_of("cat a/b c; git status --porcelain"), "b\nc\n");
  EXPECT_EQ(ScratchRepository::snapshot(repository.path()), before);
}

TEST_P(Sandbox, sees_and_can_replace_ignored_dependencies_but_no_other_ignored_file) {
  const ScratchRepository repository(
      {{".gitignore", "node_modules/\n.env\nbuild/\n*.log\n"}, {"packages/p/p.js", "p"}});
  repository.write("node_modules/m/index.js", "m");
  repository.write("packages/p/node_modules/q/index.js", "q");
  repository.write("packages/p/x.log", "log");
  repository.write(".env", "SECRET=1");
  repository.write("build/stale", "s");
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto before = ScratchRepository::snapshot(repository.path());
  EXPECT_EQ(output_of("find . -path ./.git -prune -o -type f -print | sort; echo x > node_modules/m/index.js;"
                      "rm -rf node_modules packages/p/node_modules && mkdir node_modules && ls -A node_modules"),
            "./.gitignore\n./node_modules/m/index.js\n./packages/p/node_modules/q/index.js\n./packages/p/p.js\n");
  EXPECT_EQ(ScratchRepository::snapshot(repository.path()), before);
}

TEST_P(Sandbox, sees_submodules) {
  const ScratchRepository repository;
  const ScratchRepository other;
  repository.git({"-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.path(), "sub"});
  repository.commit("submodule");
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("cat sub/a.txt; git status --porcelain"), "one\n");
}

TEST_P(Sandbox, works_for_odd_folder_names) {
  const ScratchRepository repository;
  const std::string odd = repository.outside("a: b,c\\d 'e' \"ü\"");
  std::filesystem::rename(repository.path(), odd);
  auto opened = open_workspace(odd, settings_for(repository, GetParam()));
  if (!opened && opened.error().kind == ErrorKind::denied) GTEST_SKIP() << opened.error().message;
  ASSERT_TRUE(opened) << opened.error().message;
  const auto result = (*opened)->rehearse({}, {"cat a.txt; git log --format=%s", {}, Network::none});
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->output, "one\nfirst\n");
}

TEST_P(Sandbox, gets_a_clean_environment_and_a_fresh_home) {
  const ScratchRepository repository;
  if (!open(repository,
            {"HOME=" + repository.outside("home"), "CI=true", "GOFLAGS=", "NODE_AUTH_TOKEN=x", "EDITOR=vi"}))
    GTEST_SKIP() << skipped_;
  const auto variables = output_of(
      "env | sort | grep -vE '^(_|SHLVL|PWD|OLDPWD|TMPDIR|REGREEN_RUN|HOME|\\w+_(retries|RETRIES|RETRY))='; cat ~/x");
  EXPECT_EQ(variables.substr(0, variables.find("cat:")), "CI=true\nGOFLAGS=\nPATH=/usr/local/bin:/usr/bin:/bin\n");
  EXPECT_EQ(output_of("ls -A ~; touch ~/x && echo written"), "written\n");
}

TEST(SandboxHere, does_not_wait_for_a_network_that_is_not_there) {
  const ScratchRepository repository;
  const auto opened = open_workspace(repository.path(), settings_for(repository, Way::overlay, {"PIP_RETRIES=3"}));
  if (!opened) GTEST_SKIP() << opened.error().message;
  const std::string asked = "echo $npm_config_fetch_retries $PIP_RETRIES";
  EXPECT_EQ((*opened)->rehearse({}, {asked, {}, Network::none})->output, "0 3\n");
  EXPECT_EQ((*opened)->rehearse({}, {asked, {}, Network::allowed})->output, "3\n");
}

// What follows only a sandbox promises.
class Walls : public WithWorkspace {};
INSTANTIATE_TEST_SUITE_P(Each, Walls, testing::Values(Way::overlay, Way::copies), testing::PrintToStringParamName());

TEST_P(Walls, let_a_cache_be_written_and_nothing_flow_back) {
  const ScratchRepository repository;
  write_text(repository.outside("cache/entry"), "old");
  const auto before = ScratchRepository::snapshot(repository.outside("cache"));
  if (!open(repository, {"GOCACHE=" + repository.outside("cache")})) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("cat $GOCACHE/entry; echo new > $GOCACHE/entry && echo x > $GOCACHE/more && ls $GOCACHE"),
            "oldentry\nmore\n");
  EXPECT_EQ(output_of("ls $GOCACHE"), "entry\n");
  EXPECT_EQ(ScratchRepository::snapshot(repository.outside("cache")), before);
}

TEST_P(Walls, let_a_cache_of_read_only_folders_be_read) {
  const ScratchRepository repository;
  write_text(repository.outside("mod/m@v1/go.mod"), "module m");
  std::filesystem::permissions(repository.outside("mod/m@v1"), std::filesystem::perms(0555));
  if (!open(repository, {"GOMODCACHE=" + repository.outside("mod")})) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("cat $GOMODCACHE/m@v1/go.mod; mkdir $GOMODCACHE/n && echo made"), "module mmade\n");
}

TEST_P(Walls, let_a_cache_be_made_where_there_is_none) {
  const ScratchRepository repository;
  std::filesystem::create_directories(repository.outside("sdk/bin"));
  if (!open(repository,
            {"GOCACHE=" + repository.outside("sdk/gocache"), "CCACHE_DIR=" + repository.outside("new/ccache"),
             "PATH=" + repository.outside("sdk/bin") + ":/usr/bin"})) {
    GTEST_SKIP() << skipped_;
  }
  EXPECT_EQ(output_of("echo x > $GOCACHE/x && echo x > $CCACHE_DIR/x && echo made"), "made\n");
  EXPECT_FALSE(std::filesystem::exists(repository.outside("new")));
  EXPECT_FALSE(std::filesystem::exists(repository.outside("sdk/gocache")));
}

TEST_P(Walls, show_folders_on_the_path_read_only) {
  const ScratchRepository repository;
  write_text(repository.outside("sdk/bin/tool"), "#!/bin/sh\necho tool\n");
  std::filesystem::permissions(repository.outside("sdk/bin/tool"), std::filesystem::perms(0755));
  if (!open(repository, {"PATH=" + repository.outside("sdk/bin") + ":/usr/bin"})) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("tool; touch $(dirname $(command -v tool))/x 2>/dev/null || echo refused"), "tool\nrefused\n");
}

TEST_P(Walls, show_credentials_of_a_tool_as_an_empty_file) {
  const ScratchRepository repository;
  write_text(repository.outside("cargo/credentials.toml"), "token");
  if (!open(repository, {"CARGO_HOME=" + repository.outside("cargo")})) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("cat $CARGO_HOME/credentials.toml && echo empty"), "empty\n");
}

TEST_P(Walls, hide_the_rest_of_the_machine) {
  const ScratchRepository repository;
  const ScratchFolder other;
  write_text(repository.outside("secret"), "s");
  write_text(other / "secret", "s");
  if (!open(repository, {"HOME=" + repository.outside("home")})) GTEST_SKIP() << skipped_;
  EXPECT_EQ(
      output_of("cat ../secret /etc/shadow /root/.bashrc /root/.ssh/* /run/docker.sock 2>/dev/null; ls -A ..; cat " +
                (other / "secret") + " 2>/dev/null; ls -A /root /run /var /home /mnt /srv 2>/dev/null"),
      "repo\n/home:\nregreen\n\n/run:\nregreen\n\n/var:\nlib\ntmp\n")
      << "only places of our own";
}

TEST_P(Walls, make_the_system_read_only) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(
      output_of("for p in / /usr /etc /dev /usr/bin /proc/sys/kernel; do touch $p/x 2>/dev/null && echo $p; done; "
                "echo x > /etc/hosts || echo refused"),
      "/bin/bash: line 1: /etc/hosts: Read-only file system\nrefused\n");
}

TEST_P(Walls, show_only_its_own_processes) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_LT(std::stoi(output_of("ls -d /proc/[0-9]* | wc -l")), 6);
}

TEST_P(Walls, give_no_network_but_a_loopback) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"), "lo\n");
  EXPECT_EQ(output_of("python3 -c \"import socket; s = socket.create_server(('localhost', 0)); "
                      "socket.create_connection(s.getsockname()); print('loopback')\""),
            "loopback\n");
}

TEST_P(Walls, give_no_rights) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("grep -E 'Cap(Prm|Eff|Bnd)|NoNewPrivs|Seccomp:' /proc/self/status"),
            "CapPrm:\t0000000000000000\nCapEff:\t0000000000000000\nCapBnd:\t0000000000000000\nNoNewPrivs:\t1\n"
            "Seccomp:\t2\n");
  EXPECT_NE(rehearse("unshare -Ur true").exit, 0);
  EXPECT_NE(rehearse("mount -t tmpfs none /tmp").exit, 0);
}

TEST_P(Walls, refuse_system_calls_that_no_build_needs) {
#if !defined(__x86_64__)
  GTEST_SKIP() << "the numbers below are those of x86-64";
#endif
  const ScratchRepository repository(
      {{"calls.py",
        "import ctypes, errno, socket\n"
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        "for name, number in dict(add_key=248, bpf=321, userfaultfd=323, uring=425).items():\n"
        "    failed = libc.syscall(number, 0, 0, 0, 0, 0) == -1\n"
        "    print(name, failed and errno.errorcode[ctypes.get_errno()])\n"
        "try:\n"
        "    socket.socket(40, socket.SOCK_STREAM)\n"
        "except PermissionError:\n"
        "    print('vsock EPERM')\n"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("python3 calls.py"), "add_key EPERM\nbpf EPERM\nuserfaultfd EPERM\nuring EPERM\nvsock EPERM\n");
}

TEST_P(Walls, keep_the_user_who_runs_it) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(output_of("id -u; stat -c %u a.txt"), std::to_string(getuid()) + "\n" + std::to_string(getuid()) + "\n");
}

TEST(SandboxHere, is_denied_with_advice_where_bubblewrap_is_missing) {
  const ScratchRepository repository;
  auto settings = settings_for(repository, Way::overlay);
  settings.bubblewrap = "/nowhere/bwrap";
  const auto opened = open_workspace(repository.path(), settings);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::denied);
  EXPECT_NE(opened.error().message.find("apt install bubblewrap"), std::string::npos);
  EXPECT_NE(opened.error().message.find("--unsafe-no-sandbox"), std::string::npos);
}

}  // namespace
}  // namespace regreen
