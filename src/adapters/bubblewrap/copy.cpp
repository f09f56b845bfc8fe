#include "adapters/bubblewrap/copy.h"

#include "adapters/bubblewrap/git_folder.h"
#include "base/text.h"
#include "os/beneath.h"
#include "os/copy.h"
#include "os/folder.h"
#include "os/system_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace regreen {
namespace {

// What package managers install into. Build outputs (build, target, dist) are not among them: CI starts without.
constexpr std::array dependency_folders = {
    "node_modules", ".venv",     "venv",  "vendor",      "__pypackages__",   ".tox",    ".nox",         ".eggs",
    "*.egg-info",   ".bundle",   ".yarn", ".pnpm-store", "bower_components", ".gradle", "jspm_modules", "Pods",
    "deps",         "elm-stuff",
};

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// Removes copies whose process was killed. A copy in use is locked.
void sweep(const std::string& copies) {
  DIR* stream = opendir(copies.c_str());
  if (!stream) return;
  std::vector<std::string> found;
  while (const dirent* entry = readdir(stream)) {
    if (const std::string name = entry->d_name; name.starts_with("copy-")) found.push_back(copies + "/" + name);
  }
  closedir(stream);
  for (const auto& folder : found) {
    const auto lock = Lock::try_take(folder + "/lock");
    if (lock && *lock) std::ignore = remove_tree(folder);
  }
}

Result<void> whiteout(int mask, const std::string& path) {
  const Fd parent = TRY(open_parent(mask, path, Missing::create));
  if (mknodat(parent.get(), last_part(path).c_str(), S_IFCHR, makedev(0, 0)) != 0 && errno != EEXIST) {
    return fail_errno("hiding " + path);
  }
  return {};
}

}  // namespace

bool is_dependency_folder(const std::string& top, const std::string& path) {
  struct stat info {};
  if (lstat((top + "/" + path).c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return false;
  const std::string name = last_part(path);
  const bool known = std::any_of(dependency_folders.begin(), dependency_folders.end(),
                                 [&](const char* glob) { return glob_matches(glob, name); });
  return known || stat((top + "/" + path + "/pyvenv.cfg").c_str(), &info) == 0;
}

Result<std::unique_ptr<PrivateCopy>> PrivateCopy::make(const Checkout& checkout, const std::string& state_folder,
                                                       const std::vector<std::string>& borrow_from) {
  const std::string copies = state_folder + "/copies";
  TRY(make_folders(copies));
  std::unique_ptr<PrivateCopy> copy;
  {
    const Lock all = TRY(Lock::take(copies + "/lock"));  // so that nobody sweeps a copy that is not locked yet
    sweep(copies);
    std::string folder = TRY(make_fresh_folder(copies, "copy-"));
    Lock lock = TRY(Lock::take(folder + "/lock"));
    copy.reset(new PrivateCopy(std::move(folder), std::move(lock)));
  }
  for (const auto& folder : {copy->folder(), copy->mask(), copy->stage()}) TRY(make_folders(folder));
  TRY(copy->copy_files(checkout));
  TRY(write_git_folder(checkout, copy->folder() + "/.git", borrow_from));
  TRY(copy->make_mask(checkout));
  if (chmod(copy->folder().c_str(), 0755) != 0) return fail_errno("opening up " + copy->folder());
  return copy;
}

PrivateCopy::~PrivateCopy() { std::ignore = remove_tree(folder_); }

Result<void> PrivateCopy::copy_files(const Checkout& checkout) {
  const Fd from = TRY(open_folder(checkout.top));
  const Fd to = TRY(open_folder(folder()));
  for (const auto& path : checkout.files) {
    const bool copied = TRY(copy_beneath(from.get(), to.get(), path));
    const auto entry = copied ? entry_beneath(to.get(), path) : std::nullopt;
    if (entry && entry->is_file()) files_.push_back(path);
  }
  return {};
}

Result<void> PrivateCopy::make_mask(const Checkout& checkout) {
  std::vector<std::string> hidden = {".git"};
  for (const auto& path : checkout.ignored) {
    (is_dependency_folder(checkout.top, path) ? dependencies_ : hidden).push_back(path);
  }
  for (const auto& path : checkout.nested) {
    dependencies_.push_back(path);
    hidden.push_back(path + "/.git");  // it points to what the sandbox does not see
  }
  if (dependencies_.empty()) return {};
  const Fd mask_folder = TRY(open_folder(mask()));
  std::sort(hidden.begin(), hidden.end());
  std::string last = ".";  // the last one hidden, and with it all that lies in it
  for (const auto& path : hidden) {
    if (lies_in(path, last)) continue;
    TRY(whiteout(mask_folder.get(), path));
    last = path;
  }
  return {};
}

Result<void> copy_dependencies(const Checkout& checkout, const std::vector<std::string>& dependencies, int to) {
  constexpr CopyLimits limits = {8ULL << 30, 2'000'000};
  for (const auto& path : dependencies) {
    const Fd source = TRY(open_folder(checkout.top + "/" + path));
    const Fd place = TRY(open_parent(to, path + "/x", Missing::create));
    TRY(copy_tree(source.get(), place.get(), limits));
    if (std::binary_search(checkout.nested.begin(), checkout.nested.end(), path)) {
      TRY(remove_tree("/proc/self/fd/" + std::to_string(place.get()) + "/.git"));
    }
  }
  return {};
}

}  // namespace regreen
