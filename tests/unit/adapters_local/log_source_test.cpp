#include "adapters/local/log_source.h"

#include "support/scratch.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace regreen {
namespace {

// All files of a source: name and bytes.
std::map<std::string, std::string> drain(Source& source) {
  std::map<std::string, std::string> files;
  while (auto name = *source.next_file()) {
    auto& text = files[*name];
    for (auto chunk = *source.next_chunk(); !chunk.empty(); chunk = *source.next_chunk()) text += chunk;
  }
  return files;
}

TEST(LogSource, gives_the_bytes_of_a_file_under_an_empty_name) {
  const ScratchFolder folder;
  write_text(folder / "job.log", "one\ntwo\n");
  const auto source = open_log(folder / "job.log");
  ASSERT_TRUE(source);
  EXPECT_EQ((*source)->name(), folder / "job.log");
  EXPECT_EQ(drain(**source), (std::map<std::string, std::string>{{"", "one\ntwo\n"}}));
}

TEST(LogSource, gives_the_files_of_a_folder_and_follows_no_link_out_of_it) {
  const ScratchFolder folder;
  write_text(folder / "secret", "hidden");
  write_text(folder / "logs/b.txt", "b");
  write_text(folder / "logs/a/deep.txt", "a");
  std::filesystem::create_symlink(folder / "secret", folder / "logs/link");
  const auto source = open_log(folder / "logs");
  ASSERT_TRUE(source);
  EXPECT_EQ(drain(**source), (std::map<std::string, std::string>{{"a/deep.txt", "a"}, {"b.txt", "b"}}));
}

TEST(LogSource, says_that_a_log_is_missing) {
  const auto source = open_log("/nowhere/job.log");
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().kind, ErrorKind::not_found);
  EXPECT_EQ(source.error().message, "the log /nowhere/job.log: No such file or directory");
}

TEST(LogSource, says_that_a_log_is_empty) {
  const ScratchFolder folder;
  write_text(folder / "job.log", "");
  EXPECT_EQ(open_log(folder / "job.log").error().kind, ErrorKind::invalid);
  std::filesystem::create_directory(folder / "logs");
  EXPECT_EQ(open_log(folder / "logs").error().kind, ErrorKind::not_found);
}

TEST(LogSource, says_that_a_log_cannot_be_read) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const ScratchFolder folder;
  write_text(folder / "job.log", "text");
  chmod((folder / "job.log").c_str(), 0);
  EXPECT_EQ(open_log(folder / "job.log").error().kind, ErrorKind::denied);
}

TEST(LogSource, streams_a_large_log_in_small_chunks) {
  const ScratchFolder folder;
  write_text(folder / "big.log", "start\n");
  constexpr std::uint64_t size = 300ULL << 20;
  ASSERT_EQ(truncate((folder / "big.log").c_str(), static_cast<off_t>(size)), 0);
  const auto source = open_log(folder / "big.log");
  ASSERT_TRUE(source);
  ASSERT_TRUE(*(*source)->next_file());
  std::uint64_t seen = 0;
  for (auto chunk = *(*source)->next_chunk(); !chunk.empty(); chunk = *(*source)->next_chunk()) {
    ASSERT_LE(chunk.size(), 1U << 20);
    seen += chunk.size();
  }
  EXPECT_EQ(seen, size);
}

TEST(LogSource, reads_standard_input_and_pipes) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  ASSERT_EQ(write(ends[1], "piped", 5), 5);
  close(ends[1]);
  const int before = dup(0);
  dup2(ends[0], 0);
  const auto source = open_log("-");
  dup2(before, 0);
  close(before);
  close(ends[0]);
  ASSERT_TRUE(source);
  EXPECT_EQ((*source)->name(), "-");
  EXPECT_EQ(drain(**source)[""], "piped");
}

}  // namespace
}  // namespace regreen
