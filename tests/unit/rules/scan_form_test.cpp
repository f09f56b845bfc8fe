#include "rules/scan_form.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

struct Row {
  const char* pattern;
  const char* form;
};

TEST(ScanForm, WidensAPatternToWhatIsQuickToFind) {
  const Row rows[] = {
      {"no space left on device", "no space left on device"},
      {R"(^E  +(?P<detail>.+)$)", R"(\nE )"},
      {R"((?P<file>[^:]+):(?P<line>\d+): error: (?P<detail>.+)$)", ": error: "},
      {R"(^\s*Caused by: (?P<code>\S+))", "Caused by: "},
      {R"((?i)\bdisk quota exceeded\b)", R"((?i)disk quota exceeded\b)"},
      {R"(^FAIL|^ERROR$)", R"(\nFAIL|\nERROR\n)"},
      {R"([$^|]{2,3}x$)", R"([$^|]{2,}x\n)"},
      {R"((?:^|[\s$])go (?P<detail>.*))", R"((?:\n|[\s$])go )"},
      {R"(name '[^']+' is taken)", R"(name '[^\n']+' is taken)"},
      {"ab[^]x-]+c", "ab[^]\\nx-]+c"},
      {"(?:no|bad) {1,3}disk.{0,80}full", "disk.{0,}full"},
      {"(?:no|bad) {1,3}dis[ck]", "(?:no|bad) {1,}dis[ck]"},
      {R"(^#\x20ok\s+0$)", R"(\n#\x20ok\s+0\n)"},
      {R"(\QA+B\E\pN{2}x+)", R"(\QA+B\E\pN{2}x+)"},
      {"exit \\$\\?", "exit \\$\\?"},
      {R"(\[Errno \d+\])", R"(\[Errno \d+\])"},
  };
  for (const auto& row : rows) EXPECT_EQ(scan_form(row.pattern), row.form) << row.pattern;
}

// Else the find could end on the line before.
TEST(ScanForm, KeepsACharacterOfTheLine) {
  EXPECT_EQ(scan_form("^.+$"), "\\n.+\\n");
  EXPECT_EQ(scan_form("^x?.*"), "\\nx?.*");
  EXPECT_EQ(scan_form("^(?P<symbol>\\w+)$"), "\\n\\w+\\n");
}

}  // namespace
}  // namespace regreen
