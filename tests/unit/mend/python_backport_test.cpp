#include "story.h"

namespace regreen::story {
namespace {

const std::string setup =
    "[metadata]\nname = a\n\n[options]\ninstall_requires =\n    tomli; python_version < \"3.11\"\n";

Occurrence missing(const std::string& module, const std::string& file = "a/b.py") {
  auto one = said("ModuleNotFoundError: No module named '" + module + "'", {{"module", module}});
  one.locations = {Location{file, 1, 0}};
  one.before = {"  File \"/src/" + file + "\", line 1, in <module>"};
  return one;
}

Files instead(Files files, const std::string& module = "tomli") {
  return mended("python.use-standard", files, missing(module));
}

std::string after(const std::string& text, const std::string& setup_cfg = setup) {
  const auto files = instead({{"setup.cfg", setup_cfg}, {"a/b.py", text}});
  return files.empty() ? "nothing" : files.at("a/b.py");
}

TEST(StandardModule, IsImportedWhereTheBackportIsNotInstalled) {
  EXPECT_EQ(after("import tomli\n\ntomli.loads('')\n"),
            "import sys\n\nif sys.version_info >= (3, 11):\n    import tomllib as tomli\nelse:\n    import "
            "tomli\n\ntomli.loads('')\n");
  EXPECT_EQ(after("import os\n\nfrom tomli import (\n    load,\n    loads as read,\n)\n\nload, read, os\n"),
            "import os\nimport sys\n\nif sys.version_info >= (3, 11):\n    from tomllib import (\n        load,\n      "
            "  loads as read,\n    )\n"
            "else:\n    from tomli import (\n        load,\n        loads as read,\n    )\n\nload, read, os\n");
  EXPECT_EQ(after("import sys\n\n\ndef f():\n    import tomli as toml\n    return toml.loads(sys.argv[1])\n"),
            "import sys\n\n\ndef f():\n    if sys.version_info >= (3, 11):\n        import tomllib as toml\n    else:\n"
            "        import tomli as toml\n    return toml.loads(sys.argv[1])\n");
}

TEST(StandardModule, TheOldOneGoesWhereOnlyNewerPythonsAreSupported) {
  EXPECT_EQ(after("import tomli as toml\n\ntoml.loads('')\n", setup + "python_requires = >=3.11\n"),
            "import tomllib as toml\n\ntoml.loads('')\n");
}

TEST(StandardModule, EveryFormOfTheConditionIsRead) {
  const std::string code = "from tomli import loads\n\nloads\n";
  for (const std::string text :
       {"[project]\nname = \"a\"\ndependencies = [\"tomli>=1.1; python_version < '3.11'\"]\n",
        "[project]\nname = \"a\"\ndependencies = [\"tomli ; python_full_version <= '3.11.0a6'\"]\n",
        "[tool.poetry.dependencies]\npython = \"^3.8\"\ntomli = { version = \"^2\", python = \"<3.11\" }\n",
        "[tool.poetry.dependencies]\ntomli = { version = \"^2\", markers = \"python_version < '3.11'\" }\n",
        "[project]\nname = \"a\"\ndependencies = [\"tomli; python_version >= '3.7' and python_version < '3.11'\"]\n"})
    EXPECT_EQ(instead({{"pyproject.toml", text}, {"a/b.py", code}}).size(), 1U) << text;
  for (const std::string text :
       {"[project]\nname = \"a\"\ndependencies = [\"tomli\"]\n",
        "[project]\nname = \"a\"\ndependencies = [\"tomli; python_version >= '3.11'\"]\n",
        "[project]\nname = \"a\"\ndependencies = [\"tomli; python_version < '3.9'\"]\n",
        "[project]\nname = \"a\"\ndependencies = [\"tomli; python_version < '3.11' and sys_platform == 'win32'\"]\n",
        "[project]\nname = \"a\"\ndependencies = [\"tomli; python_version < '3.11' or extra == 'toml'\"]\n",
        "[project]\nname = \"a\"\ndependencies = [\"tomli; python_version < "
        "'3.11'\"]\n[project.optional-dependencies]\nx = [\"tomli\"]\n",
        "[tool.poetry.dependencies]\ntomli = \"^2\"\n"}) {
    EXPECT_TRUE(instead({{"pyproject.toml", text}, {"a/b.py", code}}).empty()) << text;
  }
}

TEST(StandardModule, WhatIsImportedOnAConditionStays) {
  for (const std::string text :
       {"try:\n    import tomli\nexcept ImportError:\n    tomli = None\n\ntomli.loads('')\n",
        "import sys\n\nif sys.version_info < (3, 11):\n    import tomli\n    tomli.loads('')\n",
        "from tomli import loads, _parser\n\nloads, _parser\n", "import tomli\n\nf(tomli)\ntomli.loads('')\n",
        "import tomli\nimport sys\n\ntomli.loads(sys.argv[1])\n"})
    EXPECT_EQ(after(text), "nothing") << text;
}

TEST(StandardModule, OfTheProjectThatFailsOnly) {
  const std::string code = "from tomli import loads\n\nloads\n";
  const auto files = instead({{"setup.cfg", setup},
                              {"a/b.py", code},
                              {"a/c.py", code},
                              {"tools/setup.py", "setup()\n"},
                              {"tools/x.py", code}});
  EXPECT_TRUE(files.contains("a/b.py") && files.contains("a/c.py") && files.size() == 2);
  auto one = missing("tomli");
  one.before.push_back("  File \"/usr/lib/python3.9/importlib/__init__.py\", line 127, in import_module");
  EXPECT_TRUE(mended("python.use-standard", Files{{"setup.cfg", setup}, {"a/b.py", code}}, one).empty());
}

TEST(StandardModule, NamesOfTypingAndOfPackagesOfBackports) {
  const std::string typing =
      "[project]\nname = \"a\"\ndependencies = [\"typing-extensions>=4; python_version < '3.11'\"]\n";
  EXPECT_EQ(instead({{"pyproject.toml", typing}, {"a/b.py", "from typing_extensions import Self\n\nSelf\n"}},
                    "typing_extensions")
                .at("a/b.py"),
            "import sys\n\nif sys.version_info >= (3, 11):\n    from typing import Self\nelse:\n    from "
            "typing_extensions import Self\n\nSelf\n");
  EXPECT_TRUE(instead({{"pyproject.toml", typing}, {"a/b.py", "from typing_extensions import override\n\noverride\n"}},
                      "typing_extensions")
                  .empty());
  const std::string zone = "[project]\nname = \"a\"\ndependencies = [\"backports.zoneinfo; python_version < '3.9'\"]\n";
  for (const auto* module : {"backports", "backports.zoneinfo"}) {
    EXPECT_EQ(
        instead({{"pyproject.toml", zone}, {"a/b.py", "from backports.zoneinfo import ZoneInfo\n\nZoneInfo\n"}}, module)
            .at("a/b.py"),
        "import sys\n\nif sys.version_info >= (3, 9):\n    from zoneinfo import ZoneInfo\nelse:\n"
        "    from backports.zoneinfo import ZoneInfo\n\nZoneInfo\n");
  }
}

}  // namespace
}  // namespace regreen::story
