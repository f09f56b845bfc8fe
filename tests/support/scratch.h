#pragma once

#include "os/file.h"
#include "os/folder.h"
#include "os/git.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace regreen {

/// A folder of a test's own, removed with everything in it.
class ScratchFolder {
 public:
  ScratchFolder() : path_(*real_path(*make_fresh_folder(std::filesystem::temp_directory_path(), "regreen-test-"))) {}
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() { EXPECT_TRUE(remove_tree(path_)); }

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline void write_text(const std::string& path, const std::string& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

inline std::string read_text(const std::string& path) { return read_file(path, 1 << 28).value_or("(cannot be read)"); }

/// The permissions of a file.
inline mode_t mode_of(const std::string& path) {
  struct stat info {};
  stat(path.c_str(), &info);
  return info.st_mode & 07777;
}

/// A git repository with one commit of a few files, and a state folder outside of it.
class ScratchRepository {
 public:
  using Files = std::map<std::string, std::string>;

  ScratchRepository() : ScratchRepository({{"a.txt", "one\n"}}) {}
  ScratchRepository(std::initializer_list<Files::value_type> files) : ScratchRepository(Files(files)) {}
  explicit ScratchRepository(const Files& files) {
    std::filesystem::create_directories(path());
    git({"init", "-q", "-b", "main"});
    git({"config", "user.name", "Ada"});
    git({"config", "user.email", "ada@example.com"});
    for (const auto& [name, text] : files) write(name, text);
    commit("first");
  }

  std::string path() const { return folder_ / "repo"; }
  std::string state() const { return folder_ / "state"; }
  std::string outside(const std::string& name) const { return folder_ / name; }
  std::string operator/(const std::string& name) const { return path() + "/" + name; }

  void write(const std::string& name, const std::string& text) const { write_text(*this / name, text); }
  std::string read(const std::string& name) const { return read_text(*this / name); }
  bool has(const std::string& name) const {
    return std::filesystem::exists(std::filesystem::symlink_status(*this / name));
  }

  /// What a git command prints; the test fails where the command does.
  std::string git(std::vector<std::string> arguments) const {
    auto output = ask_git(path(), std::move(arguments));
    EXPECT_TRUE(output) << (output ? "" : output.error().message);
    return output.value_or("");
  }
  void commit(const std::string& message) const {
    git({"add", "-A"});
    git({"commit", "-q", "--allow-empty", "-m", message});
  }

  /// Names, kinds, modes and bytes of everything below a folder: equal before and after where nothing changed.
  static std::map<std::string, std::string> snapshot(const std::string& folder) {
    std::map<std::string, std::string> result;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      const auto status = entry.symlink_status();
      std::string what = std::to_string(static_cast<unsigned>(status.permissions()));
      if (status.type() == std::filesystem::file_type::regular) what += read_text(entry.path());
      if (status.type() == std::filesystem::file_type::symlink) what += std::filesystem::read_symlink(entry.path());
      result[entry.path().string()] = what;
    }
    return result;
  }

 private:
  ScratchFolder folder_;
};

}  // namespace regreen
