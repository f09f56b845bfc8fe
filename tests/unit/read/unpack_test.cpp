#include "base/hash.h"
#include "base/text.h"
#include "read/archive.h"
#include "unit/read/logs.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

using namespace std::string_literals;

const std::string log = "making a.o\nerror: no such type\n";

Result<Evidence> try_read(std::string bytes) {
  MemorySource source("x.log", std::move(bytes));
  return read(source, rules());
}

// Hands over a pattern again and again, without ever holding it all.
class EndlessSource : public Source {
 public:
  EndlessSource(std::string chunk, std::size_t times) : chunk_(std::move(chunk)), left_(times) {}
  std::string name() const override { return "huge.log"; }
  Result<std::optional<std::string>> next_file() override {
    if (std::exchange(begun_, true)) return std::nullopt;
    return std::optional<std::string>("");
  }
  Result<std::string_view> next_chunk() override {
    if (left_ == 0) return std::string_view();
    --left_;
    return std::string_view(chunk_);
  }

 private:
  std::string chunk_;
  std::size_t left_;
  bool begun_ = false;
};

void expect_the_log(const Evidence& evidence, const std::string& file) {
  EXPECT_EQ(signal_texts(evidence), std::vector<std::string>{"error: no such type"});
  ASSERT_EQ(evidence.signals.size(), 1u);
  EXPECT_EQ(evidence.signals[0].place, (Place{file, 2}));
  EXPECT_EQ(evidence.lines, 2u);
}

TEST(Unpack, ReadsPlainGzipAndZstdByTheirFirstBytesAndNotByName) {
  for (const auto& bytes : {log, gzip_of(log), zstd_of(log), gzip_of(gzip_of(log))}) {
    const Evidence evidence = read_log(bytes);
    expect_the_log(evidence, "");
    EXPECT_EQ(evidence.bytes, bytes.size());
    EXPECT_EQ(evidence.hash, hash_hex(bytes));
    EXPECT_TRUE(evidence.notes.empty());
  }
}

TEST(Unpack, ReadsSeveralGzipMembersAsOneLog) {
  expect_the_log(read_log(gzip_of("making a.o\n") + gzip_of("error: no such type\n")), "");
}

TEST(Unpack, IgnoresPaddingAfterTheLastGzipMember) {
  const Evidence evidence = read_log(gzip_of(log) + std::string(512, '\0'));
  expect_the_log(evidence, "");
  EXPECT_TRUE(evidence.notes.empty());
}

TEST(Unpack, NamesTheEntryOfAZipOrTar) {
  expect_the_log(read_log(zip_of({{"a/b.txt", log}})), "a/b.txt");
  expect_the_log(read_log(tar_of({{"a/b.txt", log}})), "a/b.txt");
  expect_the_log(read_log(gzip_of(tar_of({{"a/b.txt", log}}))), "a/b.txt");
}

TEST(Unpack, OpensWhatIsPackedTwice) {
  expect_the_log(read_log(zip_of({{"a.log.gz", gzip_of(log)}})), "a.log.gz");
  expect_the_log(read_log(zip_of({{"in.zip", zip_of({{"b.txt", log}})}})), "in.zip/b.txt");
}

TEST(Unpack, NamesFilesOfAFolder) {
  expect_the_log(read_files({{"out/make.log", log}}), "out/make.log");
  expect_the_log(read_files({{"run.zip", zip_of({{"b.txt", log}})}, {"empty.log", ""}}), "run.zip/b.txt");
}

TEST(Unpack, KeepsNamesThatAreNotAscii) { expect_the_log(read_log(zip_of({{"tests 🐧/ñ.txt", log}})), "tests 🐧/ñ.txt"); }

