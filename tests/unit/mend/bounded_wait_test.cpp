#include "story.h"

namespace regreen::story {
namespace {

std::string waiting(const std::string& text, std::size_t line) {
  const auto after = mended("tests.bounded-wait", Files{{"tests/test_x.py", text}},
                            said("E       assert False", {}, {{"tests/test_x.py", line, 0}}));
  return after.empty() ? "" : after.at("tests/test_x.py");
}

TEST(BoundedWait, ASleepBecomesALoopOnTheAssertedCondition) {
  EXPECT_EQ(waiting("import time\n\n\ndef test_job():\n    w = start()\n    time.sleep(0.05)  # let it run\n    assert "
                    "w.done\n    assert w.result == 42\n",
                    7),
            "import time\n\n\ndef test_job():\n    w = start()\n    deadline = time.monotonic() + 5\n    while not "
            "w.done and time.monotonic() < deadline:\n        time.sleep(0.01)  # let it run\n    assert w.done\n    "
            "assert w.result == 42\n");
}

TEST(BoundedWait, AnAssertionFurtherBelowAndOtherConditions) {
  EXPECT_EQ(waiting("import time\ndef test():\n    time.sleep(1)\n    assert a\n    assert q.size() == 3, 'size'\n", 5),
            "import time\ndef test():\n    deadline = time.monotonic() + 5\n    while q.size() != 3 and "
            "time.monotonic() < deadline:\n        time.sleep(0.01)\n    time.sleep(1)\n    assert a\n    assert "
            "q.size() == 3, "
            "'size'\n");
  EXPECT_EQ(waiting("import time\ndef test():\n    time.sleep(1)\n    assert len(x) > 2 and y\n", 4),
            "import time\ndef test():\n    deadline = time.monotonic() + 5\n    while not (len(x) > 2 and y) and "
            "time.monotonic() < deadline:\n        time.sleep(0.01)\n    time.sleep(1)\n    assert len(x) > 2 and y\n");
  EXPECT_EQ(waiting("import time\ndef test():\n    time.sleep(1)\n    assert 'a' in seen\n", 4),
            "import time\ndef test():\n    deadline = time.monotonic() + 5\n    while not ('a' in seen) and "
            "time.monotonic() < deadline:\n        time.sleep(0.01)\n    assert 'a' in seen\n");
}

TEST(BoundedWait, MethodsOfUnittestAndTheMissingImport) {
  EXPECT_EQ(waiting("from time import sleep\nclass T:\n    def test(self):\n        sleep(0.2)\n        "
                    "self.assertEqual(w.state, 'done')\n",
                    5),
            "import time\nfrom time import sleep\nclass T:\n    def test(self):\n        deadline = time.monotonic() + "
            "5\n        while w.state != 'done' and time.monotonic() < deadline:\n            sleep(0.01)\n        "
            "self.assertEqual(w.state, 'done')\n");
}

TEST(BoundedWait, AsyncTestsSleepAsynchronously) {
  EXPECT_EQ(
      waiting("import asyncio\nimport time\nasync def test():\n    await asyncio.sleep(0.1)\n    assert not w.busy\n",
              5),
      "import asyncio\nimport time\nasync def test():\n    deadline = time.monotonic() + 5\n    while w.busy and "
      "time.monotonic() < deadline:\n        await asyncio.sleep(0.01)\n    await asyncio.sleep(0.1)\n    assert not "
      "w.busy\n");
}

TEST(BoundedWait, TheSleepStaysWhereWhatIsWaitedForMayEndAgain) {
  const std::string loop = " and time.monotonic() < deadline:\n        time.sleep(0.01)\n";
  const std::string front = "import time\ndef test():\n", limit = "    deadline = time.monotonic() + 5\n    while ";
  const auto waits = [&](const std::string& condition, const std::string& while_it, const std::string& sleep) {
    const auto assertion = "    assert " + condition + "\n";
    EXPECT_EQ(waiting(front + "    time.sleep(1)\n" + assertion, 4),
              front + limit + while_it + loop + sleep + assertion);
  };
  const std::string sleep = "    time.sleep(1)\n";
  waits("len(calls) == 1", "len(calls) != 1", sleep);
  waits("seen == []", "seen != []", sleep);
  waits("job.error is None", "not (job.error is None)", sleep);
  waits("'a' not in seen", "not ('a' not in seen)", sleep);
  waits("state == 'done'", "state != 'done'", "");
  waits("is_done(job)", "not is_done(job)", "");
}

TEST(BoundedWait, CallsThatMayDoSomethingAreNotMadeAgain) {
  EXPECT_EQ(waiting("import time\ndef test():\n    time.sleep(1)\n    assert api.post('a') == 201\n", 4), "");
  EXPECT_EQ(waiting("import time\ndef test():\n    time.sleep(1)\n    assert limit.allow()\n", 4), "");
}

TEST(BoundedWait, ConditionsThatTakeSomethingAwayAndOtherCodeStay) {
  EXPECT_EQ(waiting("import time\ndef test():\n    time.sleep(1)\n    assert q.get_nowait() == 1\n", 4), "");
  EXPECT_EQ(waiting("import time\ndef test():\n    time.sleep(1)\n    x = f()\n    assert x\n", 5), "");
  EXPECT_EQ(waiting("import time\ndef test():\n    time.sleep(1)\n    assert x\n", 3), "");
}

}  // namespace
}  // namespace regreen::story
