// workflow.free-disk-space: GitHub's runners come with tools that most jobs never use.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/workflow/failed_job.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <array>
#include <span>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t script_bytes_max = 64 << 10, said_bytes_max = 16 << 20;

constexpr auto runners =
    std::to_array<std::string_view>({"ubuntu-latest", "ubuntu-24.04", "ubuntu-22.04", "ubuntu-20.04"});

/// Folders of a runner that a job can do without: where neither its scripts nor its project speak of what lies there.
struct Toolkit {
  std::string_view folders;
  std::span<const std::string_view> words;  ///< of who uses it, in scripts
  std::span<const std::string_view> files;  ///< of such projects
};

constexpr auto dotnet_words = std::to_array<std::string_view>({"dotnet", "nuget", "msbuild", "gitversion", "csproj"});
constexpr auto dotnet_files =
    std::to_array<std::string_view>({"*.csproj", "*.fsproj", "*.vbproj", "*.sln", "global.json", "*.cake"});
constexpr auto android_words = std::to_array<std::string_view>(
    {"android", "sdkmanager", "flutter", "react-native", "cordova", "@ionic", "buildozer", "fastlane", "capacitor"});
constexpr auto android_files =
    std::to_array<std::string_view>({"AndroidManifest.xml", "pubspec.yaml", "buildozer.spec", "capacitor.config.*"});
constexpr auto haskell_words =
    std::to_array<std::string_view>({"ghc-", "ghc ", "ghcup", "cabal", "haskell", "hlint", "stack build", "stack test",
                                     "stack install", "stack exec", "stack setup"});
constexpr auto haskell_files = std::to_array<std::string_view>({"*.cabal", "stack.yaml", "cabal.project", "*.hs"});
constexpr auto codeql_words = std::to_array<std::string_view>({"codeql"});

constexpr auto toolkits = std::to_array<Toolkit>({
    {"/usr/share/dotnet", dotnet_words, dotnet_files},
    {"/usr/local/lib/android", android_words, android_files},
    {"/opt/ghc /usr/local/.ghcup", haskell_words, haskell_files},
    {"/opt/hostedtoolcache/CodeQL", codeql_words, {}},
});

bool has_any(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return contains(text, word); });
}

// ---- what the log says ----

// Other file systems than the runner's own, and what only looks like a full disk: quotas, watches, images, databases.
bool is_another_disk(std::string_view line) {
  constexpr auto marks = std::to_array<std::string_view>(
      {"quota",       ", watch", "/boot",     "/dev/",      "/mnt/",
       "/run/",       "/proc/",  "/sys/",     "shm",        "'/torch_",
       "'/psm_",      "'/sem.",  "/volumes/", "[receiver]", "rsync:",
       "scp:",        "sftp",    "remote:",   "mcopy",      "database",
       "extend file", "pg_wal",  "c:\\",      "d:\\",       "not enough space on the disk"});
  return has_any(lower(line), marks);
}

// `/dev/root  72G  58G  14G  80% /`: the use that df shows of the root, below the failure; nothing where it shows none.
std::optional<long> root_use(const Occurrence& full) {
  for (const auto& line : full.after) {
    const auto percent = line.find('%');
    if (percent == std::string::npos || percent == 0 || trim(line.substr(percent + 1)) != "/") continue;
    const auto begin = line.rfind(' ', percent);
    if (begin == std::string::npos) continue;
    if (const auto use = parse_number(line.substr(begin + 1, percent - begin - 1))) return use;
  }
  return std::nullopt;
}

bool is_runners_disk(const Occurrence& full) {
  constexpr long full_min = 90;
  return !is_another_disk(full.at.text) && root_use(full).value_or(100) >= full_min;
}

// ---- what the job does ----

// Files that say what a build runs; those without an ending are mostly such.
bool is_script(std::string_view path) {
  constexpr auto names =
      std::to_array<std::string_view>({"package.json", "justfile", "tox.ini", "CMakeLists.txt", "CMakePresets.json",
                                       "Taskfile.yml", "Taskfile.yaml", "Taskfile.dist.yml", "mise.toml"});
  constexpr auto endings = std::to_array<std::string_view>(
      {".sh", ".bash", ".zsh", ".fish", ".pl", ".ts",    ".groovy", ".just", ".nix",   ".py",
       ".js", ".mjs",  ".ps1", ".rb",   ".mk", ".cmake", ".gradle", ".kts",  ".bazel", ".toml"});
  if (is_vendored(path)) return false;
  const bool is_action = is_workflow(path) && !path.starts_with(".github/workflows/");
  return is_action || is_makefile(path) || is_among(name_of(path), names) || !contains(name_of(path), ".") ||
         std::ranges::any_of(endings, [&](auto ending) { return path.ends_with(ending); });
}

// What a job and the scripts of the project say, in small letters: who builds by make or a script tells what it uses only there.
std::string said_in(const Tree& tree, const Lines& lines, const JobLines& job) {
  std::string said;
  for (auto number = job.first; number <= job.last; ++number) said += std::string(lines.line(number)) + "\n";
  for (const auto& path : tree.list()) {
    if (said.size() > said_bytes_max) break;
    const auto text = is_script(path) ? tree.read(path) : std::nullopt;
    if (text && text->size() <= script_bytes_max) said += *text + "\n";
  }
  return lower(said);
}

// The folders that are of no use to a job.
std::vector<std::string_view> unused_folders(const Tree& tree, std::string_view said) {
  std::vector<std::string_view> folders;
  for (const auto& kit : toolkits) {
    const bool has_files = std::ranges::any_of(tree.list(), [&](const auto& path) {
      return std::ranges::any_of(kit.files, [&](auto glob) { return glob_matches(glob, path); });
    });
    if (!has_files && !has_any(said, kit.words)) folders.push_back(kit.folders);
  }
  return folders;
}

