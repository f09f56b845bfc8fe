#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

constexpr const char* subtracted = "TypeError: can't subtract offset-naive and offset-aware datetimes";
constexpr const char* compared = "TypeError: can't compare offset-naive and offset-aware datetimes";

/// What becomes of the files after a commit that gave another time its zone; those that change.
Files in_utc(Files files, const std::string& file, std::size_t line, const std::string& said_line = subtracted,
             const std::string& before = "import datetime\n\nNOW = datetime.datetime.utcnow()\n") {
  LastCommit commit;
  commit.before["last.py"] = before;
  files["last.py"] = "import datetime\n\nNOW = datetime.datetime.now(datetime.timezone.utc)\n";
  const auto tree = tree_of(files);
  const auto diagnosis = diagnosis_of({said(said_line, {}, {{file, line, 0}})});
  Files after;
  for (const auto& row : fixers()) {
    if (row.remedy != "python.say-utc") continue;
    const auto patches = row.fix({diagnosis, tree, tables(), commit});
    if (patches.empty()) continue;
    for (const auto& change : patches.front().changes) {
      after[change.path] = change.after.value_or("");
      EXPECT_TRUE(python_compiles(after[change.path])) << after[change.path];
    }
    const PatchedTree healed(tree, patches.front());
    EXPECT_TRUE(row.fix({diagnosis, healed, tables(), commit}).empty()) << "not idempotent";
  }
  return after;
}

const std::string head = "from datetime import datetime, timezone\n\n";
const std::string age =
    "\n\ndef age(text):\n    return datetime.now(timezone.utc) - parse(text)\n";  // two lines above it

std::string parsed(const std::string& format, const std::string& more = "") {
  return head + more + "def parse(text):\n    return datetime.strptime(text, " + format + ")\n" + age;
}

TEST(SayUtc, OfATimeWhoseFormatSaysSo) {
  EXPECT_EQ(
      in_utc({{"a.py", parsed("'%Y-%m-%dT%H:%M:%SZ'")}}, "a.py", 8),
      (Files{{"a.py", replace_all(parsed("'%Y-%m-%dT%H:%M:%SZ'"), "SZ')", "SZ').replace(tzinfo=timezone.utc)")}}));
  EXPECT_EQ(in_utc({{"a.py", parsed("'%d.%m.%Y %H:%M'")}}, "a.py", 8), Files());
  EXPECT_EQ(in_utc({{"a.py", parsed("'%Y-%m-%d %H:%M %Z'")}}, "a.py", 8), Files());
  EXPECT_EQ(in_utc({{"a.py", parsed("'%Y-%m-%dT%H:%M:%S%z'")}}, "a.py", 8), Files());
  EXPECT_EQ(in_utc({{"a.py", parsed("FORMAT")}}, "a.py", 8), Files());
}

TEST(SayUtc, OfACallThatSaysSo) {
  const std::string code =
      "import datetime as dt\n\nSTART = dt.datetime(1970, 1, 1)\n\n\ndef count(now: dt.datetime):\n    "
      "return (now - START).total_seconds()\n";
  EXPECT_EQ(in_utc({{"a.py", code}}, "a.py", 7),
            (Files{{"a.py", replace_all(code, "1, 1)", "1, 1, tzinfo=dt.timezone.utc)")}}));
  const std::string clock = "from datetime import datetime\n\n\ndef clock():\n    return datetime.utcnow()\n";
  const std::string token = "from clock import clock\n\n\ndef is_over(token):\n    return token.end <= clock()\n";
  EXPECT_EQ(in_utc({{"clock.py", clock}, {"tokens.py", token}}, "tokens.py", 5, compared),
            (Files{{"clock.py",
                    "from datetime import datetime, timezone\n\n\ndef clock():\n    return "
                    "datetime.now(timezone.utc)\n"}}));
  const std::string stamp =
      head + "def is_new(seconds, since):\n    return datetime.utcfromtimestamp(seconds) > since\n";
  EXPECT_EQ(
      in_utc({{"a.py", stamp}}, "a.py", 4, compared),
      (Files{{"a.py", replace_all(stamp, "utcfromtimestamp(seconds)", "fromtimestamp(seconds, tz=timezone.utc)")}}));
  EXPECT_EQ(in_utc({{"a.py", replace_all(stamp, "utcfrom", "from")}}, "a.py", 4, compared), Files());
}

