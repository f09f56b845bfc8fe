#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

std::string changed(std::string_view remedy, Files files, Occurrence occurrence, const std::string& file = "a.py") {
  const auto after = mended(remedy, std::move(files), std::move(occurrence));
  return after.contains(file) ? after.at(file) : "nothing";
}

// ---- python.open-file ----

Occurrence stopped(const std::string& message, const std::string& home, std::size_t line, Captures captures = {}) {
  auto one = said(message, std::move(captures), {{"a.py", line}});
  one.before = {"  File \"/usr/lib/python3.11/" + home + "\", line 63, in load", "    b = fp.read()"};
  return one;
}

std::string opened(const std::string& text, std::size_t line, const std::string& given = "PosixPath",
                   const std::string& home = "tomllib/_parser.py") {
  const auto message = "AttributeError: '" + given + "' object has no attribute 'read'";
  return changed("python.open-file", {{"a.py", text}}, stopped(message, home, line, {{"actual", given}}));
}

std::string binary(const std::string& text, std::size_t line) {
  const auto* message = "TypeError: File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`";
  return changed("python.open-file", {{"a.py", text}}, stopped(message, "tomllib/_parser.py", line));
}

TEST(LoadedFile, IsOpenedWhereAPathIsGiven) {
  EXPECT_EQ(opened("import tomllib\n\ndef f(path):\n    return tomllib.load(path)[\"a\"]  # all\n", 4),
            "import tomllib\n\ndef f(path):\n    with open(path, \"rb\") as file:\n"
            "        return tomllib.load(file)[\"a\"]  # all\n");
  EXPECT_EQ(opened("from tomli import load as read\r\nX = read(DIR / 'a', parse_float=str)\r\nfile = 1\r\n", 2,
                   "WindowsPath", "tomli/_parser.py"),
            "from tomli import load as read\r\nwith open(DIR / 'a', \"rb\") as stream:\r\n"
            "    X = read(stream, parse_float=str)\r\nfile = 1\r\n");
  EXPECT_EQ(opened("import json\nx = json.load(p)\n", 2, "PosixPath", "json/__init__.py"),
            "import json\nwith open(p, encoding=\"utf-8\") as file:\n    x = json.load(file)\n");
}

TEST(LoadedFile, StaysWhereItIsNotCertain) {
  for (const auto& line :
       {"x = tomllib.load(p) if p else {}", "if p: x = tomllib.load(p)", "x = [tomllib.load(p) for p in ps]",
        "x = lambda: tomllib.load(p)", "x = tomllib.load(p); y = 1", "x = tomllib.load(p), tomllib.load(q)",
        "x = f(tomllib.load(p), '''\n''')", "x = other.load(p)", "x = tomllib.load(*p)"})
    EXPECT_EQ(opened("import tomllib\n" + std::string(line) + "\n", 2), "nothing") << line;
  EXPECT_EQ(opened("import tomllib\nx = tomllib.load(text)\n", 2, "str"), "nothing") << "may be the text itself";
  EXPECT_EQ(opened("import json\nx = merge(json.load(file), path)\n", 2, "PosixPath", "own/merge.py"), "nothing");
  EXPECT_EQ(opened("import tomllib\nfrom gzip import open\nx = tomllib.load(p)\n", 3), "nothing");
}

TEST(LoadedFile, StaysWhereOtherCallersMayGiveAnOpenFile) {
  const auto load = [](const std::string& head, const std::string& given) {
    return opened("import json\n\ndef read(" + head + "):\n    x = json.load(" + given + ")\n", 4, "PosixPath",
                  "json/__init__.py") != "nothing";
  };
  EXPECT_FALSE(load("source", "source"));
  EXPECT_FALSE(load("self", "self.source"));
  EXPECT_FALSE(load("source: Path | IO", "source"));
  EXPECT_FALSE(load("source", "Source(source)"));
  EXPECT_TRUE(load("source: Path", "source"));
  EXPECT_TRUE(load("self", "self.config_path"));
  EXPECT_TRUE(load("name", "Path(name)"));
  EXPECT_EQ(opened("import json\n\ndef read(path):\n    return json.load(path)\n\nread( sys.stdin)\n", 4, "PosixPath",
                   "json/__init__.py"),
            "nothing");
}

