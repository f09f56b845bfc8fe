#include "adapters/bubblewrap/checkout.h"

#include "adapters/bubblewrap/last_commit.h"
#include "base/text.h"
#include "os/file.h"
#include "os/folder.h"
#include "os/git.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t alternates_bytes_max = 64 * 1024;
constexpr std::size_t object_folders_max = 16;

std::vector<std::string> entries(std::string_view output) {
  std::vector<std::string> result;
  for (const auto part : split(output, '\0')) {
    if (!part.empty()) result.emplace_back(part);
  }
  return result;
}

Result<void> check_top(const std::string& path) {
  const Ended bare = TRY(run_git(path, {"rev-parse", "--is-bare-repository"}));
  if (!bare.passed()) {
    const bool none = contains(bare.errors, "not a git repository");
    return fail(none ? ErrorKind::not_found : ErrorKind::invalid,
                none ? path + " is no git repository" : path + ": " + printable(trim(bare.errors)));
  }
  if (trim(bare.output) == "true") {
    return fail(ErrorKind::invalid, path + " is a bare repository: there are no files to heal; clone it");
  }
  const std::string top = TRY(ask_git(path, {"rev-parse", "--show-toplevel"}));
  const std::string real = TRY(real_path(top));
  if (real != path) return fail(ErrorKind::invalid, path + " is not the top of its repository; that is " + top);
  return {};
}

Result<std::string> absolute(const std::string& top, const char* question) {
  const std::string answer = TRY(ask_git(top, {"rev-parse", question}));
  return real_path(answer.starts_with('/') ? answer : top + "/" + answer);
}

Result<void> read_head(Checkout& checkout) {
  const Ended head = TRY(run_git(checkout.top, {"rev-parse", "--verify", "--quiet", "HEAD^{commit}"}));
  if (!head.passed()) return fail(ErrorKind::invalid, checkout.top + " has no commit yet");
  checkout.head = trim(head.output);
  const Ended branch = TRY(run_git(checkout.top, {"symbolic-ref", "--quiet", "HEAD"}));
  if (branch.passed()) checkout.branch = trim(branch.output);
  return {};
}

// "100644 3f1c… 0\tpath"
Result<void> read_tracked(Checkout& checkout) {
  const std::string listed = TRY(ask_git(checkout.top, {"ls-files", "--stage", "-z"}));
  for (const auto& entry : entries(listed)) {
    const auto tab = entry.find('\t');
    if (tab == std::string::npos) continue;
    auto& list = entry.starts_with("160000") ? checkout.nested : checkout.files;
    list.push_back(entry.substr(tab + 1));
  }
  return {};
}

Result<void> read_untracked(Checkout& checkout) {
  const std::string listed = TRY(ask_git(checkout.top, {"ls-files", "--others", "--exclude-standard", "-z"}));
  for (auto& entry : entries(listed)) {
    if (!entry.ends_with('/')) {
      checkout.files.push_back(std::move(entry));
      continue;
    }
    entry.pop_back();  // a repository inside
    checkout.nested.push_back(std::move(entry));
  }
  return {};
}

Result<void> read_ignored(Checkout& checkout) {
  const std::string listed =
      TRY(ask_git(checkout.top, {"ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"}));
  for (auto& entry : entries(listed)) {
    if (entry.ends_with('/')) entry.pop_back();
    checkout.ignored.push_back(std::move(entry));
  }
  return {};
}

void sort_once(std::vector<std::string>& names) {
  std::erase_if(names, [](const std::string& name) { return !is_confined_path(name); });
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());  // a conflict lists a path three times
}

}  // namespace

Result<Checkout> read_checkout(const std::string& path) {
  Checkout checkout;
  checkout.top = TRY(real_path(path));
  TRY(check_top(checkout.top));
  checkout.git_folder = TRY(absolute(checkout.top, "--absolute-git-dir"));
  checkout.common_folder = TRY(absolute(checkout.top, "--git-common-dir"));
  TRY(read_head(checkout));
  TRY(read_tracked(checkout));
  TRY(read_untracked(checkout));
  TRY(read_ignored(checkout));
  sort_once(checkout.files);
  sort_once(checkout.ignored);
  sort_once(checkout.nested);
  checkout.last_commit = read_last_commit(checkout.top, checkout.head);
  return checkout;
}

std::vector<std::string> object_folders(const Checkout& checkout) {
  std::vector<std::string> folders = {checkout.common_folder + "/objects"};
  for (std::size_t i = 0; i < folders.size() && folders.size() < object_folders_max; ++i) {
    const auto borrowed = read_file(folders[i] + "/info/alternates", alternates_bytes_max);
    if (!borrowed) continue;
    for (const auto line : split_lines(*borrowed)) {
      if (line.empty() || line.front() == '#') continue;
      const auto real = real_path(line.front() == '/' ? std::string(line) : folders[i] + "/" + std::string(line));
      if (real && std::find(folders.begin(), folders.end(), *real) == folders.end()) folders.push_back(*real);
    }
  }
  return folders;
}

}  // namespace regreen
