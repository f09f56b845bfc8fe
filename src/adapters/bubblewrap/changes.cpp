#include "adapters/bubblewrap/changes.h"

#include "adapters/bubblewrap/copy_tree.h"
#include "base/text.h"
#include "os/beneath.h"
#include "os/folder.h"
#include "os/git.h"

#include <algorithm>
#include <dirent.h>
#include <fcntl.h>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t entries_max = 2'000'000;
constexpr std::size_t changes_max = 5'000;
constexpr std::size_t bytes_max = 64 << 20;

bool is_left_out(const ChangedFolder& folder, const std::string& path) {
  if (lies_in(path, ".git")) return true;
  return std::any_of(folder.left_out.begin(), folder.left_out.end(),
                     [&](const std::string& out) { return lies_in(path, out); });
}

// The names in a folder, "" for the outermost; nothing where it is none.
std::vector<std::string> names_in(int root, const std::string& path) {
  std::vector<std::string> names;
  Result<Fd> folder = path.empty() ? Fd(openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
                                   : open_beneath(root, path, O_RDONLY | O_DIRECTORY);
  DIR* stream = folder ? fdopendir(folder->get()) : nullptr;
  if (!stream) return names;
  folder->release();
  while (const dirent* entry = readdir(stream)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  closedir(stream);
  return names;
}

// All regular files below a folder, in any order.
Result<std::vector<std::string>> files_below(int root, const ChangedFolder& folder) {
  std::vector<std::string> files;
  std::vector<std::string> left = names_in(root, "");
  for (std::size_t seen = 0; !left.empty(); ++seen) {
    if (seen > entries_max) return fail(ErrorKind::invalid, "too many files to look through");
    const std::string path = std::move(left.back());
    left.pop_back();
    if (is_left_out(folder, path)) continue;
    const auto entry = entry_beneath(root, path);
    if (entry && entry->is_file()) files.push_back(path);
    if (!entry || !entry->is_folder()) continue;
    for (const auto& name : names_in(root, path)) left.push_back(path + "/" + name);
  }
  return files;
}

// git check-ignore reads the copy's rules; a tracked file is never ignored.
Result<std::set<std::string>> ignored_among(const std::string& copy, const std::vector<std::string>& paths) {
  if (paths.empty()) return std::set<std::string>();
  GitOptions options;
  for (const auto& path : paths) options.input += path + '\0';
  const Ended ended = TRY(run_git(copy, {"check-ignore", "--stdin", "-z"}, std::move(options)));
  if (ended.exit > 1) return fail(ErrorKind::invalid, "git check-ignore: " + printable(trim(ended.errors)));
  std::set<std::string> ignored;
  for (const auto path : split(ended.output, '\0')) ignored.emplace(path);
  return ignored;
}

std::optional<FileChange> change_of(const ChangedFolder& folder, const Tree& before, const std::string& path) {
  FileChange change{path, before.read(path), std::nullopt};
  if (!change.before && before.has(path)) return std::nullopt;  // too large
  const auto entry = entry_beneath(folder.now, path);
  if (entry && !entry->is_file()) return std::nullopt;  // a link or folder took its place
  if (entry) change.after = read_beneath(folder.now, path, tree_file_bytes_max);
  if (entry && !change.after) return std::nullopt;
  change.executable_before = before.is_executable(path);
  change.executable_after = entry && entry->is_executable();
  return change;
}

}  // namespace

Result<Patch> find_changes(const ChangedFolder& folder, const Tree& before) {
  std::vector<std::string> created;
  std::vector<std::string> candidates;
  const auto written = TRY(files_below(folder.written, folder));
  std::copy_if(written.begin(), written.end(), std::back_inserter(candidates),
               [&](const auto& path) { return before.has(path); });
  const auto now = TRY(files_below(folder.now, folder));
  std::copy_if(now.begin(), now.end(), std::back_inserter(created),
               [&](const auto& path) { return !before.has(path); });
  for (const auto& path : before.list()) {
    if (!entry_beneath(folder.now, path)) candidates.push_back(path);  // deleted
  }
  const auto ignored = TRY(ignored_among(folder.copy, created));
  std::copy_if(created.begin(), created.end(), std::back_inserter(candidates),
               [&](const std::string& path) { return !ignored.contains(path) && is_confined_path(path); });
  std::sort(candidates.begin(), candidates.end());
  Patch patch;
  std::size_t bytes = 0;
  for (const auto& path : candidates) {
    auto change = change_of(folder, before, path);
    if (!change) continue;
    bytes += change->after.value_or("").size();
    patch.put(std::move(*change));
    if (patch.changes.size() > changes_max || bytes > bytes_max) {
      return fail(ErrorKind::invalid, "the tool changed more than a repair would");
    }
  }
  return patch;
}

}  // namespace regreen