TEST(LoadedFile, StaysWhereAReaderOfTheProjectStopped) {
  auto one = stopped("AttributeError: 'PosixPath' object has no attribute 'read'", "json/__init__.py", 2,
                     {{"actual", "PosixPath"}});
  one.before.insert(one.before.end(), {"  File \"/w/src.py\", line 8, in read", "    return inner.read()"});
  EXPECT_EQ(changed("python.open-file", {{"a.py", "import json\nx = json.load(Source(path))\n"}}, one), "nothing");
}

TEST(LoadedFile, OfATextIsOpenedWhereTomlWasBefore) {
  const auto after = [](const std::string& before) {
    const LastCommit commit{{{"a.py", before}}};
    const auto tree = tree_of({{"a.py", "import tomllib\nx = tomllib.load(name)\n"}});
    const auto diagnosis = diagnosis_of({stopped("AttributeError: 'str' object has no attribute 'read'",
                                                 "tomllib/_parser.py", 2, {{"actual", "str"}})});
    for (const auto& row : fixers()) {
      if (row.remedy == "python.open-file") return row.fix({diagnosis, tree, tables(), commit}).size();
    }
    return std::size_t{9};
  };
  EXPECT_EQ(after("import toml\nx = toml.load(name)\n"), 1U);
  EXPECT_EQ(after("import toml\nx = toml.load(other)\n"), 0U);
  EXPECT_EQ(after("import toml\nx = toml.loads(name)  # toml.load(name)\n"), 0U);
}

TEST(LoadedFile, IsMadeBinary) {
  const std::string front = "import tomllib\n\ndef f(p):\n", load = "        return tomllib.load(fh)\n";
  const auto with = [&](const std::string& open) { return front + "    with " + open + " as fh:\n" + load; };
  for (const auto& [text, bytes] :
       std::map<std::string, std::string>{{"open(p)", "open(p, \"rb\")"},
                                          {"open(p, 'r')", "open(p, 'rb')"},
                                          {"open(p, mode=\"rt\", encoding=\"UTF8\")", "open(p, \"rb\")"},
                                          {"io.open(p, encoding='utf-8')", "io.open(p, 'rb')"},
                                          {"p.open()", "p.open(\"rb\")"},
                                          {"Path(p).open(newline=\"\")", "Path(p).open(\"rb\")"}})
    EXPECT_EQ(binary(with(text), 5), with(bytes)) << text;
  for (const auto& text : {"open(p, mode)", "open(p, \"w\")", "open(p, opener=o)", "codecs.open(p)", "StringIO(p)",
                           "open(p, \"r\", 1)", "gzip.open(p, \"rt\")", "open(p, encoding=\"utf-8-sig\")",
                           "open(p, encoding='latin-1')", "open(p, errors=\"ignore\")", "open(p, encoding=e)"})
    EXPECT_EQ(binary(with(text), 5), "nothing") << text;
  EXPECT_EQ(binary("import tomllib\nx = tomllib.load(open(p, encoding=\"utf-8\"))\n", 2),
            "import tomllib\nx = tomllib.load(open(p, \"rb\"))\n");
}

TEST(LoadedFile, StaysTextWhereItIsReadOtherwise) {
  EXPECT_EQ(binary("import tomllib\nwith open(p) as fh:\n    head = fh.readline()\n    x = tomllib.load(fh)\n", 4),
            "nothing");
  EXPECT_EQ(binary("import tomllib\ndef f(fh):\n    return tomllib.load(fh)\n", 3), "nothing");
}

// ---- python.double-percent ----

