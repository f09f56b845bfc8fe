#include "read/each_line.h"

#include <gtest/gtest.h>

#include <vector>

namespace regreen {
namespace {

using Visited = std::vector<std::string>;  // "file:number:line"

Visited visited(MemorySource source) {
  Visited lines;
  const auto done = each_line(source, [&](const std::string& file, std::size_t number, std::string_view line) {
    lines.push_back(file + ":" + std::to_string(number) + ":" + std::string(line));
  });
  EXPECT_TRUE(done) << done.error().message;
  return lines;
}

TEST(EachLine, IsCleanAndCounted) {
  EXPECT_EQ(visited({"log", "2026-01-02T03:04:05.1234567Z \x1b[31mred\x1b[0m\r\n\n  10%\r 20%\rdone"}),
            (Visited{":1:red", ":2:", ":3:done"}));
}

TEST(EachLine, OfEveryTextButReports) {
  const MemorySource::Files files = {{"a.txt", "one\ntwo\n"},
                                     {"junit.xml", "<?xml version=\"1.0\"?>\n<testsuite tests=\"0\"></testsuite>\n"},
                                     {"b.txt", "three\n"}};
  EXPECT_EQ(visited({"folder", files}), (Visited{"a.txt:1:one", "a.txt:2:two", "b.txt:1:three"}));
}

}  // namespace
}  // namespace regreen
