#include "adapters/sqlite/store.h"
#include "base/time.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace regreen {
namespace {

using Stopwatch = std::chrono::steady_clock;

const Timestamp noon = Timestamp(std::chrono::hours(24 * 20000 + 12));

// How many signatures the store holds: $REGREEN_SIGNATURES, else few enough for every build. script/bench-history asks
// for a million.
std::size_t signatures() {
  const char* wanted = std::getenv("REGREEN_SIGNATURES");
  return wanted == nullptr ? 20000 : std::strtoul(wanted, nullptr, 10);
}

// Spread as hashes are, and cheap to make in SQL too.
Signature signature(std::size_t i) { return {fmt::format("{:08x}{:024x}", i * 2654435761 % 4294967296, i)}; }

// Rows as tell_of_failures writes them, in one transaction; the triggers add up the signatures.
void fill(const std::string& path, std::size_t count) {
  ASSERT_TRUE(SqliteStore::open(path));
  Database database = Database::open(path).value();
  ASSERT_TRUE(database.script("PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; BEGIN"));
  const auto done = database.run(
      "WITH RECURSIVE numbers (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < ?1) "
      "INSERT INTO failures (timestamp, case_id, run_id, repository, commit_sha, job_name, step_name, category, "
      "severity, "
      "confidence, root_cause, error_signature, rule, auto_fixable) "
      "SELECT ?2, i, '', '', '', '', '', 'lint', 'low', 0.9, '', printf('%08x%024x', i * 2654435761 % 4294967296, i), "
      "'', 0 FROM numbers",
      {static_cast<std::int64_t>(count), to_iso(noon)});
  ASSERT_TRUE(done) << done.error().message;
  ASSERT_TRUE(database.script("COMMIT"));
}

TEST(Scale, ASignatureAmongManyIsFoundInLessThanAMillisecond) {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("regreen-scale-{}", getpid());
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "regreen.db").string();
  const std::size_t count = signatures();
  fill(path, count);
  auto store = SqliteStore::open_read_only(path).value();
  std::vector<double> ms;
  for (std::size_t i = 0; i < 1000; ++i) {
    const auto start = Stopwatch::now();
    const auto history = store->history(signature(i * 7919 % count), noon);
    ms.push_back(std::chrono::duration<double, std::milli>(Stopwatch::now() - start).count());
    ASSERT_TRUE(history);
    ASSERT_EQ(history->seen, 1u);
  }
  std::filesystem::remove_all(folder);
  std::ranges::sort(ms);
  fmt::print("{} signatures: look-up median {:.3f} ms, 99th percentile {:.3f} ms\n", count, ms[500], ms[990]);
  EXPECT_LT(ms[500], 1.0);
}

}  // namespace
}  // namespace regreen
