// A parameter that the newest commit gave another name, and who still passes it by the old one.

#include "model/last_commit.h"
#include "story.h"

#include <optional>

namespace regreen::story {
namespace {

const std::string net_before =
    "def _send(url, timeout=30.0):\n    return url, timeout\n\n\n"
    "def get(url, timeout=30.0):\n    \"\"\"GET, timeout in seconds.\"\"\"\n    return _send(url, "
    "timeout=timeout)\n\n\n"
    "def put(url, body, timeout=30.0):\n    return body, _send(url, timeout=timeout)\n\n\n"
    "class Client:\n    def __init__(self, timeout=3.0):\n        self.timeout = timeout\n";

const std::string net_today =
    "def _send(url, timeout=30.0):\n    return url, timeout\n\n\n"
    "def get(url, timeout_s=30.0):\n    \"\"\"GET.\"\"\"\n    return _send(url, timeout=timeout_s)\n\n\n"
    "def put(url, body, timeout_s=30.0):\n    return body, _send(url, timeout=timeout_s)\n\n\n"
    "class Client:\n    def __init__(self, timeout_s=3.0):\n        self.timeout = timeout_s\n";

struct Project {
  std::string before = net_before;
  std::string today = net_today;
  std::string caller = "from .net import get\n\n\ndef read(h):\n    return get(h, timeout=2)\n";
  std::string function = "get";
  std::size_t line = 5;
  std::string file = "feed/solar.py";
  std::string package = "";
};

std::string caller_of(const Project& one) {
  const Files files = {{"feed/__init__.py", one.package}, {"feed/net.py", one.today}, {one.file, one.caller}};
  LastCommit commit;
  commit.before["feed/net.py"] = one.before;
  auto unknown = said("E       TypeError: " + one.function + "() got an unexpected keyword argument 'timeout'",
                      {{"symbol", one.function}, {"key", "timeout"}});
  unknown.after = {"", one.file + ":" + std::to_string(one.line) + ": TypeError"};
  const auto after = mended("python.follow-keyword", files, diagnosis_of({unknown}), commit);
  EXPECT_FALSE(after.contains("feed/net.py"));
  return after.contains(one.file) ? after.at(one.file) : "nothing";
}

TEST(RenamedKeyword, IsFollowedByWhoCallsTheFunction) {
  EXPECT_EQ(caller_of({}), "from .net import get\n\n\ndef read(h):\n    return get(h, timeout_s=2)\n");
  EXPECT_EQ(caller_of({.caller = "from feed import net\n\n\ndef read(h):\n    return net.get(h, timeout=2)\n"}),
            "from feed import net\n\n\ndef read(h):\n    return net.get(h, timeout_s=2)\n");
  EXPECT_EQ(caller_of({.caller = "import feed.net as n\n\nx = n.get(\n    1,\n    timeout=2,  # soon\n)\n", .line = 3}),
            "import feed.net as n\n\nx = n.get(\n    1,\n    timeout_s=2,  # soon\n)\n");
  EXPECT_EQ(caller_of({.caller = "from feed import get as fetch\n\nx = fetch(1, timeout=2)\n",
                       .line = 3,
                       .package = "from .net import get\n"}),
            "from feed import get as fetch\n\nx = fetch(1, timeout_s=2)\n");
}

TEST(RenamedKeyword, OfAClassIsPassedToItsName) {
  EXPECT_EQ(caller_of({.caller = "from .net import Client\n\nclient = Client(timeout=1)\n",
                       .function = "Client.__init__",
                       .line = 3}),
            "from .net import Client\n\nclient = Client(timeout_s=1)\n");
}

TEST(RenamedKeyword, OfOtherFunctionsOfTheFileIsFollowedWithIt) {
  EXPECT_EQ(caller_of({.caller = "from .net import get, put, _send\n\nx = get(1, timeout=2)\n"
                                 "y = put(1, 2, timeout=3)\nz = _send(1, timeout=3)\n",
                       .line = 3}),
            "from .net import get, put, _send\n\nx = get(1, timeout_s=2)\n"
            "y = put(1, 2, timeout_s=3)\nz = _send(1, timeout=3)\n");
}

TEST(RenamedKeyword, StaysWhereTheFunctionDoesSomethingElseToday) {
  EXPECT_EQ(caller_of({.today = replace_all(net_today, "timeout_s=30.0", "timeout_ms=30000")}), "nothing") << "a unit";
  EXPECT_EQ(caller_of({.today = replace_all(net_today, "timeout=timeout_s)", "timeout=timeout_s / 1000)")}), "nothing");
  EXPECT_EQ(caller_of({.today = replace_all(net_today, "_send(url, timeout=timeout_s)", "_send(url, wait=timeout_s)")}),
            "nothing");
  EXPECT_EQ(caller_of({.today = replace_all(net_today, "url, timeout_s", "url, retries=3, timeout_s")}), "nothing");
  EXPECT_EQ(caller_of({.today = replace_all(net_today, "timeout_s", "_timeout")}), "nothing") << "set aside";
  EXPECT_EQ(caller_of({.before = net_today}), "nothing") << "the commit did not rename it";
}

TEST(RenamedKeyword, StaysWhereAnotherFunctionTakesIt) {
  EXPECT_EQ(caller_of({.caller = "from other.net import get\n\n\ndef read(h):\n    return get(h, timeout=2)\n"}),
            "nothing");
  EXPECT_EQ(caller_of({.caller = "from .net import get\n\n\ndef read(get):\n    return get(1, timeout=2)\n"}),
            "nothing");
  EXPECT_EQ(caller_of({.caller = "from .net import get\n\n\ndef read(q):\n    return q.get(timeout=2)\n"}), "nothing");
  EXPECT_EQ(caller_of({.caller = "try:\n    from .net import get\nexcept ImportError:\n    from fast import get\n"
                                 "x = get(1, timeout=2)\n"}),
            "nothing");
  EXPECT_EQ(caller_of({.caller = "from .net import get\n\n\ndef read(h):\n    return get(h, {\"timeout\": 2})\n"}),
            "nothing");
}

TEST(RenamedKeyword, StaysWhereWhatTheFunctionUsesIsAnother) {
  const std::string before =
      "from time import sleep\n\nSTEP = 1\n\n\ndef _send(url, timeout):\n    sleep(timeout * STEP)\n\n\n"
      "def get(url, timeout):\n    return _send(url, timeout)\n";
  const auto with = [&](const std::string& from, const std::string& to) {
    return caller_of({.before = before, .today = replace_all(replace_all(before, "timeout", "timeout_s"), from, to)});
  };
  EXPECT_NE(with("", ""), "nothing");
  EXPECT_NE(with("STEP = 1\n", "STEP = 1\nMORE = 2\n"), "nothing");
  EXPECT_EQ(with("STEP = 1", "STEP = 1000"), "nothing");
  EXPECT_EQ(with("sleep(timeout_s", "sleep(timeout_s / 1000"), "nothing");
  EXPECT_EQ(with("from time", "from clocks"), "nothing");
}

TEST(RenamedKeyword, StaysWhereBothArePassedOrTheFunctionIsReplaced) {
  const std::string caller = "from feed import net\n\nx = net.get(1, timeout=2)\n";
  EXPECT_EQ(caller_of({.caller = caller + "y = net.get(1, timeout=2, timeout_s=2)\n", .line = 3}),
            "from feed import net\n\nx = net.get(1, timeout_s=2)\ny = net.get(1, timeout=2, timeout_s=2)\n");
  EXPECT_EQ(caller_of({.caller = caller + "if FAST:\n    net.get = get_fast\n", .line = 3}), "nothing");
}

TEST(RenamedKeyword, StaysWhereWhatOthersKnowByTheNameIsRenamedWithIt) {
  const auto before_with = [](const std::string& text) {
    return "def get(url, timeout=30.0):\n" + text + "\n    return url, timeout\n";
  };
  const auto caller_with = [&](const std::string& before, const std::string& today) {
    return caller_of({.before = before_with(before), .today = replace_all(before_with(today), "timeout", "timeout_s")});
  };
  const std::string followed = "from .net import get\n\n\ndef read(h):\n    return get(h, timeout_s=2)\n";
  for (const std::string text : {"    print('no timeout', timeout)", "    send(f'{url}?a={timeout}')"})
    EXPECT_EQ(caller_with(text, text), followed) << text;
  for (const std::string text : {"    send({'timeout': timeout})", "    send(f'{url}?timeout={timeout}')",
                                 "    send('set timeout = ?', timeout)"})
    EXPECT_EQ(caller_with(text, text), "nothing") << text;
}

TEST(RenamedKeyword, StaysWhereTheLogNamesNoneOfTheCalls) {
  EXPECT_EQ(caller_of({.line = 1}), "nothing");
  EXPECT_EQ(caller_of({.caller = "from feed.net import get\n\n\ndef test_get():\n    assert get(1, timeout=2)\n",
                       .file = "tests/test_net.py"}),
            "nothing")
      << "tests alone pass it: it was promised";
}

}  // namespace
}  // namespace regreen::story