std::string doubled(const std::string& text,
                    const std::string& said_so = "    return self._get_help_string(action) % params", Files others = {},
                    const std::string& file = "a.py") {
  others["a.py"] = text;
  return changed("python.double-percent", others, said(said_so, {}, {{"a.py", 1}}), file);
}

TEST(HelpPercent, IsDoubledWhereItStandsForNothing) {
  const auto help = [](const std::string& text) { return "p.add_argument('--a', help=" + text + ")\n"; };
  for (const auto& [text, after] :
       std::map<std::string, std::string>{{"'at 80% of'", "'at 80%% of'"},
                                          {"'0 to 100%'", "'0 to 100%%'"},
                                          {"('a 5' '% (%(default)s%%)')", "('a 5' '%% (%(default)s%%)')"},
                                          {"f'{n}% of {{x}}'", "f'{n}%% of {{x}}'"},
                                          {"rb'5%'", "nothing"},
                                          {"'%s'", "nothing"},
                                          {"'%(default)s % sure'", "'%(default)s %% sure'"},
                                          {"'%(default) of 5%'", "nothing"},
                                          {"f'%{n} 5%'", "nothing"},
                                          {"'5% of ' + x", "nothing"},
                                          {"'5% of %d' % n", "nothing"},
                                          {"'%% and %(prog)s'", "nothing"},
                                          {"'copies [default: %default]'", "nothing"},
                                          {"'%prog keeps 5% of'", "nothing"},
                                          {"'%d of the disk (percent)'", "nothing"},
                                          {"'from 5%-9% on, or 80%/day.'", "'from 5%%-9%% on, or 80%%/day.'"}}) {
    EXPECT_EQ(doubled(help(text)), after == "nothing" ? after : help(after)) << text;
  }
}

TEST(HelpPercent, OfOtherTextsStays) {
  EXPECT_EQ(doubled("p = ArgumentParser(description='5% of')\n"), "nothing");
  EXPECT_EQ(doubled("@click.option('--a', help='5% of')\ndef f(a): pass\n"), "nothing");
  EXPECT_EQ(doubled("def add_argument(help='5% of'): pass\nadd_argument(help='5% of')\n"), "nothing");
  EXPECT_NE(doubled("def add_argument(help='5% of'): pass\np.add_argument('a', help='5% of')\n"), "nothing");
  const std::string help = "p.add_argument('a', help='5% of')\n", said_so = "    return help_string % params";
  EXPECT_EQ(doubled(help, said_so, {{"b.py", "class Page:\n    def add_argument(self, name, help): pass\n"}}),
            "nothing");
  EXPECT_EQ(doubled(help, said_so, {{"b.py", "def plain(text):\n    return text.replace('%', '%%')\n"}}), "nothing");
  const std::string text = "p = ArgumentParser(description='5% of', epilog='%(prog)s: 5% of', usage='x 5% of')\n";
  EXPECT_EQ(doubled(text, "            text = text % dict(prog=self._prog)"),
            "p = ArgumentParser(description='5% of', epilog='%(prog)s: 5%% of', usage='x 5% of')\n");
  EXPECT_EQ(doubled(text, "            usage = usage % dict(prog=self._prog)"),
            "p = ArgumentParser(description='5% of', epilog='%(prog)s: 5% of', usage='x 5%% of')\n");
}

TEST(HelpPercent, IsSoughtInWhatTheTracedFileImports) {
  const Files others = {{"b.py", "from c import add\n"},
                        {"c.py", "def add(p):\n    p.add_argument('a', help='5% of')\n"},
                        {"other.py", "def add(p):\n    p.add_argument('a', help='5% of')\n"}};
  EXPECT_EQ(doubled("import b\n", "    return help_string % params", others, "c.py"),
            "def add(p):\n    p.add_argument('a', help='5%% of')\n");
  EXPECT_EQ(doubled("import b\n", "    return help_string % params", others, "other.py"), "nothing");
}

// ---- python.follow-tool ----

