// What Python projects read and say of themselves: data files, tables with a mark, the versions of Python they support.

#include "story.h"

namespace regreen::story {
namespace {

// ---- files beside a module ----

std::string beside(const Files& files, const std::string& module, const std::string& path) {
  const auto after =
      mended("python.find-beside", files,
             said("E   FileNotFoundError: [Errno 2] No such file or directory: '" + path + "'", {{"path", path}}));
  return after.contains(module) ? after.at(module) : "nothing";
}

TEST(FindBeside, APackagesOwnData) {
  EXPECT_EQ(beside({{"toll/rates.py", "\"\"\"Rates.\"\"\"\nimport json\n\nRATES = 'toll/data/rates.json'\n"},
                    {"toll/data/rates.json", "{}"}},
                   "toll/rates.py", "toll/data/rates.json"),
            "\"\"\"Rates.\"\"\"\nimport json\nimport os\n\nRATES = os.path.join(os.path.dirname(__file__), 'data', "
            "'rates.json')\n");
  EXPECT_EQ(beside({{"src/toll/rates.py", "import os\nf = open(\"rates.json\", encoding=\"utf-8\")\n"},
                    {"src/toll/rates.json", "{}"}},
                   "src/toll/rates.py", "rates.json"),
            "import os\nf = open(os.path.join(os.path.dirname(__file__), \"rates.json\"), encoding=\"utf-8\")\n");
  EXPECT_EQ(beside({{"tests/test_a.py", "import os\nP = Path(\"tests/data/a.csv\")\n"}, {"tests/data/a.csv", ""}},
                   "tests/test_a.py", "tests/data/a.csv"),
            "import os\nP = Path(__file__).parent.joinpath(\"data\", \"a.csv\")\n");
}

// The path is put together, and the log names the module.
std::string begun(const std::string& text, const std::string& printed = "toll/data/bus.json") {
  auto one = said("E   FileNotFoundError: [Errno 2] No such file or directory: '" + printed + "'", {{"path", printed}});
  one.after = {"", "toll/rates.py:2: FileNotFoundError"};
  const std::string head = "import os\n";
  const auto after =
      mended("python.find-beside", Files{{"toll/rates.py", head + text + "\n"}, {"toll/data/bus.json", "{}"}}, one);
  return after.empty()
             ? "nothing"
             : after.at("toll/rates.py").substr(head.size(), after.at("toll/rates.py").size() - head.size() - 1);
}

TEST(FindBeside, WhereThePathIsPutTogether) {
  EXPECT_EQ(begun("f = Path('toll/data') / name"), "f = Path(__file__).parent.joinpath('data') / name");
  EXPECT_EQ(begun("f = os.path.join('toll', 'data', name)"),
            "f = os.path.join(os.path.dirname(__file__), 'data', name)");
  EXPECT_EQ(begun("DATA = 'toll/data/'"), "DATA = os.path.join(os.path.dirname(__file__), 'data', '')");
  EXPECT_EQ(begun("DATA = \"toll/data\"  # here"), "DATA = os.path.join(os.path.dirname(__file__), \"data\")  # here");
  EXPECT_EQ(begun("f = open(f\"toll/data/{name}.json\")"),
            "f = open(os.path.join(os.path.dirname(__file__), \"data\", f\"{name}.json\"))");
  EXPECT_EQ(begun("kind = f('toll/data')"), "nothing");
  EXPECT_EQ(begun("a = Path('toll')\nb = Path('toll/data')"), "nothing");
  EXPECT_EQ(begun("f = open(f'toll/maps/{name}.json')"), "nothing");
}

TEST(FindBeside, WhereATestHandsThePathOver) {
  const auto in = [](const std::string& text) {
    return beside({{"tests/test_a.py", "import os\n" + text + "\n"}, {"tests/data/a.txt", ""}}, "tests/test_a.py",
                  "tests/data/a.txt");
  };
  const std::string path = "os.path.join(os.path.dirname(__file__), \"data\", \"a.txt\")";
  EXPECT_EQ(in("assert total(3, \"tests/data/a.txt\") == 3"), "import os\nassert total(3, " + path + ") == 3\n");
  EXPECT_EQ(in("assertEqual(name, \"tests/data/a.txt\")"), "nothing");
  EXPECT_EQ(in("x = sizes[\"tests/data/a.txt\"]"), "nothing");
  EXPECT_EQ(in("x = {\"tests/data/a.txt\": 1}"), "nothing");
  EXPECT_EQ(in("load(name)\nexpected = [\"a\", \"tests/data/a.txt\", \"b\"]"), "nothing");
  EXPECT_EQ(in("assert f(name) == [\"a\", \"tests/data/a.txt\", \"b\"]"), "nothing");
}

TEST(FindBeside, NotInDoubt) {
  const Files data = {{"data/a.csv", ""}};
  const auto with = [&](const std::string& text, Files more = {}) {
    more.insert(data.begin(), data.end());
    more["pkg/a.py"] = text;
    return beside(more, "pkg/a.py", "data/a.csv");
  };
  EXPECT_EQ(with("f = open('data/a.csv')\n"), "nothing");                            // outside of the package
  EXPECT_EQ(with("f = open('data/a.csv')\n", {{"pkg/data/b.csv", ""}}), "nothing");  // its own folder lacks the file
  EXPECT_EQ(with("f = open('data/a.csv')\n", {{"pkg/data/a.csv", ""}}), "nothing");  // two could be meant
  EXPECT_EQ(beside({{"a.py", "f = open('out.csv')\n"}}, "a.py", "out.csv"), "nothing");  // no such file anywhere
  EXPECT_EQ(beside({{"p/a.py", "os = 1\nf = open('p/x')\n"}, {"p/x", ""}}, "p/a.py", "p/x"), "nothing");
  EXPECT_EQ(beside({{"p/a.py", "import os\nassert x == 'p/x'\n"}, {"p/x", ""}}, "p/a.py", "p/x"), "nothing");
  EXPECT_EQ(beside({{"p/a.py", "import os\nf = open('/etc/x')\n"}, {"etc/x", ""}}, "p/a.py", "/etc/x"), "nothing");
}

// ---- tables with a byte order mark ----

const std::string mark = "\xEF\xBB\xBF";

std::string read(const std::string& body, const std::string& table = mark + "sku,name\r\n",
                 const std::string& error = "E   KeyError: 'sku'") {
  auto one = said(error, {});
  one.after = {"", "load.py:5: KeyError"};
  const auto after = mended("python.read-marked-csv", Files{{"load.py", body}, {"data/march.csv", table}}, one);
  return after.contains("load.py") ? after.at("load.py") : "nothing";
}

TEST(MarkedCsv, IsReadWithOrWithoutTheMark) {
  const auto in = [](const std::string& call) {
    return "def load(p):\n    with " + call + " as f:\n        return list(csv.DictReader(f))\n";
  };
  EXPECT_EQ(read(in("open(p, newline='', encoding='utf-8')")), in("open(p, newline='', encoding='utf-8-sig')"));
  EXPECT_EQ(read(in("open(p)")), in("open(p, encoding=\"utf-8-sig\")"));
  EXPECT_EQ(read(in("p.open()")), in("p.open(encoding=\"utf-8-sig\")"));
  EXPECT_EQ(read(in("open(p, \"rt\", encoding=\"UTF8\")")), in("open(p, \"rt\", encoding=\"utf-8-sig\")"));
  EXPECT_EQ(read(in("open(p, newline='',)")), in("open(p, newline='', encoding=\"utf-8-sig\")"));
  EXPECT_EQ(read(in("open(\n        p  # a table\n    )")),
            in("open(\n        p, encoding=\"utf-8-sig\"  # a table\n    )"));
  EXPECT_EQ(read("f = open(p)\nrows = csv.reader(f)\n"), "f = open(p, encoding=\"utf-8-sig\")\nrows = csv.reader(f)\n");
}

TEST(MarkedCsv, WhereAListLacksTheColumnOrShowsTheMark) {
  const std::string in = "f = open(p)\nrows = csv.reader(f)\n",
                    out = "f = open(p, encoding=\"utf-8-sig\")\nrows = csv.reader(f)\n";
  EXPECT_EQ(read(in, mark + "sku;name\n", "E   ValueError: 'sku' is not in list"), out);
  const std::string shown = "E   AssertionError: assert ['\\ufeffsku'] == ['sku']";
  EXPECT_EQ(read(in, mark + "number;name\n", shown), out);
  EXPECT_EQ(read(in, "sku,name\n", shown), "nothing");  // who wrote the mark?
  EXPECT_EQ(read(in, mark + "sku;name\n", "E   AssertionError: assert ['skus'] == ['sku']"), "nothing");
}

TEST(MarkedCsv, NotByTheTestOfWhatWasWritten) {
  auto one = said("E   AssertionError: assert ['\\ufeffsku'] == ['sku']", {});
  one.after = {"", "tests/test_export.py:3: AssertionError"};
  const Files files = {{"tests/test_export.py", "f = open(p)\nrows = csv.reader(f)\n"},
                       {"data/march.csv", mark + "sku\n"}};
  EXPECT_TRUE(mended("python.read-marked-csv", files, one).empty());
}

TEST(MarkedCsv, OnlyWhereTheMarkIsWhatIsInTheWay) {
  const auto in = [](const std::string& call, const std::string& use) {
    return "def load(p):\n    with " + call + " as f:\n        " + use + "\n";
  };
  EXPECT_EQ(read(in("open(p)", "csv.DictReader(f)"), "sku,name\n"), "nothing");
  EXPECT_EQ(read(in("open(p)", "csv.DictReader(f)"), mark + "skus,name\n"), "nothing");
  EXPECT_EQ(read(in("open(p, 'w')", "csv.DictReader(f)")), "nothing");
  EXPECT_EQ(read(in("open(p, 'rb')", "csv.DictReader(f)")), "nothing");
  EXPECT_EQ(read(in("open(p, encoding='latin-1')", "csv.DictReader(f)")), "nothing");
  EXPECT_EQ(read(in("open(p)", "json.load(f)")), "nothing");
}

// ---- versions of Python ----

std::string allowed(const Files& files, const std::string& file, const std::string& version = "3.11.2") {
  const auto after =
      mended("python.allow-version", files,
             said("ERROR: Package 'grid-square' requires a different Python: " + version + " not in '<3.11,>=3.8'",
                  {{"package", "grid-square"}, {"version", version}, {"expected", "<3.11,>=3.8"}}));
  return after.contains(file) ? after.at(file) : "nothing";
}

const std::string classified = "classifiers = [\"Programming Language :: Python :: 3.11\"]\n";

std::string project(const std::string& range) {
  return "[project]\nname = \"Grid_Square\"\nrequires-python = \"" + range + "\"\n" + classified;
}

TEST(AllowPython, TheVersionThatTheClassifiersName) {
  const auto range = [](const std::string& one) {
    return allowed({{"pyproject.toml", project(one)}}, "pyproject.toml");
  };
  EXPECT_EQ(range(">=3.8,<3.11"), project(">=3.8,<3.12"));
  EXPECT_EQ(range(">=3.8, <=3.10"), project(">=3.8, <3.12"));
  EXPECT_EQ(range("<3.10.0,>=3.8,!=3.9.1"), project("<3.12,>=3.8,!=3.9.1"));
}

TEST(AllowPython, InEveryManifestAndByWhatTheWorkflowTests) {
  const std::string workflow =
      "matrix:\n  python-version: ['3.10', '3.11']\nsteps:\n  - uses: actions/setup-python@v5\n";
  EXPECT_EQ(allowed({{"setup.cfg", "[metadata]\nname = grid-square\n[options]\npython_requires = >=3.8,<3.11\n"},
                     {".github/workflows/ci.yml", workflow}},
                    "setup.cfg"),
            "[metadata]\nname = grid-square\n[options]\npython_requires = >=3.8,<3.12\n");
  EXPECT_EQ(allowed({{"setup.py", "setup(\n    name='grid-square',\n    python_requires='>=3.8, <3.11',\n)\n"},
                     {"tox.ini", "[tox]\nenvlist = py310,py311\n"}},
                    "setup.py"),
            "setup(\n    name='grid-square',\n    python_requires='>=3.8, <3.12',\n)\n");
}

TEST(AllowPython, NotByTheWordOfTheJobThatFailed) {
  const auto with = [](const std::string& workflow) {
    return allowed({{"pyproject.toml", "[project]\nname = \"grid-square\"\nrequires-python = \">=3.8,<3.11\"\n"},
                    {".github/workflows/ci.yml", workflow + "steps:\n  - uses: actions/setup-python@v5\n"}},
                   "pyproject.toml") != "nothing";
  };
  EXPECT_TRUE(with("matrix:\n  python:\n    - '3.9'\n    - '3.11'\n  os: [ubuntu]\n"));
  EXPECT_TRUE(with("matrix:\n  python-version: [\n    \"3.9\",\n    \"3.11\"]\n"));
  EXPECT_FALSE(with("with:\n  python-version: '3.11'\n"));
  EXPECT_FALSE(with("with:\n  python-version: '3.11'\n  - uses: a/b@v3.9\n"));
  EXPECT_FALSE(with("matrix:\n  python-version: ['3.11']\n"));
  EXPECT_FALSE(with("matrix:\n  python-version: ['3.11', '3.12']\n"));
  EXPECT_FALSE(with("matrix:\n  python-version:\n    - '3.11'\nother: ['3.9']\n"));
}

TEST(AllowPython, OnlyOfTheProjectItself) {
  const std::string range = "requires-python = \">=3.8,<3.11\"\n" + classified;
  const std::string other = "[project]\nname = \"shop\"\n" + range + "[[tool.x]]\nname = \"grid-square\"\n";
  EXPECT_EQ(allowed({{"pyproject.toml", other}}, "pyproject.toml"), "nothing");
  const std::string setup =
      "x = Extension(name='grid-square')\nsetup(name='shop', python_requires='<3.11')\n# Python :: 3.11\n";
  EXPECT_EQ(allowed({{"setup.py", setup}, {"tox.ini", "envlist = py311\n"}}, "setup.py"), "nothing");
  const std::string in_words =
      "[tool.poetry]\nname = 'grid-square'\n" + classified + "[tool.poetry.dependencies]\npython = ";
  EXPECT_EQ(allowed({{"pyproject.toml", in_words + "\">=3.8,<3.11\"\n"}}, "pyproject.toml"),
            in_words + "\">=3.8,<3.12\"\n");
}

TEST(AllowPython, NotAgainstTheProjectsWill) {
  const auto range = [](const std::string& one) {
    return allowed({{"pyproject.toml", project(one)}}, "pyproject.toml");
  };
  EXPECT_EQ(range(">=3.12"), "nothing");
  EXPECT_EQ(range(">=3.8,!=3.11.*"), "nothing");
  EXPECT_EQ(range("~=3.8.0"), "nothing");
  EXPECT_EQ(range(">=2.7,<3"), "nothing");
  const auto unsaid = "[project]\nname = \"grid-square\"\nrequires-python = \">=3.8,<3.11\"\n";
  EXPECT_EQ(allowed({{"pyproject.toml", unsaid}}, "pyproject.toml"), "nothing");
  const auto another = "[project]\nname = \"shop\"\nrequires-python = \">=3.8,<3.11\"\n" + classified;
  EXPECT_EQ(allowed({{"pyproject.toml", another}}, "pyproject.toml"), "nothing");
  EXPECT_EQ(allowed({{"pyproject.toml", project(">=3.8,<3.11")}, {"uv.lock", ""}}, "pyproject.toml"), "nothing");
}

}  // namespace
}  // namespace regreen::story
