#include "adapters/local/log_source.h"

#include "os/beneath.h"
#include "os/fd.h"
#include "os/system_error.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t chunk_bytes = 256 * 1024;  // what is made of it stays in the second cache
constexpr std::size_t files_max = 100'000;       // of a folder of artifacts
constexpr std::size_t depth_max = 64;

// The bytes of one open file.
class Chunks {
 public:
  Result<std::string_view> next(int file, const std::string& name) {
    for (;;) {
      const ssize_t count = read(file, buffer_.get(), chunk_bytes);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return fail_errno("reading " + name);
      return std::string_view(buffer_.get(), static_cast<std::size_t>(count));
    }
  }

 private:
  // Not filled with zeros: most logs are smaller.
  std::unique_ptr<char[]> buffer_ = std::make_unique_for_overwrite<char[]>(chunk_bytes);
};

// A file, a pipe or standard input. That it is not empty is known from its first chunk, read when it is opened.
class FileSource final : public Source {
 public:
  FileSource(std::string name, Fd file) : name_(std::move(name)), file_(std::move(file)) {}

  Result<void> start() {
    first_ = TRY(chunks_.next(file_.get(), name_));
    if (first_.empty()) return fail(ErrorKind::invalid, "the log " + name_ + " is empty");
    return {};
  }

  std::string name() const override { return name_; }

  Result<std::optional<std::string>> next_file() override {
    if (opened_) return std::optional<std::string>();
    opened_ = true;
    return std::optional<std::string>("");
  }

  Result<std::string_view> next_chunk() override {
    if (!first_.empty()) return std::exchange(first_, {});
    return chunks_.next(file_.get(), name_);
  }

 private:
  std::string name_;
  Fd file_;
  Chunks chunks_;
  std::string_view first_;
  bool opened_ = false;
};

class FolderSource final : public Source {
 public:
  FolderSource(std::string name, Fd folder, std::vector<std::string> files)
      : name_(std::move(name)), folder_(std::move(folder)), files_(std::move(files)) {}

  std::string name() const override { return name_; }

  Result<std::optional<std::string>> next_file() override {
    if (next_ == files_.size()) return std::optional<std::string>();
    const std::string& file = files_[next_++];
    file_ = TRY(open_beneath(folder_.get(), file, O_RDONLY));
    return std::optional<std::string>(file);
  }

  Result<std::string_view> next_chunk() override {
    if (!file_) return std::string_view();
    return chunks_.next(file_.get(), name_ + "/" + files_[next_ - 1]);
  }

 private:
  std::string name_;
  Fd folder_;
  Fd file_;
  Chunks chunks_;
  std::vector<std::string> files_;
  std::size_t next_ = 0;
};

// Adds the regular files below a folder; links are not followed.
Result<void> collect(int root, const std::string& path, std::size_t depth, std::vector<std::string>& files) {
  if (depth > depth_max) return fail(ErrorKind::invalid, "too deep a folder: " + path);
  Fd folder(openat(root, path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  DIR* stream = folder ? fdopendir(folder.get()) : nullptr;
  if (!stream) return fail_errno("reading folder " + path);
  folder.release();
  std::vector<std::string> names;
  while (const dirent* entry = readdir(stream)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(path.empty() ? name : path + "/" + name);
  }
  closedir(stream);
  for (const auto& name : names) {
    struct stat info {};
    if (fstatat(root, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
    if (S_ISREG(info.st_mode)) files.push_back(name);
    if (files.size() > files_max) return fail(ErrorKind::invalid, "too many files in the folder");
    if (S_ISDIR(info.st_mode)) TRY(collect(root, name, depth + 1, files));
  }
  return {};
}

Result<std::unique_ptr<Source>> open_log_folder(const std::string& path) {
  Fd folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder) return fail_errno("reading folder " + path);
  std::vector<std::string> files;
  auto collected = collect(folder.get(), "", 0, files);
  if (!collected) return tl::unexpected(std::move(collected).error().during(path));
  if (files.empty()) return fail(ErrorKind::not_found, "the folder " + path + " has no files");
  std::sort(files.begin(), files.end());
  return std::unique_ptr<Source>(std::make_unique<FolderSource>(path, std::move(folder), std::move(files)));
}

}  // namespace

Result<std::unique_ptr<Source>> open_log(const std::string& path) {
  struct stat info {};
  if (path != "-" && stat(path.c_str(), &info) != 0) return fail_errno("the log " + path);
  if (S_ISDIR(info.st_mode)) return open_log_folder(path);
  Fd file(path == "-" ? fcntl(0, F_DUPFD_CLOEXEC, 3) : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return fail_errno("the log " + path);
  auto source = std::make_unique<FileSource>(path, std::move(file));
  TRY(source->start());
  return std::unique_ptr<Source>(std::move(source));
}

}  // namespace regreen
