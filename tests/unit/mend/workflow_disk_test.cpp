#include "story.h"

namespace regreen::story {
namespace {

const std::string workflow = ".github/workflows/image.yml";
const std::string test_job =
    "  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: make test\n";
const std::string image_head =
    "  image:\n    runs-on: ubuntu-22.04\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          lfs: "
    "true\n";
const std::string image_tail = "      - name: Build\n        run: docker build .\n";
const std::string line = "ERROR: failed to solve: write /var/lib/docker/tmp/x: no space left on device";

std::string freed(const std::string& text, Files others = {}, const std::string& printed = line,
                  const std::string& step = "Run Build", std::vector<std::string> after = {}) {
  others[workflow] = text;
  auto one = said(printed, {});
  one.after = std::move(after);
  auto diagnosis = diagnosis_of({one});
  diagnosis.step = step;
  const auto files = mended("workflow.free-disk-space", others, diagnosis);
  if (files.empty()) return "nothing";
  EXPECT_EQ(files.size(), 1U);
  return files.at(workflow);
}

std::string step_with(const std::string& folders) {
  return "      - name: Free disk space\n        run: |\n          sudo rm -rf " + folders +
         "\n          docker image prune -af\n";
}

const std::string whole = "jobs:\n" + test_job + image_head + image_tail;
const std::string all_folders =
    "/usr/share/dotnet /usr/local/lib/android /opt/ghc /usr/local/.ghcup /opt/hostedtoolcache/CodeQL";

TEST(DiskSpace, IsFreedBehindTheCheckoutOfTheJob) {
  EXPECT_EQ(freed(whole), "jobs:\n" + test_job + image_head + step_with(all_folders) + image_tail);
  EXPECT_EQ(freed(replace_all(whole, "\n", "\r\n")),
            replace_all("jobs:\n" + test_job + image_head + step_with(all_folders) + image_tail, "\n", "\r\n"));
  EXPECT_EQ(freed("jobs:\n  image:\n    runs-on: [ubuntu-22.04]\n    steps:\n" + image_tail),
            "jobs:\n  image:\n    runs-on: [ubuntu-22.04]\n    steps:\n" + step_with(all_folders) + image_tail);
}

TEST(DiskSpace, OfTheJobWhoseStepFailed) {
  EXPECT_EQ(freed(whole, {}, line, "Run docker build ."), freed(whole)) << "GitHub shows the first line of the script";
  EXPECT_EQ(freed(whole, {}, line, ""), "nothing") << "which job was it?";
  EXPECT_EQ(freed(whole, {}, line, "Run docker push"), "nothing");
  EXPECT_EQ(freed(whole + replace_all(image_head, "image", "other") + image_tail), "nothing");
}

TEST(DiskSpace, OfTheJobThatTheLogNames) {
  const auto of_job = [](const std::string& job, const std::string& text) {
    auto diagnosis = diagnosis_of({said(line, {})});
    diagnosis.job = job;
    return mended("workflow.free-disk-space", Files{{workflow, text}}, diagnosis).contains(workflow);
  };
  EXPECT_TRUE(of_job("image", whole));
  EXPECT_TRUE(of_job("image (amd64, 3.11)", whole));
  EXPECT_TRUE(of_job("The image", replace_all(whole, "  image:\n", "  image:\n    name: \"The image\"\n")));
  EXPECT_FALSE(of_job("ship / image", whole)) << "of another workflow";
  EXPECT_FALSE(of_job("images", whole));
}

TEST(DiskSpace, KeepsWhatIsUsed) {
  const auto folders = [](const std::string& text, Files others = {}) {
    return between(freed(text, std::move(others)), "rm -rf ", "\n");
  };
  const std::string no_dotnet = "/usr/local/lib/android /opt/ghc /usr/local/.ghcup /opt/hostedtoolcache/CodeQL";
  EXPECT_EQ(folders(whole + "      - uses: actions/setup-dotnet@v4\n"), no_dotnet);
  EXPECT_EQ(folders(whole, {{"build.sh", "dotnet publish\n"}}), no_dotnet);
  EXPECT_EQ(folders(whole, {{"tools/build", "dotnet publish\n"}}), no_dotnet) << "a script without an ending";
  EXPECT_EQ(folders(whole, {{"api/Api.csproj", ""}}), no_dotnet);
  EXPECT_EQ(folders(whole, {{"app/src/main/AndroidManifest.xml", ""}, {"lib/Main.hs", ""}}),
            "/usr/share/dotnet /opt/hostedtoolcache/CodeQL");
  EXPECT_EQ(folders(whole + "      - uses: github/codeql-action/init@v3\n"),
            "/usr/share/dotnet /usr/local/lib/android /opt/ghc /usr/local/.ghcup");
}

TEST(DiskSpace, IsFreedOnMachinesOfGitHubOnly) {
  for (const auto* runner :
       {"self-hosted", "[self-hosted, ubuntu-22.04]", "windows-latest", "big-ubuntu-16", "${{ matrix.os }}"})
    EXPECT_EQ(freed("jobs:\n" + replace_all(image_head, "ubuntu-22.04", runner) + image_tail), "nothing") << runner;
  EXPECT_EQ(freed("jobs:\n" + replace_all(image_head, "    steps", "    container: debian:12\n    steps") + image_tail),
            "nothing")
      << "a container sees nothing of the machine";
  EXPECT_EQ(freed(whole, {{".gitlab-ci.yml", ""}}, line, "Build"), "nothing") << "it may be a log of GitLab";
}

TEST(DiskSpace, IsNotFreedTwice) {
  for (const auto* step : {"      - uses: jlumbroso/free-disk-space@main\n", "      - run: docker system prune -af\n",
                           "      - run: sudo rm -rf /usr/share/dotnet\n"})
    EXPECT_EQ(freed("jobs:\n" + image_head + step + image_tail), "nothing") << step;
}

TEST(DiskSpace, OfAnotherDiskIsForAPerson) {
  for (const auto* printed :
       {"write /mnt/cache/x: No space left on device", "cp: error writing '/boot/vmlinuz': No space left on device",
        "Disk quota exceeded", "dd: error writing '/dev/loop0': No space left on device",
        "sqlite3.OperationalError: database or disk is full",
        "Error: ENOSPC: no space left on device, watch '/home/runner/work/a'",
        "ERROR: could not extend file \"base/1\": No space left on device",
        "rsync: [receiver] write failed on \"/srv/app/b.js\": No space left on device (28)",
        "scp: /srv/app/b.js: No space left on device", "remote: fatal: sha1 file: No space left on device",
        "mcopy: error writing 'boot.img': No space left on device"})
    EXPECT_EQ(freed(whole, {}, printed), "nothing") << printed;
  EXPECT_EQ(freed(whole, {{"ci/ram.sh", "mount -t tmpfs -o size=64m none x\n"}}), "nothing");
  for (const auto* script :
       {"ssh deploy@example.org make", "kubectl exec pod/db -- pg_restore", "ansible-playbook site.yml",
        "qemu-system-x86_64 -drive file=disk.qcow2", "vagrant up", "/usr/bin/rsync -a out/ host:/srv"})
    EXPECT_EQ(freed(whole, {{"ci/build.sh", std::string(script) + "\n"}}), "nothing") << script;
  EXPECT_NE(freed(whole, {{"ci/build.sh", "ssh-keyscan github.com\nunpacker all\n"}}), "nothing");
  EXPECT_EQ(freed(whole, {}, line, "Run Build", {"/dev/root        72G   22G   50G  31% /"}), "nothing")
      << "there is room";
  EXPECT_NE(freed(whole, {}, line, "Run Build", {"/dev/root        72G   72G   20M  100% /"}), "nothing");
}

}  // namespace
}  // namespace regreen::story
