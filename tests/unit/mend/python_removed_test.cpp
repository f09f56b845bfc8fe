// What Python 3.11 and pytest took away from calls, and what is written instead.

#include "story.h"

namespace regreen::story {
namespace {

Files replaced(const Files& files, const std::string& message, const std::string& place = "") {
  auto one = said(message, {});
  if (!place.empty()) one.before = {place + ": in f"};
  return mended("python.replace-removed", files, one);
}

std::string replaced_in(const std::string& text, const std::string& message, const std::string& place = "") {
  const auto after = replaced({{"app.py", text}}, message, place);
  return after.contains("app.py") ? after.at("app.py") : "";
}

// ---- random.sample ----

constexpr auto no_sequence = "TypeError: Population must be a sequence.  For dicts or sets, use sorted(d).";

TEST(SampleOfSet, IsSortedWhereTheTraceLeads) {
  EXPECT_EQ(
      replaced_in("import random\n\n\ndef f(a, b):\n    x = random.sample(a, 1)\n    return random.sample(b, 2)\n",
                  no_sequence, "app.py:5"),
      "import random\n\n\ndef f(a, b):\n    x = random.sample(sorted(a), 1)\n    return random.sample(b, 2)\n");
}

TEST(SampleOfSet, IsSortedWhereItIsPlainlyOne) {
  EXPECT_EQ(
      replaced_in("import random\n\n\nALL = {1, 2}\n\n\ndef f(a: set[int], b, d, c):\n"
                  "    random.sample(ALL, 1), random.sample(a, 1), c.sample({1}), random.sample(d.keys(), 1)\n"
                  "    random.sample(d.keys(), 1), random.sample(b.union(a), 1)\n",
                  no_sequence, "app.py:9"),
      "import random\n\n\nALL = {1, 2}\n\n\ndef f(a: set[int], b, d, c):\n"
      "    random.sample(sorted(ALL), 1), random.sample(sorted(a), 1), c.sample({1}), random.sample(d.keys(), 1)\n"
      "    random.sample(sorted(d.keys()), 1), random.sample(sorted(b.union(a)), 1)\n");
}

TEST(SampleOfSet, StaysWhereItIsOneOfSeveral) {
  const std::string text = "import random\n\n\ndef f(a, b):\n    return random.sample(a, 1), random.sample(b, 2)\n";
  EXPECT_EQ(replaced_in(text, no_sequence), "");
}

// ---- asyncio.wait ----

constexpr auto no_coroutines = "TypeError: Passing coroutines is forbidden, use tasks explicitly.";

TEST(WaitForCoroutines, WrapsEach) {
  EXPECT_EQ(replaced_in("import asyncio\n\n\nasync def g(x):\n    pass\n\n\nasync def f(xs, own):\n"
                        "    await asyncio.wait([g(x) for x in xs], timeout=1)\n    await asyncio.wait({g(1), own()})\n"
                        "    await asyncio.wait(own)\n",
                        no_coroutines, "app.py:10"),
            "import asyncio\n\n\nasync def g(x):\n    pass\n\n\nasync def f(xs, own):\n"
            "    await asyncio.wait([asyncio.create_task(g(x)) for x in xs], timeout=1)\n"
            "    await asyncio.wait({asyncio.create_task(g(1)), asyncio.ensure_future(own())})\n    await "
            "asyncio.wait(own)\n");
}

TEST(WaitForCoroutines, MakesTasksOfTheLoopThatRuns) {
  EXPECT_EQ(
      replaced_in(
          "import asyncio\n\n\nasync def g(x):\n    pass\n\n\ndef f(loop, all):\n"
          "    loop.run_until_complete(asyncio.wait([g(1), g(2)]))\n    loop.run_until_complete(asyncio.wait(all))\n",
          no_coroutines, "app.py:10"),
      "import asyncio\n\n\nasync def g(x):\n    pass\n\n\ndef f(loop, all):\n"
      "    loop.run_until_complete(asyncio.wait([loop.create_task(g(1)), loop.create_task(g(2))]))\n"
      "    loop.run_until_complete(asyncio.wait([asyncio.ensure_future(coro, loop=loop) for coro in all]))\n");
}

TEST(WaitForCoroutines, LeavesTasksAndOthersThatWait) {
  EXPECT_EQ(replaced_in(
                "import asyncio\n\n\nasync def f(lock, xs):\n    tasks = [asyncio.create_task(x) for x in xs]\n"
                "    one = asyncio.ensure_future(xs[0])\n    await asyncio.wait(tasks)\n    await asyncio.wait({one})\n"
                "    await lock.wait([xs])\n",
                no_coroutines),
            "");
}

// ---- importlib.resources ----

constexpr auto deprecated =
    "DeprecationWarning: read_text is deprecated. Use files() instead. Refer to https://example.org.";

TEST(OldResources, AreReadByFiles) {
  EXPECT_EQ(
      replaced_in("from importlib.resources import path, read_text\n\nx = read_text('a', n + '.txt', encoding=e)\n"
                  "with path(package='a', resource=n) as p:\n    pass\n",
                  deprecated),
      "from importlib.resources import as_file, files\n\nx = files('a').joinpath(n + '.txt').read_text(encoding=e)\n"
      "with as_file(files('a').joinpath(n)) as p:\n    pass\n");
  EXPECT_EQ(replaced_in("import importlib.resources\n\nx = importlib.resources.is_resource('a', 'b')\n", deprecated),
            "import importlib.resources\n\nx = importlib.resources.files('a').joinpath('b').is_file()\n");
}

TEST(OldResources, AreListedByTheirEntries) {
  EXPECT_EQ(replaced_in(
                "import importlib.resources as r\n\nx = r.contents('a')\n",
                "DeprecationWarning: importlib.resources.contents is deprecated. Use files(anchor).iterdir() instead."),
            "import importlib.resources as r\n\nx = [entry.name for entry in r.files('a').iterdir()]\n");
}

TEST(OldResources, StayWhereFilesIsNotThereOrMeansLess) {
  const Files old{{"app.py", "from importlib.resources import read_text\nx = read_text('a', 'b')\n"},
                  {"pyproject.toml", "[project]\nrequires-python = \">=3.8\"\n"}};
  EXPECT_TRUE(replaced(old, deprecated).empty());
  EXPECT_EQ(
      replaced_in("from importlib.resources import read_text\nx = read_text('a', 'b', errors='ignore')\n", deprecated),
      "");
  EXPECT_EQ(
      replaced_in("from importlib.resources import path\n\n\ndef f(path):\n    return path('a', 'b')\n", deprecated),
      "");
  EXPECT_EQ(
      replaced_in("from importlib.resources import read_text\nx = read_text(\n    'a',  # why\n    'b')\n", deprecated),
      "");
  for (const auto* tox : {"[tox]\nenvlist = py38,py311\n", "[tox]\nenvlist = py3{8,11}\n"}) {
    EXPECT_TRUE(
        replaced({{"app.py", "from importlib.resources import read_text\nx = read_text('a', 'b')\n"}, {"tox.ini", tox}},
                 deprecated)
            .empty());
  }
  EXPECT_EQ(replaced_in("from shelf import read_text\nx = read_text('a', 'b')\n", deprecated), "");
}

// ---- pytest ----

TEST(OldNamesOfPytest, AreTodays) {
  const auto message = "AttributeError: 'Function' object has no attribute 'get_marker'";
  const auto after = replaced(
      {{"conftest.py",
        "def f(item, own):\n    for m in item.get_marker('a'):\n        item.get_marker('b').args\n"
        "    own.get_marker('c')\n"},
       {"own.py", "class Own:\n    def get_marker(self, n):\n        return self.get_marker(n)\n"},
       {"both.py", "f = item.get_closest_marker if hasattr(item, 'get_closest_marker') else item.get_marker\n"}},
      message);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after.at("conftest.py"),
            "def f(item, own):\n    for m in item.iter_markers('a'):\n        item.get_closest_marker('b').args\n"
            "    own.get_marker('c')\n");
}

TEST(OldNamesOfPytest, AreNamesOfOthersToo) {
  const Files files{
      {"conftest.py", "def f(item, line, ms):\n    line.get_marker()\n    [m for m in item.get_marker('a')]\n"},
      {"plot.py", "def f(item):\n    return item.get_marker()\n"}};
  EXPECT_TRUE(replaced(files, "AttributeError: 'Function' object has no attribute 'get_marker'").empty());
  EXPECT_TRUE(replaced({{"conftest.py", "def f(item):\n    return item.get_marker('a')\n"}},
                       "AttributeError: 'PathCollection' object has no attribute 'get_marker'")
                  .empty());
}

}  // namespace
}  // namespace regreen::story