std::string lease(const std::string& fields) {
  return "from dataclasses import dataclass\nfrom datetime import datetime, timezone\n\n\n@dataclass\nclass Lease:\n" +
         fields +
         "\n    def left(self):\n        return self.ends - datetime.now(timezone.utc)\n\n\n"
         "def load(text):\n    return Lease(text, datetime.strptime(text, '%Y-%m-%d %H:%M UTC'))\n";
}

TEST(SayUtc, OfWhatAFieldIsMadeOf) {
  const auto code = lease("    host: str\n    ends: datetime\n");
  const auto said_so = replace_all(code, "UTC')", "UTC').replace(tzinfo=timezone.utc)");
  EXPECT_EQ(in_utc({{"a.py", code}}, "a.py", 11), (Files{{"a.py", said_so}}));
  EXPECT_EQ(in_utc({{"a.py", lease("    ends: datetime\n    host: str\n")}}, "a.py", 11), Files());
  const auto plain = lease("    def __init__(self, host, ends):\n        self.ends = ends\n");
  EXPECT_EQ(in_utc({{"a.py", plain}}, "a.py", 11),
            (Files{{"a.py", replace_all(plain, "UTC')", "UTC').replace(tzinfo=timezone.utc)")}}));
  const std::string other = "class Task:\n    def __init__(self, ends):\n        self.ends = ends\n";
  EXPECT_EQ(in_utc({{"a.py", code}, {"b.py", other}}, "a.py", 11), Files());  // whose `ends` it is, nobody says
}

TEST(SayUtc, StaysWhereTheFileKnowsOtherTimesToo) {
  const std::string format = "'%Y-%m-%dT%H:%M:%SZ'";
  EXPECT_EQ(in_utc({{"a.py", parsed(format) + "\n\ndef today():\n    return datetime.now()\n"}}, "a.py", 8), Files());
  EXPECT_EQ(in_utc({{"a.py", parsed(format)}}, "a.py", 3), Files());  // another line
  const auto django =
      replace_all(parsed(format, ""), "datetime, timezone\n", "datetime\nfrom django.utils import timezone\n");
  EXPECT_EQ(in_utc({{"a.py", django}}, "a.py", 9), Files());
}

TEST(SayUtc, StaysWhereTheNewestCommitDoesNotGoThere) {
  const auto code = parsed("'%Y-%m-%dT%H:%M:%SZ'");
  const std::string same = "import datetime\n\nNOW = datetime.datetime.now(datetime.timezone.utc)\n";
  EXPECT_EQ(in_utc({{"a.py", code}}, "a.py", 8, subtracted, same), Files());
  const std::string reader =
      "from a import parse\nfrom datetime import datetime\n\n\ndef f(a, b):\n    return parse(a) - "
      "datetime.fromisoformat(b)\n";
  EXPECT_EQ(in_utc({{"a.py", code}, {"b.py", reader}}, "a.py", 8), Files());
}

TEST(SayUtc, StaysWhereTheTestMakesTheTime) {
  const std::string test = head + "from app import now\n\n\ndef test_now():\n    assert now() >= datetime.utcnow()\n";
  EXPECT_EQ(
      in_utc({{"tests/test_a.py", test}, {"app.py", head + "def now():\n    return datetime.now(timezone.utc)\n"}},
             "tests/test_a.py", 7, compared),
      Files());
}

TEST(SayUtc, StaysWhereBothSidesHaveNoZone) {
  const std::string code = head + "def f():\n    return datetime.utcnow() - datetime(1970, 1, 1)\n";
  EXPECT_EQ(in_utc({{"a.py", code}}, "a.py", 4), Files());
}

}  // namespace
}  // namespace regreen::story
