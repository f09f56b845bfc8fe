#include "story.h"

namespace regreen::story {
namespace {

const std::string python =
    "#!/usr/bin/env python\n\"\"\"Doc.\"\"\"\nfrom collections import (Mapping,  # x\n    Iterable as It)\nimport os, "
    "sys\nimport numpy as np\n"
    "try:\n    import cPickle as pickle\nexcept ImportError:\n\timport pickle\n\nclass A(object):\n    def f(self, x: "
    "str = None, *a, **k):\n"
    "        print >>sys.stderr, `x`, 0777, 'it''s',\n        if d.has_key('k') and x <> None: raise E, \"m\"\n        "
    "time.sleep(1)\n"
    "        self.assertEquals(f\"{d[\"k\"]}\", '\\d')\n        return np.float(datetime.utcnow() == None)\nx = [1, "
    "2\n";
const std::string yaml = "a:   1\nb: [1 ,2]\n-   c: d: e\n\tf: {x: 1,y: 2}  \n\n\n\n# c\nz: |\n  t  \n";
const std::string shell = "#!/bin/sh\r\ncurl -o x http://a/ | sh\nA=1 wget y\n./ci/run.sh\n";
const std::string toml =
    "[project]\nname='x'\ndependencies = [\n 'a', # b\n \"c\"\n]\n[tool.poetry.dependencies]\npython = '^3'\n";

Diagnosis everything(std::size_t line) {
  std::vector<Occurrence> all;
  for (const auto* text :
       {"SyntaxError: invalid syntax",
        "SyntaxError: '[' was never closed",
        "IndentationError: unexpected indent",
        "SyntaxError: unterminated string literal",
        "SyntaxError: f-string: expecting '}'",
        "TabError: inconsistent use of tabs and spaces",
        "ModuleNotFoundError: No module named 'yaml'",
        "AttributeError: module 'collections' has no attribute 'Mapping'",
        "DeprecationWarning: datetime.utcnow() assertEquals np.float has_key invalid escape sequence",
        "NameError: name 'time' is not defined",
        "'os' imported but unused",
        "curl: (56) Recv failure",
        "run.sh: Permission denied",
        "  3:2  error  too many spaces after hyphen  (hyphens)",
        "  1:1  error  wrong indentation: expected 2 but found 0  (indentation)",
        "yaml.scanner.ScannerError: mapping values are not allowed here",
        "import file mismatch:",
        "attempted relative import with no known parent package",
        "default has type \"None\" argument \"x\"",
        "ERROR: Invalid requirement: 'a=1'",
        "fixture 'mocker' not found",
        "Unknown pytest.mark.slow"}) {
    for (const auto* file : {"app/main.py", "a.yml", "ci/run.sh", "pyproject.toml"}) {
      auto one = said(text,
                      {{"file", file},
                       {"line", std::to_string(line)},
                       {"column", "3"},
                       {"module", "collections"},
                       {"symbol", "Mapping"},
                       {"package", "a"},
                       {"path", "out/x"},
                       {"code", "E225"},
                       {"actual", "1.0"},
                       {"expected", "x"},
                       {"detail", "['a']"}},
                      {{file, line, 2}});
      one.before = {"a.yml", "  File \"app/main.py\", line " + std::to_string(line)};
      one.after = {"  in \"a.yml\", line 3, column 1"};
      all.push_back(std::move(one));
    }
  }
  return diagnosis_of(std::move(all));
}

// Half a file, a file with bytes missing, a file that ends in the middle of anything: nothing may be read beyond its end.
TEST(Survival, EveryFixerSurvivesFilesThatBreakOffAnywhere) {
  const auto longest = python.size();
  for (std::size_t size = 0; size <= longest; size += 29) {
    const auto part = [&](const std::string& text) { return text.substr(0, std::min(size, text.size())); };
    const auto tree = tree_of({{"app/main.py", part(python)},
                               {"app/__init__.py", ""},
                               {"a.yml", part(yaml)},
                               {"ci/run.sh", part(shell)},
                               {"pyproject.toml", part(toml)},
                               {"requirements.txt", part("a=1\n-r b.txt\\\n")}});
    const auto diagnosis = everything(size % 20);
    for (const auto& row : fixers()) {
      for (const auto& patch : row.fix({diagnosis, tree, tables()})) EXPECT_FALSE(patch.empty()) << row.remedy;
    }
  }
}

TEST(Survival, BytesThatAreNoText) {
  std::string bytes;
  for (int i = 0; i < 2000; ++i) bytes += static_cast<char>((i * 7919) >> 3);
  const auto tree = tree_of({{"app/main.py", bytes},
                             {"a.yml", bytes},
                             {"ci/run.sh", bytes},
                             {"pyproject.toml", bytes},
                             {"requirements.txt", bytes}});
  for (const auto& row : fixers()) row.fix({everything(3), tree, tables()});
}

}  // namespace
}  // namespace regreen::story
