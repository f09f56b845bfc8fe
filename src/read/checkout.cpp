#include "read/checkout.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t folders_max = 8;          // a log names one, and those of its submodules
constexpr std::size_t folder_bytes_max = 4096;  // what Linux allows

// Where a path stands in a line: behind `before`, up to `after`; up to the end where that is empty.
struct Form {
  std::string_view beginning, before, after;
  bool is_sure;
};

constexpr auto forms = std::to_array<Form>({
    {"Initialized empty Git repository in ", " in ", "/.git/", true},
    {"Reinitialized existing Git repository in ", " in ", "/.git/", true},
    {"Working directory is '", "'", "'", true},  // GitHub's checkout
    {"Building ", " in workspace ", "", true},   // Jenkins
    {"Running on ", " in ", "", true},           // Jenkins, pipelines
    {"rootdir: ", ": ", ", ", false},            // pytest
    {"   Compiling ", " (", ")", false},         // cargo
    {"    Checking ", " (", ")", false},
    {" RUN  v", " /", "", false},  // vitest
});

// The first letters of lines that may name a folder, which few lines have.
constexpr auto first_letters = [] {
  std::array<bool, 256> all{};
  all['>'] = true;
  for (const auto& form : forms) all[static_cast<unsigned char>(form.beginning[0])] = true;
  return all;
}();

std::optional<NamedFolder> folder_of(const Form& form, std::string_view text) {
  const auto before = text.find(form.before);
  if (before == std::string_view::npos) return std::nullopt;
  const bool keeps_last = form.before.ends_with('/');
  std::string_view path = text.substr(before + form.before.size() - (keeps_last ? 1 : 0));
  const auto end = form.after.empty() ? std::string_view::npos : path.find(form.after);
  if (end == std::string_view::npos && form.after == "/.git/") return std::nullopt;
  path = trim(path.substr(0, end));
  if (!is_absolute(path) || path.size() > folder_bytes_max) return std::nullopt;
  return NamedFolder{std::string(path), form.is_sure};
}

// "> kiosk@1.2.0 test /srv/kiosk", as older versions of npm and its kin print it.
std::optional<NamedFolder> folder_of_script(std::string_view text) {
  const std::string_view folder = text.substr(text.rfind(' ') + 1);
  if (!is_absolute(folder) || std::ranges::count(text, ' ') != 3 ||
      !contains(text.substr(2, text.find(' ', 2) - 2), "@"))
    return std::nullopt;
  return NamedFolder{std::string(folder), false};
}

bool lies_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace

std::vector<std::string_view> beginnings_of_folder_lines() {
  std::vector<std::string_view> all = {"> "};
  for (const auto& form : forms) all.push_back(form.beginning);
  return all;
}

std::optional<NamedFolder> folder_named_by(std::string_view text) {
  if (text.size() < 2 || !first_letters[static_cast<unsigned char>(text[0])]) return std::nullopt;
  if (text.starts_with("> ")) return folder_of_script(text);
  for (const auto& form : forms) {
    if (text[0] != form.beginning[0] || text[1] != form.beginning[1]) continue;  // settles nearly all of them
    if (text.starts_with(form.beginning)) return folder_of(form, text);
  }
  return std::nullopt;
}

void NamedFolders::add(NamedFolder folder) {
  const auto covers = [&](const NamedFolder& one) {
    return (one.is_sure || !folder.is_sure) && lies_in(folder.path, one.path);
  };
  if (std::ranges::any_of(folders_, covers)) return;
  if (!folder.is_sure) {  // a tool that ran in a folder of the repository spoke first
    std::erase_if(folders_, [&](const NamedFolder& one) { return !one.is_sure && lies_in(one.path, folder.path); });
  }
  if (folders_.size() < folders_max) folders_.push_back(std::move(folder));
}

std::vector<std::string> NamedFolders::take() {
  std::stable_partition(folders_.begin(), folders_.end(), [](const NamedFolder& folder) { return folder.is_sure; });
  std::vector<std::string> paths;
  for (auto& folder : folders_) paths.push_back(std::move(folder.path));
  folders_.clear();
  return paths;
}

}  // namespace regreen
