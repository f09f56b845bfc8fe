#include "adapters/bubblewrap/git_folder.h"

#include "base/text.h"
#include "os/beneath.h"
#include "os/copy.h"
#include "os/folder.h"
#include "os/git.h"

#include <fmt/format.h>

#include <dirent.h>

namespace regreen {
namespace {

// checkStat and trustctime: the copies have the user's times of change but not their inodes, and git shall not read
// every file again to see that nothing changed.
constexpr std::string_view own_config =
    "[core]\n\tbare = false\n\tfilemode = true\n\tcheckStat = minimal\n\ttrustctime = false\n";

constexpr const char* kept_config =
    "^(core\\.(autocrlf|eol|ignorecase|symlinks|safecrlf|precomposeunicode)|user\\.(name|email)|init\\.defaultbranch"
    "|remote\\..*\\.(url|fetch)|branch\\..*\\.(remote|merge)|extensions\\.objectformat)$";

Result<std::string> config(const Checkout& checkout) {
  std::string text;
  bool extended = false;
  const Ended kept = TRY(run_git(checkout.top, {"config", "-z", "--get-regexp", kept_config}));
  for (const auto entry : split(kept.output, '\0')) {
    const auto end = entry.find('\n');
    if (end == std::string_view::npos) continue;
    const std::string_view key = entry.substr(0, end);
    extended = extended || key.starts_with("extensions.");
    text += config_entry(key, without_user(std::string(entry.substr(end + 1))));
  }
  const std::string_view version = extended ? "\trepositoryformatversion = 1\n" : "\trepositoryformatversion = 0\n";
  return fmt::format("{}{}{}", own_config, version, text);
}

// Names of the index, and of the part that a split index shares.
std::vector<std::string> index_files(const std::string& git_folder) {
  std::vector<std::string> names = {"index"};
  if (DIR* stream = opendir(git_folder.c_str())) {
    while (const dirent* entry = readdir(stream)) {
      if (const std::string name = entry->d_name; name.starts_with("sharedindex.")) names.push_back(name);
    }
    closedir(stream);
  }
  return names;
}

Result<void> copy_state(const Checkout& checkout, int to) {
  const Fd own = TRY(open_folder(checkout.git_folder));
  for (const auto& name : index_files(checkout.git_folder)) TRY(copy_beneath(own.get(), to, name));
  const Fd common = TRY(open_folder(checkout.common_folder));
  for (const char* name : {"shallow", "info/exclude", "info/attributes"}) {
    TRY(copy_beneath(common.get(), to, name));
  }
  return {};
}

}  // namespace

std::string config_entry(std::string_view key, std::string_view value) {
  const auto first = key.find('.');
  const auto last = key.rfind('.');
  std::string section(key.substr(0, first));
  if (first != last) {
    std::string sub = replace_all(std::string(key.substr(first + 1, last - first - 1)), "\\", "\\\\");
    section += " \"" + replace_all(std::move(sub), "\"", "\\\"") + "\"";
  }
  std::string text = replace_all(std::string(value), "\\", "\\\\");
  text = replace_all(replace_all(std::move(text), "\"", "\\\""), "\n", "\\n");
  return "[" + section + "]\n\t" + std::string(key.substr(last + 1)) + " = \"" + text + "\"\n";
}

std::string without_user(std::string url) {
  const auto scheme = url.find("://");
  if (scheme == std::string::npos) return url;
  const auto end = url.find('/', scheme + 3);
  const auto at = url.substr(0, end).rfind('@');
  if (at != std::string::npos && at > scheme) url.erase(scheme + 3, at - scheme - 2);
  return url;
}

Result<void> write_git_folder(const Checkout& checkout, const std::string& folder,
                              const std::vector<std::string>& borrow_from) {
  for (const char* part : {"/refs/heads", "/refs/tags", "/objects/info", "/objects/pack", "/info"}) {
    TRY(make_folders(folder + part));
  }
  const Fd git = TRY(open_folder(folder));
  const auto write = [&](const char* path, std::string_view text) {
    return write_beneath(git.get(), path, text, 0644);
  };
  TRY(write("HEAD", checkout.branch.empty() ? checkout.head + "\n" : "ref: " + checkout.branch + "\n"));
  TRY(write("objects/info/alternates", join(borrow_from, "\n") + "\n"));
  const std::string settings = TRY(config(checkout));
  TRY(write("config", settings));
  const std::string refs = TRY(ask_git(checkout.top, {"for-each-ref", "--format=%(objectname) %(refname)"}));
  if (!refs.empty()) TRY(write("packed-refs", refs + "\n"));
  return copy_state(checkout, git.get());
}

}  // namespace regreen
