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
                                          {"open(p, mode=\"rt\", errors=\"ignore\")", "open(p, \"rb\")"},
                                          {"io.open(p, encoding='utf-8')", "io.open(p, 'rb')"},
                                          {"p.open()", "p.open(\"rb\")"},
                                          {"Path(p).open(newline=\"\")", "Path(p).open(\"rb\")"}})
    EXPECT_EQ(binary(with(text), 5), with(bytes)) << text;
  for (const auto& text : {"open(p, mode)", "open(p, \"w\")", "open(p, opener=o)", "codecs.open(p)", "StringIO(p)",
                           "open(p, \"r\", 1)", "gzip.open(p, \"rt\")"})
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
                                          {"'%% and %(prog)s'", "nothing"}}) {
    EXPECT_EQ(doubled(help(text)), after == "nothing" ? after : help(after)) << text;
  }
}

TEST(HelpPercent, OfOtherTextsStays) {
  EXPECT_EQ(doubled("p = ArgumentParser(description='5% of')\n"), "nothing");
  EXPECT_EQ(doubled("@click.option('--a', help='5% of')\ndef f(a): pass\n"), "nothing");
  EXPECT_EQ(doubled("def add_argument(help='5% of'): pass\nadd_argument(help='5% of')\n"), "nothing");
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

// ---- python.move-regex-flags in files of rules ----

std::string moved(const std::string& file, const std::string& text, std::size_t position, Files others = {}) {
  others[file] = text;
  others.try_emplace(
      "a.py", "import json, re, yaml\nx = re.compile(entry['regex'], re.M)\nNAMES = ['r.json', 'rules/*.yml']\n");
  const auto one =
      said("re.error: global flags not at the start of the expression at position " + std::to_string(position), {},
           {{"a.py", 2}});
  return changed("python.move-regex-flags", others, one, file);
}

TEST(RegexData, FlagsMoveToTheFront) {
  EXPECT_EQ(moved("r.json", R"x([{"regex": "\\bx(?i)y", "name": "a(?i)"}, {"regex":"é[(?m)](?s)"}])x", 3),
            R"x([{"regex": "(?i)\\bxy", "name": "a(?i)"}, {"regex":"(?s)é[(?m)]"}])x");
  EXPECT_EQ(moved("rules/a.yml", "- regex: ^a(?i)b  # c(?i)\n  name: x\n- {'regex': 'q(?x)'}\n", 2),
            "- regex: (?i)^ab  # c(?i)\n  name: x\n- {'regex': '(?x)q'}\n");
  EXPECT_EQ(moved("rules/b.yml", "regex: b(?i)\n", 2, {{"rules/a.yml", "regex: ^a(?i)b\n"}}), "regex: (?i)b\n")
      << "all are read";
}

TEST(RegexData, StaysWhereItIsNotWhatWasCompiled) {
  const std::string rule = R"x([{"regex": "ab(?i)"}])x";
  EXPECT_EQ(moved("r.json", rule, 3), "nothing");
  EXPECT_EQ(moved("r.json", R"x([{"pattern": "ab(?i)"}])x", 2), "nothing");
  EXPECT_EQ(moved("other/s.json", rule, 2), "nothing");
  EXPECT_EQ(moved("r.json", rule, 2, {{"b/r.json", rule}}), "nothing") << "two folders";
  EXPECT_EQ(moved("r.json", rule, 2, {{"a.py", "import re\nx = re.compile(entry['regex'])\nN = 'r.json'\n"}}),
            "nothing");
  EXPECT_EQ(moved("r.json", rule, 2, {{"a.py", "import re, json\nx = re.compile(regex)\nN = 'r.json'\n"}}), "nothing");
}

// ---- python.say-encoding of other calls ----

std::string told(const std::string& line,
                 const std::string& message = "EncodingWarning: 'encoding' argument not specified") {
  const std::string front =
      "import gzip, io, logging, os, tempfile\nimport subprocess as sp\nfrom subprocess import run\n";
  const auto after = changed("python.say-encoding", {{"a.py", front + line + "\n"}}, said(message, {}, {{"a.py", 4}}));
  return after == "nothing" ? after : after.substr(front.size(), after.size() - front.size() - 1);
}

TEST(TextCalls, AreToldTheEncoding) {
  EXPECT_EQ(told("run(a, text=True)"), "run(a, text=True, encoding=\"utf-8\")");
  EXPECT_EQ(told("x = sp.Popen(a, universal_newlines=True)"),
            "x = sp.Popen(a, universal_newlines=True, encoding=\"utf-8\")");
  EXPECT_EQ(told("f = tempfile.NamedTemporaryFile(mode='w')"),
            "f = tempfile.NamedTemporaryFile(mode='w', encoding=\"utf-8\")");
  EXPECT_EQ(told("f = gzip.open(p, 'rt')"), "f = gzip.open(p, 'rt', encoding=\"utf-8\")");
  for (const auto& line : {"run(a)", "run(a, text=text)", "run(a, text=True, encoding='latin-1')", "run(a, **options)",
                           "own.run(a, text=True)", "tempfile.NamedTemporaryFile()", "os.fdopen(f, mode)",
                           "gzip.open(p)", "logging.FileHandler(p, 'a', 'utf-8')"})
    EXPECT_EQ(told(line), "nothing") << line;
}

TEST(TextCalls, AreThoseOfTheLogAlone) {
  EXPECT_EQ(told("\nrun(a, text=True)"), "nothing");
  EXPECT_EQ(told("run(a, text=True)", "UnicodeDecodeError: 'charmap' codec can't decode byte 0x81"), "nothing");
}

}  // namespace
}  // namespace regreen::story