// Does the job run on a machine of GitHub's own, and not in a container, which sees nothing of the machine's folders?
bool is_hosted(const Lines& lines, const JobLines& job) {
  const auto number = line_of(lines, job, "runs-on");
  auto runner = number == 0 ? std::string_view() : value_on(lines.line(number));
  while (!runner.empty() && contains("['\" ", runner.substr(0, 1))) runner.remove_prefix(1);
  while (!runner.empty() && contains("]'\" ", runner.substr(runner.size() - 1))) runner.remove_suffix(1);
  return is_among(runner, runners) && line_of(lines, job, "container") == 0;
}

// Does the job free space already?
bool is_prepared(std::string_view said_by_job) {
  constexpr auto marks = std::to_array<std::string_view>(
      {"free disk", "free-disk", "free space", "free up", "maximize-build-space", "disk-space-reclaimer",
       "rm -rf /usr/share/dotnet", "/usr/local/lib/android", "/opt/ghc", "image prune", "system prune"});
  return has_any(said_by_job, marks);
}

// Does somebody make a disk of his own, which may be the full one? Who does so in any script may do so in the job.
bool makes_disks(std::string_view said) {
  constexpr auto marks = std::to_array<std::string_view>(
      {"tmpfs", "losetup", "mkfs", "fallocate", "truncate -s", "sudo mount", "mount -", "data-root"});
  return has_any(said, marks);
}

// Does somebody write on another machine, a guest or an image, which may be the full one?
bool works_elsewhere(std::string_view said) {
  constexpr auto marks =
      std::to_array<std::string_view>({"ssh ", "rsync ", "scp ", "sftp ", "kubectl", "ansible", "qemu", "vagrant",
                                       "packer ", "virsh ", "guestfish", "mcopy ", "genimage", "hdiutil "});
  return std::ranges::any_of(marks, [&](auto mark) {
    for (auto at = said.find(mark); at != npos; at = said.find(mark, at + 1)) {
      if (at == 0 || !is_word_byte(said[at - 1])) return true;
    }
    return false;
  });
}

// Can the log be one of another CI than GitHub's, whose jobs have the same names?
bool may_be_elsewhere(const Patient& patient, const Occurrence& full) {
  constexpr auto others =
      std::to_array<std::string_view>({".gitlab-ci.yml", ".circleci/config.yml", "Jenkinsfile", ".travis.yml",
                                       "azure-pipelines.yml", ".drone.yml", "bitbucket-pipelines.yml"});
  const bool is_of_github =
      patient.diagnosis.step.starts_with("Run ") ||
      std::ranges::any_of(full.before, [](const auto& line) { return line.starts_with("##[group]Run "); });
  return !is_of_github && std::ranges::any_of(others, [&](auto path) { return patient.tree.has(path); });
}

// ---- the step ----

std::string cleaning(const std::vector<std::string_view>& folders, std::size_t blanks) {
  const std::string indent(blanks, ' ');
  std::string all;
  for (const auto folder : folders) all += " " + std::string(folder);
  return indent + "- name: Free disk space\n" + indent + "  run: |\n" + indent + "    sudo rm -rf" + all + "\n" +
         indent + "    docker image prune -af\n";
}

// Behind the checkout where that is the first step of the job, else before all steps.
std::optional<Edit> clean_first(const Lines& lines, const JobLines& job, const std::vector<std::string_view>& folders) {
  for (const auto& steps : workflow_steps(lines)) {
    const auto& first = steps.front();
    if (first.job_first != job.first) continue;
    auto last = first.last;
    while (last > first.first && is_blank(lines.line(last))) --last;
    bool is_checkout = false;
    for (auto number = first.first; number <= last; ++number)
      is_checkout |= contains(lines.line(number), "actions/checkout@");
    const auto step = cleaning(folders, indentation(lines.line(first.first)).size());
    const bool is_parted = lines.has(last + 1) && trim(lines.line(last + 1)).empty() && steps.size() > 1;
    if (!is_checkout) return Edit{lines.begin(first.first), 0, step + (is_parted ? "\n" : "")};
    if (!lines.has(last + 1)) return std::nullopt;
    return Edit{lines.begin(last + 1), 0, (is_parted ? "\n" : "") + step};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Patch> free_disk_space(const Patient& patient) {
  const auto all = occurrences_of(patient.diagnosis);
  if (!std::ranges::all_of(all, is_runners_disk)) return {};
  const auto jobs = failed_jobs(patient, all.front());
  if (jobs.size() != 1 || may_be_elsewhere(patient, all.front())) return {};
  Draft draft(patient.tree);
  const auto& [file, name] = jobs.front();
  const auto text = file.starts_with(".github/workflows/") ? draft.read(file) : std::nullopt;
  if (!text) return {};
  const Lines lines(*text);
  const auto known = job_lines(lines);
  const auto job = std::ranges::find(known, name, &JobLines::name);
  if (job == known.end() || !is_hosted(lines, *job)) return {};
  const auto begin = lines.begin(job->first);
  if (is_prepared(lower(text->substr(begin, lines.end(job->last) - begin)))) return {};
  const auto said = said_in(patient.tree, lines, *job);
  const auto folders =
      makes_disks(said) || works_elsewhere(said) ? std::vector<std::string_view>{} : unused_folders(patient.tree, said);
  const auto edit = folders.empty() ? std::nullopt : clean_first(lines, *job, folders);
  if (edit) draft.edit(file, {*edit});
  return draft.patches();
}

}  // namespace regreen
