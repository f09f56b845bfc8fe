#include "cli/pattern_cache.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "base/hash.h"
#include "os/file.h"

namespace regreen {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t bytes_max = 64 << 20;
constexpr std::size_t files_max = 8;  // the oldest go: one for each set of rules that somebody works with
constexpr std::string_view prefix = "patterns-";

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string cache_folder() {
  if (const auto folder = variable("XDG_CACHE_HOME"); !folder.empty()) return folder + "/regreen";
  if (const auto home = variable("HOME"); !home.empty()) return home + "/.cache/regreen";
  return "";
}

void drop_oldest(const std::string& folder) {
  std::error_code trouble;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const auto& entry : fs::directory_iterator(folder, trouble)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(prefix)) files.emplace_back(entry.last_write_time(trouble), entry.path());
  }
  if (files.size() <= files_max) return;
  std::ranges::sort(files);
  for (std::size_t i = 0; i + files_max < files.size(); ++i) fs::remove(files[i].second, trouble);
}

}  // namespace

// A file is its own hash, then the bytes: the library would believe a damaged database.
std::string_view PatternCache::find(const std::string& key) {
  const std::string folder = cache_folder();
  if (folder.empty()) return {};
  auto read = read_file(folder + "/" + std::string(prefix) + key, bytes_max);
  if (!read) return {};
  bytes_ = std::move(*read);
  constexpr std::size_t hash_bytes = 32;
  if (bytes_.size() <= hash_bytes) return {};
  const auto rest = std::string_view(bytes_).substr(hash_bytes);
  return std::string_view(bytes_).substr(0, hash_bytes) == hash_hex(rest) ? rest : std::string_view();
}

void PatternCache::keep(const std::string& key, std::string_view bytes) {
  const std::string folder = cache_folder();
  std::error_code trouble;
  if (folder.empty()) return;
  fs::create_directories(folder, trouble);
  if (trouble) return;
  (void)replace_file(folder + "/" + std::string(prefix) + key, hash_hex(bytes) + std::string(bytes), 0600);
  drop_oldest(folder);
}

}  // namespace regreen
