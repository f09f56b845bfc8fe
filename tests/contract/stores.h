#pragma once

#include "adapters/memory/world.h"
#include "adapters/sqlite/store.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

namespace regreen {

inline const Timestamp noon = Timestamp(std::chrono::hours(24 * 20000 + 12));
inline Timestamp after(int minutes) { return noon + std::chrono::minutes(minutes); }

inline std::filesystem::path fresh_folder() {
  static int count = 0;
  return std::filesystem::temp_directory_path() / fmt::format("regreen-store-{}-{}", getpid(), ++count);
}

struct MemoryKind {
  static std::unique_ptr<Store> open(const std::filesystem::path&) { return std::make_unique<MemoryStore>(); }
};
struct SqliteKind {
  static std::unique_ptr<Store> open(const std::filesystem::path& folder) {
    return std::move(SqliteStore::open((folder / "a" / "regreen.db").string()).value());
  }
};

using Kinds = testing::Types<MemoryKind, SqliteKind>;

// What only the file on disk promises.
class SqliteFile : public testing::Test {
 protected:
  SqliteFile() { std::filesystem::create_directories(folder_); }
  ~SqliteFile() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_ = fresh_folder();
  std::string path_ = (folder_ / "regreen.db").string();
};

}  // namespace regreen
