#include "story.h"

namespace regreen::story {
namespace {

std::map<std::string, std::string> fixed(std::string_view remedy, const Files& files, const std::string& line,
                                         const std::string& finding) {
  const auto code = finding.substr(0, finding.find(' '));
  return mended(remedy, files,
                said("app.py:" + line + ":1: " + finding, {{"file", "app.py"}, {"line", line}, {"code", code}},
                     {{"app.py", std::stoul(line), 1}}));
}

std::string after(std::string_view remedy, const std::string& text, const std::string& line,
                  const std::string& finding) {
  const auto files = fixed(remedy, Files{{"app.py", text}}, line, finding);
  return files.empty() ? "" : files.at("app.py");
}

constexpr std::string_view place = "python.place-imports", star = "python.name-star-imports";
constexpr auto late = "E402 module level import not at top of file";

TEST(PlaceImports, ALateImportMovesUpToItsGroup) {
  EXPECT_EQ(after(place, "import os\n\nBASE = os.sep\n\nimport json\n\n\ndef f():\n    return json\n", "5", late),
            "import json\nimport os\n\nBASE = os.sep\n\n\ndef f():\n    return json\n");
  EXPECT_EQ(after(place, "import os\n\nlog = g()\nfrom pathlib import Path, PurePath\n\nx = 1\n", "4", late),
            "import os\nfrom pathlib import Path, PurePath\n\nlog = g()\n\nx = 1\n");
}

TEST(PlaceImports, WhatSetsSomethingUpKeepsItsImportsBelow) {
  for (const std::string above :
       {"sys.path.insert(0, '.')", "os.environ['A'] = 'b'", "np = pytest.importorskip('numpy')", "json = None",
        "if x:\n    y()", "# needs the path"})
    EXPECT_EQ(after(place, "import os\n" + above + "\nimport json\n", above.starts_with("if") ? "4" : "3", late), "")
        << above;
}

TEST(PlaceImports, AModuleOfTheProjectMayNeedWhatStandsAbove) {
  const std::string top = "import os\n\nLOADED = load()\n\nfrom own import x\n";
  EXPECT_TRUE(fixed(place, {{"app.py", top}, {"own.py", "x = 1\n"}}, "5", late).empty());
  const std::string plain = "import os\n\nNAME = 1\n\nfrom own import x\n";
  EXPECT_EQ(fixed(place, {{"app.py", plain}, {"own.py", "x = 1\n"}}, "5", late).at("app.py"),
            "import os\n\nfrom own import x\n\nNAME = 1\n");
  EXPECT_TRUE(
      fixed(place, {{"app.py", plain}, {"own.py", "import far\n"}, {"far.py", "from app import NAME\n"}}, "5", late)
          .empty());
}

TEST(PlaceImports, APackageOnTheWayIsLoadedToo) {
  const std::string text = "import os\n\nNAME = 1\n\nfrom lib.own import x\n";
  const Files files{{"app.py", text}, {"lib/own.py", "x = 1\n"}, {"lib/__init__.py", "from app import NAME\n"}};
  EXPECT_TRUE(fixed(place, files, "5", late).empty());
}

TEST(PlaceImports, WhatOneBlockBindsIsNotKnownInAnother) {
  const std::string text =
      "if T:\n    from json import dumps\n\n\ndef f():\n    from json import dumps\n    return dumps\n";
  EXPECT_EQ(after(place, text, "6", "F811 redefinition of unused 'dumps' from line 2"), "");
  EXPECT_EQ(after(place, "if x: import json\nimport json\n", "2", "F811 redefinition of unused 'json' from line 1"),
            "");
}

TEST(PlaceImports, OfTwoThatAreAlikeOneGoes) {
  EXPECT_EQ(after(place, "import os\nfrom a import b\n\n\ndef f():\n    from a import b, c\n    return b, c\n", "6",
                  "F811 redefinition of unused 'b' from line 2"),
            "import os\nfrom a import b\n\n\ndef f():\n    from a import c\n    return b, c\n");
  EXPECT_EQ(after(place, "from a import b, c\n\n\ndef b():\n    return c\n", "4",
                  "F811 redefinition of unused 'b' from line 1"),
            "from a import c\n\n\ndef b():\n    return c\n");
  EXPECT_EQ(after(place, "from a import b\nfrom c import b\n", "2", "F811 redefinition of unused 'b' from line 1"), "");
}

TEST(NameStars, NamesAreThoseThatTheLinterLists) {
  const auto listed = "F405 'pi' may be undefined, or defined from star imports: math";
  EXPECT_EQ(after(star, "from math import *\n\nx = pi\n", "3", listed), "from math import pi\n\nx = pi\n");
  EXPECT_EQ(after(star, "from math import *\nfrom cmath import *\n\nx = pi\n", "4", listed), "");
}

TEST(NameStars, WhatALinterDoesNotListCounts) {
  const auto listed = "F405 'floor' may be undefined, or defined from star imports: math";
  EXPECT_EQ(after(star, "from math import *\n\nx = pow(floor(2.5), 2)\n", "3", listed),
            "from math import floor, pow\n\nx = pow(floor(2.5), 2)\n");
  EXPECT_EQ(after(star, "from numpy import *\n\nx = floor(2.5)\n", "3", listed), "") << "it may hide anything";
  const Files own{{"app.py", "from own import *\nfrom math import *\n\nx = floor(y)\n"},
                  {"own.py", "y = 1\nfloor = 2\n"}};
  EXPECT_TRUE(fixed(star, own, "4", listed).empty()) << "which of two it is";
  const Files far{{"app.py", "from own import *\n\nx = rate\n"}, {"own.py", "from far import *\nrate = 1\n"}};
  EXPECT_TRUE(fixed(star, far, "1", "F403 'from own import *' used").empty()) << "it brings more than its own";
  const Files effect{{"app.py", "from own import *\n\nx = 1\n"}, {"own.py", "register()\n"}};
  EXPECT_TRUE(fixed(star, effect, "1", "F403 'from own import *' used").empty()) << "it is there for what it does";
}

TEST(NameStars, AModuleOfTheProjectTellsItsNames) {
  const auto used = "F403 'from own import *' used; unable to detect undefined names";
  const std::string text = "from own import *\n\nx = rate(BASE)\n";
  const Files files{{"app.py", text}, {"own.py", "import os\nBASE = 1\n_x = 2\n\n\ndef rate(a):\n    return a\n"}};
  EXPECT_EQ(fixed(star, files, "1", used).at("app.py"), "from own import BASE, rate\n\nx = rate(BASE)\n");
  Files asked = files;
  asked["other.py"] = "from app import rate\n";
  EXPECT_TRUE(fixed(star, asked, "1", used).empty()) << "others get it from here";
  asked["other.py"] = "import app\n\nprint(app.rate)\n";
  EXPECT_TRUE(fixed(star, asked, "1", used).empty()) << "or may";
}

}  // namespace
}  // namespace regreen::story
