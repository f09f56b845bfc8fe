// Calls that a library wants to be written in another way today: renamed arguments, PyJWT's algorithms, pytest's nodes.

#include "story.h"

namespace regreen::story {
namespace {

// ---- renamed arguments ----

std::string renamed(const std::string& text, const std::string& key, const std::string& symbol = "") {
  const auto one = said("E       TypeError: f() got an unexpected keyword argument '" + key + "'",
                        {{"key", key}, {"symbol", symbol}});
  const auto after = mended("python.rename-argument", {{"app.py", text}}, one);
  return after.contains("app.py") ? after.at("app.py") : "nothing";
}

TEST(RenamedArgument, AllThatTheVersionTookAway) {
  EXPECT_EQ(renamed("from flask import send_file, send_from_directory\n\n\ndef f(x):\n"
                    "    a = send_file(x, attachment_filename=g(x, cache_timeout=1), cache_timeout=60)\n"
                    "    return send_from_directory('d', filename='a.csv', add_etags=False)\n",
                    "attachment_filename"),
            "from flask import send_file, send_from_directory\n\n\ndef f(x):\n"
            "    a = send_file(x, download_name=g(x, cache_timeout=1), max_age=60)\n"
            "    return send_from_directory('d', path='a.csv', etag=False)\n");
  EXPECT_EQ(renamed("import flask as fl\nfl.helpers.send_file(a, cache_timeout=1)\n", "cache_timeout"),
            "import flask as fl\nfl.helpers.send_file(a, max_age=1)\n");
}

TEST(RenamedArgument, OfAClassAndOfAMethod) {
  EXPECT_EQ(renamed("from requests.adapters import Retry\nr = Retry(total=3, method_whitelist=['GET'])\n",
                    "method_whitelist"),
            "from requests.adapters import Retry\nr = Retry(total=3, allowed_methods=['GET'])\n");
  EXPECT_EQ(renamed("import pandas as pd\npd.read_sql(q, c).to_csv(p, line_terminator='\\n')\n", "line_terminator"),
            "import pandas as pd\npd.read_sql(q, c).to_csv(p, lineterminator='\\n')\n");
}

TEST(RenamedArgument, WhatDidNothingGoes) {
  EXPECT_EQ(renamed("import json\na = json.loads(x, encoding='utf-8')\nb = json.loads(s=x, encoding=e, strict=False)\n"
                    "c = json.loads(\n    x,\n    encoding='utf-8',\n)\n",
                    "encoding"),
            "import json\na = json.loads(x)\nb = json.loads(s=x, strict=False)\nc = json.loads(\n    x,\n)\n");
}

TEST(RenamedArgument, IsNamedByAWarning) {
  const auto warned = [](const std::string& line, const std::string& text) {
    const auto after =
        mended("python.rename-argument", {{"app.py", text}}, said("E       DeprecationWarning: " + line, {}));
    return after.contains("app.py") ? after.at("app.py") : "nothing";
  };
  EXPECT_EQ(warned("Using 'method_whitelist' with Retry is deprecated and will be removed in v2.0. Use "
                   "'allowed_methods' instead",
                   "import urllib3\nurllib3.Retry(method_whitelist=a)\n"),
            "import urllib3\nurllib3.Retry(allowed_methods=a)\n");
  EXPECT_EQ(warned("the `interpolation=` argument to quantile was renamed to `method=`, which has additional options.",
                   "import numpy as np\nnp.quantile(a, b, interpolation='c')\n"),
            "import numpy as np\nnp.quantile(a, b, method='c')\n");
  EXPECT_EQ(warned("pytest.skip(msg=...) is now deprecated, use pytest.skip(reason=...) instead",
                   "import pytest\npytest.skip(msg='a')\npytest.fail(msg='b')\n"),
            "import pytest\npytest.skip(reason='a')\npytest.fail(reason='b')\n");
  const auto field = "from marshmallow import fields as f\nf.Str(missing=1, default=2)\n";
  EXPECT_EQ(warned("The 'missing' argument to fields is deprecated. Use 'load_default' instead.", field),
            "from marshmallow import fields as f\nf.Str(load_default=1, dump_default=2)\n");
  EXPECT_EQ(warned("The 'default' argument of fields in ourlib is deprecated.", field), "nothing");
}

TEST(RenamedArgument, IsThatOfTheFunctionThatComplains) {
  const std::string json = "import json\na = json.loads(x, encoding='utf-8')\n";
  EXPECT_EQ(renamed(json, "encoding", "JSONDecoder"), "import json\na = json.loads(x)\n");
  EXPECT_EQ(renamed(json, "encoding", "read_excel"), "nothing");
  EXPECT_EQ(renamed("from marshmallow import fields as f\nf.Str(missing=1)\n", "missing", "Field"),
            "from marshmallow import fields as f\nf.Str(load_default=1)\n");
  EXPECT_EQ(renamed("import pandas as pd\npd.read_excel(p, sheetname=1)\n", "sheetname", "read_excel"),
            "import pandas as pd\npd.read_excel(p, sheet_name=1)\n");
  EXPECT_EQ(renamed("import pandas as pd\nx.to_csv(p, line_terminator=1)\n", "line_terminator", "NDFrame.to_csv"),
            "import pandas as pd\nx.to_csv(p, lineterminator=1)\n");
}

TEST(RenamedArgument, OfCallsWithoutEndIsNotSought) {
  std::string calls = "from flask import send_file\ncache_timeout = 1\n";
  for (int i = 0; i < 40'000; ++i) calls += "send_file(";
  EXPECT_EQ(renamed(calls.substr(0, 100'000), "cache_timeout"), "nothing");
  for (int i = 0; i < 400'000; ++i) calls += "send_file(";
  EXPECT_EQ(renamed(calls + "a, cache_timeout=1)\n", "cache_timeout"), "nothing");
}

TEST(RenamedArgument, APatternIsSoughtWhereItWas) {
  const auto constrained = [](const std::string& regex) {
    const std::string front = "from pydantic import constr\nA = constr(";
    const auto after = renamed(front + "regex=" + regex + ")\n", "regex");
    return after == front + "pattern=" + regex + ")\n" ? "renamed" : after;
  };
  EXPECT_EQ(constrained("r'^[a-z|(]+$'"), "renamed");
  EXPECT_EQ(constrained("r\"\"\"\\A(a|b)\"\"\", min_length=1"), "renamed");
  EXPECT_EQ(constrained("'^(a|b)$'"), "renamed");
  for (const auto& regex :
       {"'[a-z]+'", "r'^a|b'", "r'^\\(a|b'", "r'^[(]|b'", "r'^[]a]|b'", "'^\\x7cb'", "f'^{a}'", "'^a' '|b'", "PATTERN"})
    EXPECT_EQ(constrained(regex), "nothing") << regex;
}

TEST(RenamedArgument, AModuleOfAnOlderVersionStays) {
  for (const auto& text : {"from pydantic.v1 import conlist\nA = conlist(int, min_items=1)\n",
                           "import pydantic.v1 as p\nA = p.conlist(int, min_items=1)\n",
                           "from pydantic import v1\nA = v1.conlist(int, min_items=1)\n",
                           "import pydantic.v1\nA = pydantic.v1.conlist(int, min_items=1)\n"})
    EXPECT_EQ(renamed(text, "min_items"), "nothing") << text;
  EXPECT_EQ(renamed("import pydantic\nA = pydantic.conlist(int, min_items=1)\n", "min_items"),
            "import pydantic\nA = pydantic.conlist(int, min_length=1)\n");
}

TEST(RenamedArgument, OthersOfThatNameStay) {
  const auto other = said("E   FutureWarning: the 'encoding' argument of Loader is deprecated", {});
  EXPECT_TRUE(
      mended("python.rename-argument", {{"a.py", "import json\njson.loads(x, encoding='a')\n"}}, other).empty());
  EXPECT_EQ(renamed("from shop import send_file\nsend_file(a, attachment_filename='b')\n", "attachment_filename"),
            "nothing");
  EXPECT_EQ(renamed("from .flask import send_file\nsend_file(a, attachment_filename='b')\n", "attachment_filename"),
            "nothing");
  EXPECT_EQ(renamed("import json\nopen(a, encoding='utf-8')\nself.json.loads(a, encoding='b')\n", "encoding"),
            "nothing");
  EXPECT_EQ(
      renamed("from flask import send_file\nsend_file(a, **{'attachment_filename': 'b'})\n", "attachment_filename"),
      "nothing");
  EXPECT_EQ(renamed("import polars\nx.to_csv(p, line_terminator='a')\n", "line_terminator"), "nothing");
}

// ---- jwt.decode ----

Files decoding(const Files& files) {
  return mended("python.name-algorithms", files,
                said("E  jwt.exceptions.DecodeError: It is required that you pass in a value for the \"algorithms\" "
                     "argument when calling decode().",
                     {}));
}

TEST(JwtAlgorithms, AreThoseThatTheProjectSignsBy) {
  const auto after = decoding(
      {{"a.py",
        "import jwt\nfrom . import cfg\nt = jwt.encode(c, cfg.KEY, algorithm=cfg.ALG)\nd = jwt.decode(t, cfg.KEY)\n"},
       {"b.py", "import jwt\nfrom .cfg import ALG, KEY\nd = jwt.decode(\n    t,\n    key=KEY,\n    audience='x',\n)\n"},
       {"c.py", "import jwt\nfrom .cfg import KEY\nd = jwt.decode(t, KEY)\n"}});
  EXPECT_EQ(after.at("a.py"),
            "import jwt\nfrom . import cfg\nt = jwt.encode(c, cfg.KEY, algorithm=cfg.ALG)\n"
            "d = jwt.decode(t, cfg.KEY, algorithms=[cfg.ALG])\n");
  EXPECT_EQ(after.at("b.py"),
            "import jwt\nfrom .cfg import ALG, KEY\nd = jwt.decode(\n    t,\n    key=KEY,\n    audience='x',\n"
            "    algorithms=[ALG],\n)\n");
  EXPECT_FALSE(after.contains("c.py"));
}

TEST(JwtAlgorithms, TheDefaultIsKnown) {
  EXPECT_EQ(decoding({{"a.py", "import jwt\nt = jwt.encode(c, KEY)\nd = jwt.decode(t, KEY)\n"}}).at("a.py"),
            "import jwt\nt = jwt.encode(c, KEY)\nd = jwt.decode(t, KEY, algorithms=[\"HS256\"])\n");
}

TEST(JwtAlgorithms, AreNamedInTheScopeThatKnowsThem) {
  const auto sign = [](const std::string& algorithm) {
    return "import jwt\nfrom .cfg import cfg\n\n\ndef sign(c, algorithm=\"HS256\"):\n    return jwt.encode(c, KEY, "
           "algorithm=" +
           algorithm + ")\n\n\n";
  };
  for (const auto* algorithm : {"algorithm", "algorithm or 'HS256'", "'HS256' if c else cfg.ALG", "cfg[algorithm]"})
    EXPECT_TRUE(decoding({{"a.py", sign(algorithm) + "d = jwt.decode(t, KEY)\n"}}).empty()) << algorithm;
  EXPECT_EQ(
      decoding({{"a.py", sign("cfg['ALG']  # c\n    ") + "d = jwt.decode(\n    t,\n    KEY,  # c\n)\n"}}).at("a.py"),
      sign("cfg['ALG']  # c\n    ") + "d = jwt.decode(\n    t,\n    KEY,  # c\n    algorithms=[cfg['ALG']],\n)\n");
}

TEST(JwtAlgorithms, EachKeyHasItsOwn) {
  const std::string sign = "import jwt\n\n\ndef issue(c, key):\n    return jwt.encode(c, key, algorithm=";
  const std::string read = ")\n\n\ndef load(t, key):\n    return jwt.decode(t, key";
  const std::string elsewhere = "import jwt\n\n\ndef load(t, key):\n    return jwt.decode(t, key)\n";
  const auto after = decoding({{"a.py", sign + "'HS512'" + read + ")\n"},
                               {"b.py", sign + "'HS256'" + read + ")\nd = jwt.decode(t, OTHER)\n"},
                               {"c.py", elsewhere}});
  EXPECT_EQ(after, (Files{{"a.py", sign + "'HS512'" + read + ", algorithms=['HS512'])\n"},
                          {"b.py", sign + "'HS256'" + read + ", algorithms=['HS256'])\nd = jwt.decode(t, OTHER)\n"}}));
  const std::string two = "import jwt\nfrom .cfg import KEY\nt = jwt.encode(c, KEY, 'HS512')\nd = jwt.decode(t, KEY)\n";
  EXPECT_TRUE(decoding({{"a.py", two}, {"b.py", "import jwt\nu = jwt.encode(c, cfg.KEY)\n"}}).empty());
  const std::string public_key =
      "import jwt\n\n\ndef issue(c, private):\n    return jwt.encode(c, private, algorithm='RS256')\n";
  EXPECT_TRUE(decoding({{"a.py", sign + "'HS512'" + read + ")\n"}, {"b.py", public_key}}).empty())
      << "the key may be the public one";
}

TEST(JwtAlgorithms, OfOthersTokensAreNotGuessed) {
  EXPECT_TRUE(decoding({{"a.py", "import jwt\nd = jwt.decode(t, KEY)\n"}}).empty());
  EXPECT_TRUE(decoding({{"a.py", "import jwt\nt = jwt.encode(c, KEY)\nd = jwt.decode(t, GOOGLE)\n"}}).empty());
  EXPECT_TRUE(
      decoding({{"a.py", "import jwt\nt = jwt.encode(c, KEY)\nd = jwt.decode(t, KEY, verify=False)\n"}}).empty());
  EXPECT_TRUE(
      decoding(
          {{"a.py", "import jwt\nt = jwt.encode(c, KEY, 'HS512')\nu = jwt.encode(c, KEY)\nd = jwt.decode(t, KEY)\n"}})
          .empty());
  EXPECT_TRUE(decoding({{"tests/test_a.py", "import jwt\nt = jwt.encode(c, KEY)\nd = jwt.decode(t, KEY)\n"}}).empty());
}

// ---- pytest's nodes ----

std::string collecting(const std::string& text) {
  const auto one =
      said("Direct construction of conftest.CaseFile has been deprecated, please use conftest.CaseFile.from_parent.",
           {{"symbol", "CaseFile"}});
  const auto after = mended("pytest.from-parent", {{"tests/conftest.py", text}}, one);
  return after.contains("tests/conftest.py") ? after.at("tests/conftest.py") : "nothing";
}

TEST(PytestNodes, AreMadeFromTheirParents) {
  EXPECT_EQ(
      collecting(
          "import pytest\n\n\ndef pytest_collect_file(parent, file_path):\n    return CaseFile(file_path, parent)\n\n\n"
          "class CaseFile(pytest.File):\n    def collect(self):\n        yield Case('a', self, spec=read(1, 2))\n\n\n"
          "class Case(Base):\n    pass\n\n\n"
          "class Base(pytest.Item):\n    def __init__(self, name, parent, spec=None):\n"
          "        super().__init__(name, parent)\n"),
      "import pytest\n\n\ndef pytest_collect_file(parent, file_path):\n"
      "    return CaseFile.from_parent(parent, path=file_path)\n\n\n"
      "class CaseFile(pytest.File):\n    def collect(self):\n"
      "        yield Case.from_parent(self, name='a', spec=read(1, 2))\n\n\n"
      "class Case(Base):\n    pass\n\n\n"
      "class Base(pytest.Item):\n    def __init__(self, name, parent, spec=None):\n"
      "        super().__init__(name, parent)\n");
}

TEST(PytestNodes, ThePathOfTheOldHookIsPyPaths) {
  EXPECT_EQ(
      collecting("import pytest\n\n\ndef pytest_collect_file(path, parent):\n    return F(path, parent=parent)\n\n\n"
                 "class F(pytest.File):\n    pass\n"),
      "import pytest\n\n\ndef pytest_collect_file(path, parent):\n    return F.from_parent(parent, fspath=path)\n\n\n"
      "class F(pytest.File):\n    pass\n");
}

TEST(PytestNodes, BasesAreImportedByName) {
  EXPECT_EQ(collecting("from pytest import Item\n\n\nclass Case(Item):\n    pass\n\n\nx = Case('a', parent)\n"),
            "from pytest import Item\n\n\nclass Case(Item):\n    pass\n\n\nx = Case.from_parent(parent, name='a')\n");
}

TEST(PytestNodes, HaveParametersOfTheirOwn) {
  const std::string node =
      "import pytest\n\n\nclass Case(pytest.Item):\n    def __init__(self, path, parent, spec):\n"
      "        super().__init__(path, parent)\n        self.path = path\n\n\n";
  EXPECT_EQ(collecting(node + "x = Case(\n    path,  # p\n    # its parent\n    p,\n    lambda a, b: a  # c\n)\n"),
            node + "x = Case.from_parent(p, path=path, spec=lambda a, b: a)\n");
}

TEST(PytestNodes, WhatIsNoNodeOrCannotBeReadStays) {
  EXPECT_EQ(collecting("class Item:\n    pass\n\n\nclass Case(Item):\n    pass\n\n\nx = Case('a', None)\n"), "nothing");
  EXPECT_EQ(
      collecting(
          "import pytest\n\n\nclass Case(pytest.Item):\n    def __init__(self, *args, **more):\n        pass\n\n\n"
          "x = Case('a', p)\n"),
      "nothing");
  EXPECT_EQ(collecting("import pytest\n\n\nclass Case(pytest.Item):\n    pass\n\n\nx = Case(*a)\ny = Case('b')\n"),
            "nothing");
  EXPECT_EQ(
      collecting("import pytest\n\n\nclass Case(pytest.Item):\n    pass\n\n\nx = Case.from_parent(p, name='a')\n"),
      "nothing");
}

}  // namespace
}  // namespace regreen::story