TEST(Unpack, NamesAreLabelsAndNeverPaths) {
  EXPECT_EQ(entry_label("../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(entry_label("/etc/passwd"), "etc/passwd");
  EXPECT_EQ(entry_label("C:\\Windows\\..\\system.ini"), "Windows/system.ini");
  EXPECT_EQ(entry_label("a\x1b[31m\nb"), "a[31mb");
  EXPECT_EQ(entry_label("../.."), "unnamed");
  EXPECT_LE(entry_label(std::string(100'000, 'x')).size(), 510u);
  expect_the_log(read_log(zip_of({{"../../../tmp/evil.txt", log}})), "tmp/evil.txt");
}

TEST(Unpack, TellsEntriesOfOneNameApart) {
  const Evidence evidence = read_log(zip_of({{"a.txt", log}, {"a.txt", log}}));
  ASSERT_EQ(evidence.signals.size(), 2u);
  EXPECT_EQ(evidence.signals[0].place.file, "a.txt");
  EXPECT_EQ(evidence.signals[1].place.file, "a.txt (2)");
}

TEST(Unpack, NotesADamagedEntryOnce) {
  std::string noise = log;
  for (int i = 0; i < 100'000; ++i) noise += std::to_string(i * 7919) + "\n";
  std::string bytes = zip_of({{"a.txt", noise}});
  bytes.replace(bytes.size() / 2, 20, std::string(20, '\xEE'));
  const Evidence evidence = read_log(bytes);
  EXPECT_EQ(evidence.signals.size(), 1u);
  EXPECT_LE(evidence.notes.size(), 2u);
}

TEST(Unpack, ReadsATruncatedGzipOrZstdUpToWhereItEndsAndSaysSo) {
  std::string long_log = log;
  for (int i = 0; i < 100'000; ++i) long_log += "line " + std::to_string(i * 7919) + "\n";
  for (const auto& whole : {gzip_of(long_log), zstd_of(long_log)}) {
    const Evidence evidence = read_log(whole.substr(0, whole.size() / 2));
    EXPECT_EQ(evidence.signals.size(), 1u);
    EXPECT_GT(evidence.lines, 1000u);
    ASSERT_EQ(evidence.notes.size(), 1u);
    EXPECT_TRUE(contains(evidence.notes[0], "cut off")) << evidence.notes[0];
  }
}

TEST(Unpack, ReadsATruncatedZipUpToWhereItEndsAndSaysSo) {
  std::string noise;
  for (int i = 0; i < 100'000; ++i) noise += std::to_string(i * 7919) + "\n";
  const std::string whole = zip_of({{"a.txt", log}, {"b.txt", noise}});
  for (const std::size_t length : {whole.size() / 2, whole.size() - 30}) {
    const Evidence evidence = read_log(whole.substr(0, length));
    EXPECT_EQ(evidence.signals.size(), 1u);
    EXPECT_FALSE(evidence.notes.empty()) << length;
  }
}

TEST(Unpack, DamagedGzipIsReadUpToTheDamage) {
  std::string bytes = gzip_of(log);
  bytes[bytes.size() - 6] ^= 0x55;  // the checksum
  const Evidence evidence = read_log(bytes);
  EXPECT_EQ(evidence.signals.size(), 1u);
  EXPECT_EQ(evidence.notes.size(), 1u);
}

TEST(Unpack, StopsAZipBomb) {
  std::string bomb;  // 320 MB of blanks
  const std::string member = gzip_of(std::string(16 << 20, ' '));
  for (int i = 0; i < 20; ++i) bomb += member;
  bomb = gzip_of(bomb);
  ASSERT_LT(bomb.size(), 100'000u);
  const Evidence evidence = read_log(bomb);
  ASSERT_FALSE(evidence.notes.empty());
  EXPECT_TRUE(contains(evidence.notes[0], "bomb")) << evidence.notes[0];
}

TEST(Unpack, DoesNotDescendForEver) {
  std::string bytes = log;
  for (int depth = 0; depth < 10; ++depth) bytes = gzip_of(bytes);
  const auto evidence = try_read(bytes);
  ASSERT_FALSE(evidence.has_value());
  EXPECT_EQ(evidence.error().kind, ErrorKind::invalid);
}

TEST(Unpack, SkipsBinaryFilesOfAnArchiveWithANote) {
  const std::string png = "\x89PNG\r\n\x1a\n\0\0\0error: no\n"s;
  const Evidence evidence = read_log(zip_of({{"shot.png", png}, {"a.txt", log}}));
  expect_the_log(evidence, "a.txt");
  ASSERT_EQ(evidence.notes.size(), 1u);
  EXPECT_EQ(evidence.notes[0], "shot.png: skipped, a PNG image");
}

TEST(Unpack, RefusesAFileThatIsNoLog) {
  const auto image = try_read("\x89PNG\r\n\x1a\n\0\0\0\0"s);
  ASSERT_FALSE(image.has_value());
  EXPECT_EQ(image.error().message, "x.log: not a log but a PNG image");
  std::string machine_code;
  for (int i = 0; i < 2000; ++i) machine_code += static_cast<char>(i * 37 % 32);
  EXPECT_FALSE(try_read(machine_code).has_value());
}

TEST(Unpack, RefusesAnEmptyLogAndSaysWhatToDo) {
  for (const auto& bytes : {std::string(), gzip_of(""), zip_of({}), zip_of({{"a.txt", ""}})}) {
    const auto evidence = try_read(bytes);
    ASSERT_FALSE(evidence.has_value());
    EXPECT_TRUE(contains(evidence.error().message, "fetch it again")) << evidence.error().message;
  }
}

TEST(Unpack, DecodesUtf16) {
  std::string little = "\xFF\xFE", big = "\xFE\xFF";
  for (const char c : log) {
    little += std::string{c, '\0'};
    big += std::string{'\0', c};
  }
  expect_the_log(read_log(little), "");
  expect_the_log(read_log(big), "");
  EXPECT_EQ(read_log("\xFF\xFE"
                     "e\0r\0r\0o\0r\0:\0 \0\x3D\xD8\x27\xDC"s)
                .signals[0]
                .text,
            "error: 🐧");
}

TEST(Unpack, AHugePlainLogIsNoBomb) {
  std::string line(1 << 20, 'x');
  line.back() = '\n';
  EndlessSource source(std::move(line), 400);  // 400 MB
  const auto evidence = read(source, rules());
  ASSERT_TRUE(evidence.has_value());
  EXPECT_EQ(evidence->lines, 400u);
  EXPECT_TRUE(evidence->notes.empty());
}

TEST(Unpack, ALogOfOnlyNulsCostsLinearTime) {
  EndlessSource source(std::string(1 << 20, '\0'), 200);  // 200 MB in one line
  const auto evidence = read(source, rules());
  ASSERT_TRUE(evidence.has_value());
  EXPECT_EQ(evidence->lines, 1u);
  EXPECT_TRUE(evidence->signals.empty());
}

TEST(Unpack, TheHashOfAFolderKnowsNamesAndBytes) {
  EXPECT_EQ(read_files({{"a", log}, {"b", log}}).hash, read_files({{"a", log}, {"b", log}}).hash);
  EXPECT_NE(read_files({{"a", log}, {"b", log}}).hash, read_files({{"a", log}, {"c", log}}).hash);
}

}  // namespace
}  // namespace regreen