std::string required(Files files, const std::string& expected = "22.12.0", const std::string& actual = "23.1.0",
                     const std::string& file = "pyproject.toml") {
  files.try_emplace("pyproject.toml", "[tool.black]\nrequired-version = \"22.12.0\"\n");
  return changed(
      "python.follow-tool", files,
      said("Oh no! The required version `" + expected + "` does not match the running version `" + actual + "`!",
           {{"expected", expected}, {"actual", actual}}),
      file);
}

TEST(ToolVersion, IsRequiredAsItIsInstalled) {
  const auto* after = "[tool.black]\nrequired-version = \"23.1.0\"\n";
  EXPECT_EQ(required({{"requirements-dev.txt", "black==23.1.0 --hash=sha256:1\n"}}), after);
  EXPECT_EQ(required({{".github/workflows/ci.yml", "      - run: pip install black==23.1.0 isort\n"}}), after);
  EXPECT_EQ(
      required({{"requirements.txt", "black==23.1.0\n"}, {"pyproject.toml", "[tool.black]\nrequired-version = '22'\n"}},
               "22"),
      "[tool.black]\nrequired-version = '23'\n");
  const auto ruff = said("  Cause: Required version `==0.4.1` does not match the running version `0.5.0`",
                         {{"expected", "==0.4.1"}, {"actual", "0.5.0"}});
  EXPECT_EQ(changed("python.follow-tool",
                    {{"ruff.toml", "line-length = 90\nrequired-version = \"==0.4.1\"\n"},
                     {"dev-requirements.txt", "ruff==0.5.0\n"}},
                    ruff, "ruff.toml"),
            "line-length = 90\nrequired-version = \"==0.5.0\"\n");
}

TEST(ToolVersion, StaysWhereAnotherMayBeMeant) {
  EXPECT_EQ(required({}), "nothing") << "nothing asks for it";
  EXPECT_EQ(required({{"requirements.txt", "black>=22\n"}}), "nothing");
  EXPECT_EQ(required({{"requirements.txt", "black==22.12.0\n"}}), "nothing")
      << "another one is installed than is asked for";
  EXPECT_EQ(required({{"requirements.txt", "black==23.1.0\n"}, {"Makefile", "lint:\n\tpip install black==22.12.0\n"}}),
            "nothing");
  EXPECT_EQ(required({{"requirements.txt", "flake8-black==23.1.0\n"}}), "nothing");
  EXPECT_EQ(required({{"requirements.txt", "black==22.1.0\n"}}, "22.12.0", "22.1.0"), "nothing") << "an older one";
  EXPECT_EQ(required({{"requirements.txt", "black==23.1.0\n"},
                      {"b/pyproject.toml", "[tool.black]\nrequired-version = \"22.12.0\"\n"}}),
            "nothing");
}

TEST(ToolVersion, StaysWhereAnotherIsInstalledOrInAnotherFolder) {
  const auto* after = "[tool.black]\nrequired-version = \"23.1.0\"\n";
  const std::string wanted = "black==23.1.0\n";
  EXPECT_EQ(required({{"requirements/dev.txt", wanted}}), after);
  EXPECT_EQ(required({{"docs/requirements.txt", wanted}}), "nothing");
  EXPECT_EQ(required({{"services/old/requirements.txt", wanted}}), "nothing");
  for (const auto& [file, text] : Files{{"Makefile", "lint:\n\tpip install 'black[jupyter]==22.12.0'\n"},
                                        {"tox.ini", "[testenv]\ndeps = black == 22.12.0\n"},
                                        {".gitlab-ci.yml", "lint:\n  script: pip install black==22.12.0\n"},
                                        {"old/Jenkinsfile", "sh 'pip install black==22.12.0 && black .'\n"},
                                        {"hatch.toml", "dependencies = [\"black==22.12.0\"]\n"},
                                        {"environment.yml", "dependencies:\n  - black=22.12.0\n"}})
    EXPECT_EQ(required({{"requirements-dev.txt", wanted}, {file, text}}), "nothing") << file;
}

}  // namespace
}  // namespace regreen::story
